// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Answering.h"
#include "CentralService.h"
#include "FaultDisk.h"
#include "Fence.h"
#include "Random.h"
#include "SessionMessages.h"
#include "SimTime.h"

#include <QTemporaryDir>

#include <functional>

namespace comptoir::sim {

/// The production service on a machine of its own, whose disk fails and whose power is cut. Signs each device in as its operator would.
class CentralMachine final : public tests::Answering
{
public:
    using SignedIn = std::function<void(domain::DeviceId, const wire::SessionReply &)>;

    CentralMachine(tests::SimTime &time, base::Random &random, const std::vector<domain::OrganisationId> &towns);
    ~CentralMachine() override;

    /// An operator with this login, granted every town, and the device they sit at.
    domain::OperatorId addOperator(const QString &login, domain::DeviceId device, domain::Role role);
    /// Told after each sign-in of a device: the first, and those after a restore.
    void onSignedIn(SignedIn told) { m_signedIn = std::move(told); }

    [[nodiscard]] base::Result<sync::Response> answer(const sync::Request &request, domain::DeviceId device, qint64 nowMs) override;

    [[nodiscard]] bool grant(const QString &login, domain::OrganisationId town);
    [[nodiscard]] bool revoke(const QString &login, domain::OrganisationId town);
    [[nodiscard]] bool isGranted(domain::OperatorId who, domain::ScopeId scope);
    /// Erases somebody there is, as an administrator does; nobody where there is none.
    void erasePerson(base::Random &draw);
    /// Does again what a stop or a full disk ended.
    void finishErasures();
    /// Everybody whose erasure was begun, as they were then.
    [[nodiscard]] const std::vector<domain::Person> &erased() const { return m_erased; }
    /// Who was erased when the service judged the operation: whom it names of them was taken out of it first.
    [[nodiscard]] std::set<domain::PersonId> erasedBefore(domain::OperationId op) const;
    /// What was closed and last touched so long ago is put away, as the program does every hour.
    void putAway(qint64 keepMs);
    /// Keeps a copy of the database; of those before, one at most is kept.
    void backUp(base::Random &draw);
    /// Goes back to one of the copies, as an administrator does with a stopped service: not always to the newest, and not always with the command
    /// that says so.
    void restore(base::Random &draw);
    [[nodiscard]] bool wasRestored() const { return m_restored; }

    void setEvents(bool offered) { m_offersEvents = offered; }
    [[nodiscard]] bool hasEvents() const override { return m_offersEvents; }
    [[nodiscard]] bool openEvents(domain::DeviceId device, const tests::EventSink &sink) override;
    [[nodiscard]] std::optional<QByteArray> takeEvent(domain::DeviceId device) override;
    void closeEvents(domain::DeviceId device) override;
    /// So few pages of its cache that a transaction spills; 0 = as in the program.
    void setCachePages(int pages);

    /// The device's tokens are of no use any more: it signs in before its next request.
    void forgetTokens(domain::DeviceId device) { m_seats.at(device).accessToken.clear(); }
    [[nodiscard]] QByteArray tokenOf(domain::DeviceId device) const { return m_seats.at(device).accessToken; }
    /// A copy of the database, closed, as `cut.db` in that folder.
    void copyTo(const QString &folder);
    [[nodiscard]] FaultDisk &disk() { return m_disk; }
    /// After the machine stopped: starts it again, on what its disk kept.
    void startAgain(bool powerCut, base::Random &draw);
    [[nodiscard]] store::Store &store() { return *m_store; }
    int pageRows = 0; ///< asked of every pull; 0 = as many as the console asks for

private:
    struct Seated
    {
        QString login;
        domain::OperatorId who;
        QByteArray accessToken;
    };

    struct Stream
    {
        central::EventHub::Key key = 0;
        tests::EventSink sink;
    };

    void open();
    void close();
    void tune();
    /// False where it did not come to its end.
    [[nodiscard]] bool erase(const domain::Person &person);
    /// Puts the copy in the database's place, by hand.
    void putInPlace(const QString &copy, base::Random &draw);
    /// As the program does every so often: writes down how far the database has come.
    void keepFence();
    /// Puts the fence where this machine left it: a process that shares the folder may have written one of its own (Model).
    void putFence();
    /// As the program does before it serves: an older database begins a new life.
    void settleFence();
    /// As the program does before it serves: whom the ledger names is erased, whatever the database says.
    void settleErasures();
    /// As the program does after a change of rights: their streams end, and `shared` has moved.
    void announceRights(const base::Result<std::pair<domain::OperatorId, int>> &changed);
    [[nodiscard]] base::Result<> signIn(domain::DeviceId device);
    [[nodiscard]] sync::Response route(const sync::Request &request, const Seated &seated);
    /// Notes who is erased by now, for each of these operations that has no verdict yet.
    void noteErased(const QByteArray &request);
    /// Nothing was taken that this operator may not do.
    void checkRights(const QByteArray &reply, const Seated &seated);
    [[nodiscard]] QString database() const { return m_folder.filePath(QStringLiteral("central.db")); }

    tests::SimTime &m_time;
    base::Random &m_random;
    QTemporaryDir m_folder;
    FaultDisk m_disk;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<central::CentralService> m_service;
    std::map<domain::DeviceId, Seated> m_seats;
    SignedIn m_signedIn;
    QStringList m_kept; ///< the files of the backups there are, oldest first
    int m_backups = 0;
    bool m_restored = false;
    bool m_putInPlace = false;
    central::Fence::Kept m_fence;
    QByteArray m_fenceFile; ///< as this machine wrote it last
    qint64 m_fenceMs = 0;
    std::vector<domain::Person> m_erased;
    std::map<domain::OperationId, std::set<domain::PersonId>> m_erasedBefore;
    int m_cachePages = 0;
    bool m_offersEvents = false;
    central::EventHub m_hub;
    std::map<domain::DeviceId, Stream> m_streams;
};

} // namespace comptoir::sim
