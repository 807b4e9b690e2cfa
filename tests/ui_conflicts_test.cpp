// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "CursorTable.h"
#include "KeyButton.h"
#include "NoticeTable.h"
#include "OutboxTable.h"
#include "PayloadCodec.h"
#include "PendingDrawer.h"
#include "Says.h"
#include "StatusStrip.h"
#include "TicketTable.h"
#include "TimelineTable.h"
#include "WindowRig.h"

#include <QApplication>
#include <QTest>

using namespace comptoir;
using namespace comptoir::tests;

namespace {

ui::KeyButton *button(const QWidget &in, const QString &name)
{
    for (auto *one : in.findChildren<ui::KeyButton *>()) {
        if (one->isVisible() && one->accessibleName().startsWith(name)) {
            return one;
        }
    }
    return nullptr;
}

void edited(WindowRig &rig, domain::TicketId ticket, domain::OperatorId who, const QString &after, qint64 agoMs, qint64 seq)
{
    domain::TimelineEntry entry;
    rig.clock.ms -= agoMs;
    entry.id = rig.ids.make<domain::OperationId>();
    entry.atMs = rig.clock.ms;
    rig.clock.ms += agoMs;
    entry.ticket = ticket;
    entry.actor = who;
    entry.actorName = QStringLiteral("Bruno");
    entry.kind = domain::EntryKind::Edited;
    entry.changes.list.push_back({QStringLiteral("channel"), {}, after});
    REQUIRE(settled(rig.store->write([&](store::Db &db) { return store::TimelineTable::put(db, entry, seq); })));
}

} // namespace

TEST_CASE("conflicts are counted in the strip and listed in the drawer; one press opens the ticket at the field", "[ui][window][conflicts]")
{
    WindowRig rig(domain::Role::Operator);
    domain::Ticket row = rig.written(QStringLiteral("Écran noir"));
    row.id = domain::TicketId::fromName("seven");
    row.number = QStringLiteral("7K-7");
    row.channel = domain::Channel::Mail;
    row.scope = domain::scopeOf(row.organisation);
    REQUIRE(settled(rig.store->write([&](store::Db &db) { return store::TicketTable::put(db, row, 1); })));
    rig.open();
    auto *strip = rig.window().findChild<ui::StatusStrip *>();
    CHECK_FALSE(button(*strip, QStringLiteral("1 conflict")));
    edited(rig, row.id, rig.session.operatorId, QStringLiteral("phone"), 1000, 5);
    edited(rig, row.id, domain::OperatorId::fromName("bruno"), QStringLiteral("mail"), 2000, 6);
    REQUIRE(rig.until([&] { return button(*strip, QStringLiteral("1 conflict")) != nullptr; }));
    button(*strip, QStringLiteral("1 conflict"))->click();
    auto *drawer = rig.one<ui::PendingDrawer>();
    REQUIRE(drawer);
    REQUIRE(rig.until([&] { return button(*drawer, QStringLiteral("See where it is: 7K-7")) != nullptr; }));
    CHECK(says(*drawer, QStringLiteral("of Bruno stands")));
    auto *see = button(*drawer, QStringLiteral("See where it is: 7K-7"));
    see->setFocus();
    REQUIRE(rig.until([&] { return see->hasFocus(); }));
    rig.key(Qt::Key_Space); // by the keyboard
    CHECK(rig.until([] { return QApplication::focusWidget() && QApplication::focusWidget()->objectName() == u"channel"; }));
    rig.key(Qt::Key_J, Qt::ControlModifier); // the drawer closes and opens again, whoever looks for the list
    rig.key(Qt::Key_J, Qt::ControlModifier);
    REQUIRE(rig.until([&] { return button(*drawer, QStringLiteral("Leave this change: 7K-7")) != nullptr; }));
    button(*drawer, QStringLiteral("Leave this change: 7K-7"))->click();
    CHECK(
        rig.until([&] { return !button(*strip, QStringLiteral("1 conflict")) && !button(*drawer, QStringLiteral("Leave this change")); }));
}

TEST_CASE("a refused call can be tried again from the drawer, by the keyboard, and is not said to have a place", "[ui][window][again]")
{
    WindowRig rig(domain::Role::Operator);
    store::Notice notice;
    notice.op = rig.ids.make<domain::OperationId>();
    notice.scope = domain::scopeOf(rig.merignac);
    notice.entity = domain::EntityId{notice.op.value};
    notice.kind = QByteArrayLiteral("contact.log");
    domain::Contact contact;
    contact.organisation = rig.merignac;
    contact.personName = QStringLiteral("Claire Martin");
    contact.handledBy = rig.session.operatorId;
    notice.payload = wire::encodePayload(domain::ContactLog{contact});
    notice.madeMs = rig.clock.ms;
    notice.code = QStringLiteral("forbidden");
    store::CursorRow cursor;
    cursor.scope = notice.scope;
    cursor.complete = true;
    REQUIRE(settled(rig.store->write(
        [&](store::Db &db) { return store::NoticeTable::put(db, notice).and_then([&] { return store::CursorTable::put(db, cursor); }); })));
    rig.open();
    rig.key(Qt::Key_J, Qt::ControlModifier);
    auto *drawer = rig.one<ui::PendingDrawer>();
    REQUIRE(drawer);
    REQUIRE(rig.until([&] { return button(*drawer, QStringLiteral("Try again: Claire Martin")) != nullptr; }));
    CHECK_FALSE(button(*drawer, QStringLiteral("See where it is")));
    auto *again = button(*drawer, QStringLiteral("Try again: Claire Martin"));
    again->setFocus();
    REQUIRE(rig.until([&] { return again->hasFocus(); }));
    rig.key(Qt::Key_Return);
    CHECK(rig.until([&] { return !button(*drawer, QStringLiteral("Try again: Claire Martin")); }));
    const auto waiting = settled(rig.store->read([](store::Db &db) { return store::OutboxTable::pendingCount(db); }));
    REQUIRE(waiting);
    CHECK(*waiting == 1);
}

TEST_CASE("the bar of a lost service is tried again when somebody works at the window", "[ui][window][sync]")
{
    WindowRig rig;
    rig.open();
    rig.sync.start();
    REQUIRE(rig.until([&] { return rig.sync.status().state == sync::SyncStatus::State::Offline; }));
    const int before = rig.service.asked;
    rig.clock.ms += 60'000; // by the rig's clock the last try is long ago
    QTest::keyClick(rig.window().windowHandle(), Qt::Key_Shift);
    runPosted();
    CHECK(rig.until([&] { return rig.service.asked > before; }));
}
