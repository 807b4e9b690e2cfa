// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CentralService.h"
#include "ChangesMessages.h"
#include "Clock.h"
#include "IdSource.h"
#include "OpMessage.h"
#include "Organisation.h"
#include "Random.h"
#include "ScratchDatabase.h"

#include <QTemporaryDir>

namespace comptoir::tests {

/// A clock that stands still until told.
class StillClock final : public base::Clock
{
public:
    [[nodiscard]] qint64 nowMs() const override { return now; }
    [[nodiscard]] qint64 bootMs() const override { return now; }
    [[nodiscard]] QByteArray bootId() const override { return "boot"; }

    qint64 now = 1'750'000'000'000;
};

/// One operator signed in on one device.
struct Desk
{
    domain::DeviceId device;
    wire::SessionReply session;
    qint64 counter = 0;

    [[nodiscard]] QString nextNumber() { return session.deviceCode + u'-' + QString::number(++counter); }
};

/// The service over a database of its own (on PostgreSQL where COMPTOIR_TEST_DATABASE names one, else a file), everything on the caller's thread, with two organisations A and B.
class CentralRig
{
public:
    CentralRig();

    [[nodiscard]] Desk signIn(const QString &login, const QByteArray &deviceName = "pc");
    [[nodiscard]] central::Answer<wire::SessionReply> trySignIn(const QString &login, const QString &password,
                                                                const QByteArray &deviceName = "pc",
                                                                const QString &address = QStringLiteral("192.0.2.1"));
    void addOperator(const QString &login, domain::Role role, const QStringList &organisations);

    [[nodiscard]] wire::OpMessage ticketOpen(Desk &desk, domain::OrganisationId organisation, const QString &summary);
    [[nodiscard]] wire::OpMessage message(domain::ScopeId scope, domain::EntityId entity, domain::Payload payload);
    [[nodiscard]] central::Answer<wire::OpsReply> push(const Desk &desk, const std::vector<wire::OpMessage> &ops,
                                                       const QByteArray &epoch = {});
    /// The verdict on one operation; a fault fails the test.
    [[nodiscard]] wire::Verdict verdict(const Desk &desk, const wire::OpMessage &op);
    [[nodiscard]] central::Answer<wire::ChangesReply> pull(const Desk &desk, const std::map<domain::ScopeId, wire::Cursor> &cursors = {},
                                                           int limit = 0);

    QTemporaryDir folder;
    std::unique_ptr<ScratchDatabase> scratch; ///< outlives the store
    StillClock clock;
    std::optional<qint64> consoleClockMs; ///< told with operations; `clock`'s where there is none
    base::SeededRandom random{7};
    base::IdSource ids{clock, random};
    std::unique_ptr<store::Store> store;
    std::unique_ptr<central::CentralService> service;
    domain::OrganisationId a = domain::OrganisationId::fromName("a");
    domain::OrganisationId b = domain::OrganisationId::fromName("b");

    static constexpr auto kPassword = u"correct horse battery";
};

} // namespace comptoir::tests
