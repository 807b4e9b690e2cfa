// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "DeskRig.h"
#include "DirectoryTables.h"
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
