// SPDX-License-Identifier: GPL-3.0-or-later
// A refused deed: done again on what stands, changed first, or left.
#include "ActionPanel.h"
#include "Catch.h"
#include "KeyButton.h"
#include "Language.h"
#include "Mirror.h"
#include "Notice.h"
#include "NoticeTable.h"
#include "OutboxTable.h"
#include "PayloadCodec.h"
#include "RefusedList.h"
#include "Says.h"
#include "TicketTable.h"
#include "TicketView.h"
#include "TimelineTable.h"
#include "WindowRig.h"

#include <QApplication>
#include <QPlainTextEdit>
#include <QTest>

#include <algorithm>

using namespace comptoir;
using namespace comptoir::tests;

namespace {

/// A ticket that Bruno has taken, as the service has it, and own deeds on it that were refused.
struct Refused : WindowRig
{
    domain::Ticket ticket = written(QStringLiteral("Écran noir"));
    domain::OperationId taken = ids.make<domain::OperationId>();
    domain::OperatorId bruno = domain::OperatorId::fromName("bruno");

    Refused()
    {
        ui::useLanguage(*qApp, QStringLiteral("en"));
        ticket.id = domain::TicketId::fromName("seven");
        ticket.number = QStringLiteral("7K-7");
        ticket.scope = domain::scopeOf(ticket.organisation);
        ticket.assignee = bruno;
        ticket.state = domain::TicketState::InProgress;
        ticket.versions.set(domain::GuardedField::Assignee, taken);
        ticket.versions.set(domain::GuardedField::State, taken);
        domain::TimelineEntry entry;
        entry.id = taken;
        entry.atMs = clock.ms;
        entry.ticket = ticket.id;
        entry.actor = bruno;
        entry.actorName = QStringLiteral("Bruno Petit");
        entry.kind = domain::EntryKind::Claimed;
        REQUIRE(settled(store->write([&](store::Db &db) {
            return store::TicketTable::put(db, ticket, 2).and_then([&] { return store::TimelineTable::put(db, entry, 1); });
        })));
    }

    void refuse(domain::Payload payload)
    {
        domain::Operation operation;
        operation.payload = std::move(payload);
        store::Notice notice;
        notice.op = ids.make<domain::OperationId>();
        notice.scope = ticket.scope;
        notice.entity = domain::EntityId{ticket.id.value};
        notice.kind = QByteArray(domain::codeOf(operation.kind()).data());
        notice.payload = wire::encodePayload(operation.payload);
        notice.madeMs = clock.ms;
        notice.code = QStringLiteral("taken");
        notice.refusal = QByteArrayLiteral("{\"field\":\"assignee\",\"current\":\"") + bruno.toString().toUtf8() + "\",\"set_by\":\""
            + taken.toString().toUtf8() + "\"}";
        REQUIRE(settled(store->write([&](store::Db &db) { return store::NoticeTable::put(db, notice); })));
        open().openTicket(ticket.id);
        REQUIRE(until([&] { return one<ui::RefusedList>() != nullptr; }));
    }

    ui::KeyButton *button(const QString &name) { return one<ui::RefusedList>()->findChild<ui::KeyButton *>(name); }

    /// Nothing is on the list any more.
    bool isSettled()
    {
        return until([this] { return one<ui::TicketView>() && one<ui::TicketView>()->page().refused.empty() && !one<ui::RefusedList>(); });
    }
};

} // namespace

TEST_CASE("a refused claim tells who has the ticket, and is done again on what stands", "[ui][window][insist]")
{
    Refused rig;
    rig.refuse(domain::TicketClaim{});
    CHECK(says(*rig.one<ui::RefusedList>(), QStringLiteral("Bruno Petit")));
    auto *again = rig.button(QStringLiteral("insist"));
    REQUIRE(again);
    CHECK_FALSE(rig.button(QStringLiteral("change"))); // there is nothing to ask
    again->setFocus();
    REQUIRE(rig.until([&] { return again->hasFocus(); }));
    rig.key(Qt::Key_Space);
    CHECK(rig.isSettled());
    CHECK(rig.page(rig.ticket.id).assignee == rig.session.operatorId);
    const auto waiting = settled(rig.store->read([&](store::Db &db) { return store::OutboxTable::pendingIn(db, rig.ticket.scope, 10); }));
    REQUIRE(waiting);
    REQUIRE(waiting->size() == 1);
    const auto sent = wire::decodePayload(domain::OpKind::TicketClaim, 1, waiting->front().message.payload);
    REQUIRE(sent);
    CHECK(std::get<domain::TicketClaim>(*sent).expected == rig.taken); // it builds on Bruno's
}

TEST_CASE("a refused resolution is changed first: the question holds what was meant, and its notice goes once it is done",
          "[ui][window][insist]")
{
    Refused rig;
    rig.refuse(domain::TicketResolve{QStringLiteral("fixed"), QStringLiteral("câble rebranché"), {}});
    auto *change = rig.button(QStringLiteral("change"));
    REQUIRE(change);
    change->click();
    auto *panel = rig.one<ui::ActionPanel>();
    REQUIRE(panel);
    CHECK(panel->value(QStringLiteral("text")) == u"câble rebranché");
    CHECK(panel->value(QStringLiteral("code")) == u"fixed");
    rig.key(Qt::Key_Escape); // left: nothing is done, the notice stands, the text is kept
    CHECK_FALSE(rig.one<ui::ActionPanel>());
    CHECK(rig.one<ui::RefusedList>());
    rig.button(QStringLiteral("change"))->click();
    panel = rig.one<ui::ActionPanel>();
    REQUIRE(panel);
    CHECK(panel->value(QStringLiteral("text")) == u"câble rebranché"); // once
    auto *text = panel->findChild<QPlainTextEdit *>();
    REQUIRE(text);
    text->setFocus();
    text->moveCursor(QTextCursor::End);
    QTest::keyClicks(text, QStringLiteral(" par Bruno et moi"));
    rig.key(Qt::Key_Return, Qt::ControlModifier);
    CHECK(rig.isSettled());
    const domain::Ticket now = rig.page(rig.ticket.id);
    CHECK(now.state == domain::TicketState::Resolved);
    CHECK(now.resolution == u"câble rebranché par Bruno et moi");
}

TEST_CASE("a refused deed that can no longer be done says so and stays; it can be left", "[ui][window][insist]")
{
    Refused rig;
    rig.ticket.state = domain::TicketState::Closed;
    REQUIRE(settled(rig.store->write([&](store::Db &db) { return store::TicketTable::put(db, rig.ticket, 3); })));
    rig.refuse(domain::TicketAssign{rig.group, {}, {}, {}, QStringLiteral("pour l'équipe réseau")});
    rig.button(QStringLiteral("insist"))->click();
    CHECK(rig.until([&] {
        const auto notices = rig.one<ui::TicketView>()->findChildren<ui::Notice *>();
        return std::count_if(notices.begin(), notices.end(), [](const ui::Notice *one) { return one->isVisible(); }) == 2;
    }));
    REQUIRE(rig.one<ui::RefusedList>());
    CHECK(says(*rig.one<ui::RefusedList>(), QStringLiteral("réseau"))); // its words are kept
    CHECK(rig.page(rig.ticket.id).assignee == rig.bruno);
    rig.button(QStringLiteral("leave"))->click();
    CHECK(rig.isSettled());
}
