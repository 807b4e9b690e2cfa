// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "DeskRig.h"
#include "DirectoryTables.h"
#include "Queues.h"
#include "TicketTable.h"
#include "Tickets.h"

using namespace comptoir;
using namespace comptoir::tests;

TEST_CASE("a ticket opened where the copy was emptied still goes to the operator's group", "[desk][ticket]")
{
    DeskRig rig;
    desk::Tickets tickets(rig.parts());
    domain::Operator me;
    me.id = rig.session.operatorId;
    me.name = rig.session.name;
    me.groups.list = {rig.group};
    REQUIRE(settled(rig.store->write([&](store::Db &db) { return store::EntityTable<domain::Operator>::put(db, me, 1); })));
    const auto opened = [&](const QString &summary) {
        const auto draft = settled(tickets.startDraft(rig.written(summary)));
        REQUIRE(draft);
        const auto id = settled(tickets.open(*draft));
        REQUIRE(id);
        const auto page = settled(tickets.page(*id));
        REQUIRE(page);
        return page->ticket.group;
    };
    CHECK(opened(QStringLiteral("Imprimante")) == rig.group);
    REQUIRE(settled(rig.store->write([&](store::Db &db) { return db.prepare("DELETE FROM operator WHERE id=?").bind(0, me.id).run(); })));
    CHECK(opened(QStringLiteral("Écran")) == rig.group);
}

TEST_CASE("a ticket opened on a copy that was never filled goes to the group that the sign-in told", "[desk][ticket]")
{
    DeskRig rig;
    REQUIRE(settled(rig.store->write([&](store::Db &db) { return db.run("DELETE FROM operator"); })));
    rig.session.groups = {rig.group, domain::GroupId::fromName("other")};
    desk::Tickets tickets(rig.parts());
    const auto draft = settled(tickets.startDraft(rig.written(QStringLiteral("Imprimante"))));
    REQUIRE(draft);
    const auto id = settled(tickets.open(*draft));
    REQUIRE(id);
    CHECK(settled(tickets.page(*id))->ticket.group == rig.group);
    desk::Queues queues(rig.parts());
    desk::QueueFilter mine;
    mine.myGroups = true;
    const auto page = settled(queues.rows(mine, desk::QueueOrder::Due, false, 10));
    REQUIRE(page);
    CHECK(page->rows.size() == 1);
}
