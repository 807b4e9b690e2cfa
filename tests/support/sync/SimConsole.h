// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "IdSource.h"
#include "Mirror.h"
#include "Random.h"
#include "SimTransport.h"
#include "Store.h"
#include "SyncEngine.h"

#include <QTemporaryDir>

#include <functional>
#include <map>

namespace comptoir::tests {

/// Whose console it is, and what it stands on.
struct Seat
{
    domain::DeviceId device;
    domain::OperatorId who;
    QString name;
    const base::Clock *clock = nullptr; ///< of its machine; none = the simulation's time
    store::Db::Durability durability = store::Db::Durability::Normal;
    bool diskMayFail = false;
    qint64 watchdogMs = 0; ///< when an answer is given up; 0 = as in the programs
    std::function<std::unique_ptr<sync::Transport>()> transport = {}; ///< made at each start; none = SimTransport
    int cachePages = 0; ///< so few that a transaction spills before it is committed; 0 = as in the programs
};

/// A console without a window: store, engine and an operator who types.
class SimConsole
{
public:
    /// A console the service knows as device `number`.
    SimConsole(Answering &service, SimTime &time, base::Random &random, const Faults &faults, int number);
    /// One whose device the service names later: learn().
    SimConsole(Answering &service, SimTime &time, base::Random &random, const Faults &faults, const Seat &seat);
    /// Ends at once, as if killed, and starts again on the same file; `between` is done to the file when nobody has it open.
    void crash(const std::function<void()> &between = {});
    /// What a sign-in tells: the device's code, and how far its numbers have come.
    void learn(const QString &code, qint64 highestCounter);
    void stop() { m_engine.reset(); }

    /// Performs an operation as the desk would; what the reducer here refuses is not kept.
    bool perform(domain::Operation op);
    [[nodiscard]] domain::TicketId open(domain::OrganisationId organisation, const QString &summary, const domain::Person &requester = {});
    [[nodiscard]] std::vector<domain::Ticket> tickets();
    template <class Work>
    auto read(Work work)
    {
        return m_store->read(std::move(work)).result();
    }
    [[nodiscard]] sync::SyncEngine &engine() { return *m_engine; }
    [[nodiscard]] store::Store &store() { return *m_store; }
    [[nodiscard]] domain::DeviceId device() const { return m_seat.device; }
    [[nodiscard]] const Seat &seat() const { return m_seat; }
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] base::IdSource &ids() { return *m_ids; }

    int repairs = 0; ///< scopes fetched anew because the copy was not what the service has, in all lives of the program
    std::vector<domain::Operation> made; ///< confirmed to the operator
    std::map<domain::OperationId, domain::Operation> tried; ///< the same, and those that failed, which a stop may yet have kept

private:
    void start();

    [[nodiscard]] const base::Clock &clock() const;

    Answering &m_service;
    SimTime &m_time;
    base::Random &m_random;
    const Faults &m_faults;
    Seat m_seat;
    std::optional<base::IdSource> m_ids; ///< of this life of the program
    QTemporaryDir m_folder;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<sync::Transport> m_transport;
    std::unique_ptr<sync::SyncEngine> m_engine;
};

} // namespace comptoir::tests
