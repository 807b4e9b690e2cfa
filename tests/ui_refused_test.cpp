// SPDX-License-Identifier: GPL-3.0-or-later
// What the service refused, in the window.
#include "Catch.h"
#include "DraftView.h"
#include "KeyButton.h"
#include "Language.h"
#include "Mirror.h"
#include "NoteBox.h"
#include "NoticeTable.h"
#include "PayloadCodec.h"
#include "RefusedList.h"
#include "Says.h"
#include "TicketActions.h"
#include "TicketView.h"
#include "WindowRig.h"

#include <QApplication>
#include <QLineEdit>
#include <QTest>

using namespace comptoir;
using namespace comptoir::tests;

TEST_CASE("a refused requester set again carries the person, not the name", "[ui][window][ticket]")
{
    WindowRig rig;
    domain::Ticket ticket = rig.written(QStringLiteral("Écran noir"));
    ticket.requester = rig.claire;
    ticket.requesterName = QStringLiteral("Claire Martin");
    const auto id = rig.opened(ticket);
    store::Notice notice;
    notice.op = rig.ids.make<domain::OperationId>();
    notice.entity = domain::EntityId{id.value};
    notice.kind = QByteArrayLiteral("ticket.edit");
    notice.payload = wire::encodePayload(
        domain::TicketEdit{QStringLiteral("requester"), rig.paul.toString(), QStringLiteral("Paul Durand"), {}});
    notice.madeMs = rig.clock.ms;
    notice.code = QStringLiteral("stale");
    notice.refusal = QByteArray(QByteArrayLiteral("{\"field\":\"requester\",\"current\":\"") + rig.claire.toString().toUtf8() + "\"}");
    REQUIRE(settled(rig.store->write([notice](store::Db &db) { return store::NoticeTable::put(db, notice); })));
    rig.open().openTicket(id);
    REQUIRE(rig.until([&] { return rig.one<ui::TicketView>() && !rig.one<ui::TicketView>()->page().refused.empty(); }));
    ui::KeyButton *again = nullptr;
    for (auto *button : rig.one<ui::TicketView>()->findChildren<ui::KeyButton *>()) {
        again = button->objectName() == u"insist" && button->isVisible() ? button : again;
    }
    REQUIRE(again);
    QTest::mouseClick(again, Qt::LeftButton);
    CHECK(rig.until([&] { return rig.page(id).requester == rig.paul; }));
    CHECK(rig.page(id).requesterName == u"Paul Durand");
    CHECK(rig.until([&] { return rig.one<ui::TicketView>()->page().refused.empty(); }));
}

TEST_CASE("a ticket whose opening is refused in front is locked, says so, and a button makes it a draft again", "[ui][window][ticket]")
{
    WindowRig rig;
    const auto id = rig.opened(rig.written(QStringLiteral("Écran noir")));
    rig.open().openTicket(id);
    REQUIRE(rig.until([&] { return rig.one<ui::TicketView>() && rig.one<ui::TicketView>()->page().pending; }));
    rig.one<ui::NoteBox>()->append(QStringLiteral("à rappeler"));
    auto *summary = rig.one<ui::TicketView>()->findChild<QLineEdit *>(QStringLiteral("summary"));
    summary->setFocus();
    summary->end(false);
    QTest::keyClicks(summary, QStringLiteral(" au CCAS"));
    const auto refused = wire::Verdict::refused(domain::OperationId{id.value}, domain::scopeOf(rig.merignac), 0, domain::Refusal{});
    REQUIRE(settled(rig.store->write([&](store::Db &db) { return store::mirror::takeVerdicts(db, {refused}); })));
    REQUIRE(rig.until([&] { return rig.one<ui::TicketView>()->page().unopened; }));
    CHECK_FALSE(rig.one<ui::TicketActions>());
    CHECK_FALSE(rig.one<ui::NoteBox>());
    CHECK_FALSE(rig.one<ui::TicketView>()->form()->isEnabled());
    auto *list = rig.one<ui::RefusedList>();
    REQUIRE(list);
    auto *redraft = list->findChild<ui::KeyButton *>(QStringLiteral("redraft"));
    REQUIRE(redraft);
    QTest::mouseClick(redraft, Qt::LeftButton);
    REQUIRE(rig.until([&] { return rig.one<ui::DraftView>() != nullptr; }));
    CHECK(rig.one<ui::DraftView>()->draft().ticket.summary == u"Écran noir");
    CHECK(rig.one<ui::DraftView>()->draft().ticket.description.contains(u"à rappeler")); // half written
    CHECK(rig.one<ui::DraftView>()->draft().ticket.description.contains(u"Écran noir au CCAS")); // being typed
    CHECK_FALSE(rig.one<ui::TicketView>());
    // A ticket opened in the same tab afterwards is not locked.
    rig.window().openTicket(rig.opened(rig.written(QStringLiteral("Souris"))));
    REQUIRE(rig.until([&] { return rig.one<ui::TicketView>() && rig.one<ui::TicketActions>(); }));
    CHECK(rig.one<ui::TicketView>()->form()->isEnabled());
}

TEST_CASE("a draft made from a refused ticket tells what is done again with it, and can be opened without", "[ui][window][ticket]")
{
    ui::useLanguage(*qApp, QStringLiteral("en"));
    WindowRig rig;
    const auto id = rig.opened(rig.written(QStringLiteral("Écran noir")));
    REQUIRE(settled(rig.tickets.claim(id)));
    REQUIRE(settled(rig.tickets.resolve(id, QStringLiteral("fixed"), QStringLiteral("câble rebranché"))));
    const auto refused = wire::Verdict::refused(domain::OperationId{id.value}, domain::scopeOf(rig.merignac), 0, domain::Refusal{});
    REQUIRE(settled(rig.store->write([&](store::Db &db) { return store::mirror::takeVerdicts(db, {refused}); })));
    rig.open().openTicket(id);
    REQUIRE(rig.until([&] { return rig.one<ui::RefusedList>() != nullptr; }));
    QTest::mouseClick(rig.one<ui::RefusedList>()->findChild<ui::KeyButton *>(QStringLiteral("redraft")), Qt::LeftButton);
    REQUIRE(rig.until([&] { return rig.one<ui::DraftView>() != nullptr; }));
    ui::DraftView &draft = *rig.one<ui::DraftView>();
    CHECK(says(draft, QStringLiteral("Done again when it is saved")));
    CHECK(says(draft, QStringLiteral("Repaired · câble rebranché")));
    const bool only = GENERATE(false, true);
    if (only) {
        for (auto *button : draft.findChildren<ui::KeyButton *>()) {
            if (button->text() == u"Open it only") {
                button->click();
            }
        }
        CHECK_FALSE(says(draft, QStringLiteral("Done again when it is saved")));
    }
    rig.key(Qt::Key_S, Qt::ControlModifier);
    REQUIRE(rig.until([&] { return rig.one<ui::TicketView>() && rig.one<ui::TicketView>()->ticket().summary == u"Écran noir"; }));
    const domain::Ticket now = rig.page(rig.one<ui::TicketView>()->ticket().id);
    CHECK(now.state == (only ? domain::TicketState::New : domain::TicketState::Resolved));
    CHECK(now.assignee == (only ? domain::OperatorId{} : rig.session.operatorId));
    CHECK(now.resolution == (only ? QString() : QStringLiteral("câble rebranché")));
}
