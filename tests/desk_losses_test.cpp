// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "DeskRig.h"
#include "Losses.h"
#include "SettingTable.h"
#include "TicketTable.h"
#include "TimelineTable.h"

using namespace comptoir;
using namespace comptoir::tests;

namespace {

/// A desk that writes what the service sent of a ticket's fields.
struct Rig : DeskRig
{
    domain::TicketId ticket = domain::TicketId::fromName("seven");

    Rig()
    {
        domain::Ticket row = written(QStringLiteral("Écran noir"));
        row.id = ticket;
        row.number = QStringLiteral("7K-7");
        row.scope = domain::scopeOf(row.organisation);
        REQUIRE(settled(store->write([&](store::Db &db) { return store::TicketTable::put(db, row, 1); })));
    }

    domain::OperationId wrote(domain::OperatorId who, const QString &after, qint64 agoMs, qint64 seq, const QString &field = u"site"_qs)
    {
        domain::TimelineEntry entry;
        clock.ms -= agoMs; // ids carry their time
        entry.id = ids.make<domain::OperationId>();
        entry.atMs = clock.ms;
        clock.ms += agoMs;
        entry.ticket = ticket;
        entry.actor = who;
        entry.actorName = QStringLiteral("Bruno");
        entry.kind = domain::EntryKind::Edited;
        entry.changes.list.push_back({field, {}, after});
        REQUIRE(settled(store->write([&](store::Db &db) { return store::TimelineTable::put(db, entry, seq); })));
        return entry.id;
    }

    std::vector<desk::Loss> losses()
    {
        const auto read = [me = session.operatorId, now = clock.ms](store::Db &db) { return desk::openLosses(db, me, now); };
        const auto found = settled(store->read(read));
        REQUIRE(found);
        return *found;
    }
};

const auto kBruno = domain::OperatorId::fromName("bruno");
constexpr qint64 kHour = base::kHourMs;

} // namespace

TEST_CASE("a value overtaken by an earlier one is found on whatever ticket, until it is looked at or a week old", "[desk][losses]")
{
    Rig rig;
    CHECK(rig.losses().empty());
    const auto mine = rig.wrote(rig.session.operatorId, QStringLiteral("mine"), kHour, 5);
    CHECK(rig.losses().empty());
    rig.wrote(kBruno, QStringLiteral("theirs"), 2 * kHour, 6); // written before, arrived after
    const auto found = rig.losses();
    REQUIRE(found.size() == 1);
    CHECK(found.front().ticket == rig.ticket);
    CHECK(found.front().label == u"7K-7 Écran noir");
    CHECK(found.front().lost.op == mine);
    CHECK(found.front().lost.field == u"site");
    CHECK(found.front().lost.who == u"Bruno");
    rig.clock.ms += desk::kLossToldMs;
    CHECK(rig.losses().empty());
    rig.clock.ms -= desk::kLossToldMs;
    const auto see = [&](store::Db &db) { return store::SettingTable::put(db, desk::lossKey(mine), QStringLiteral("seen")); };
    REQUIRE(settled(rig.store->write(see)));
    CHECK(rig.losses().empty());
}

TEST_CASE("what came in its order, or was written again, is no conflict", "[desk][losses]")
{
    Rig rig;
    rig.wrote(rig.session.operatorId, QStringLiteral("mine"), 2 * kHour, 5);
    rig.wrote(kBruno, QStringLiteral("theirs"), kHour, 6); // written after: they saw it
    CHECK(rig.losses().empty());
    rig.wrote(rig.session.operatorId, QStringLiteral("a"), 3 * kHour, 7, QStringLiteral("summary"));
    rig.wrote(kBruno, QStringLiteral("b"), 4 * kHour, 8, QStringLiteral("summary"));
    CHECK(rig.losses().size() == 1);
    rig.wrote(rig.session.operatorId, QStringLiteral("a"), 0, 9, QStringLiteral("summary"));
    CHECK(rig.losses().empty());
}
