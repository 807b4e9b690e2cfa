// SPDX-License-Identifier: GPL-3.0-or-later
#include "ActionPanel.h"
#include "AssistPanel.h"
#include "BarList.h"
#include "BoardPage.h"
#include "CallBar.h"
#include "CallerCardView.h"
#include "Catch.h"
#include "ChoiceBox.h"
#include "ContactView.h"
#include "DraftView.h"
#include "EventMessages.h"
#include "FigureTile.h"
#include "KeyButton.h"
#include "PersonField.h"
#include "QueueLook.h"
#include "QueueModel.h"
#include "QueueTable.h"
#include "QueueView.h"
#include "ShortcutSheet.h"
#include "TicketView.h"
#include "WindowRig.h"

#include "ContactTable.h"
#include "CursorTable.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QTest>

using namespace comptoir;
using namespace comptoir::tests;
using Kind = desk::CallEvent::Kind;

namespace {

void settle(WindowRig &rig)
{
    QTest::qWait(50);
    runPosted();
    static_cast<void>(rig);
}

domain::Contact call(const WindowRig &rig, int n, domain::CallOutcome outcome, qint64 agoMs)
{
    domain::Contact out;
    out.id = domain::ContactId::fromName(QByteArray::number(n));
    out.scope = domain::ScopeId{};
    out.number = QStringLiteral("05561020%1").arg(n % 3, 2, 10, QLatin1Char('0'));
    out.key = out.number;
    out.callId = QString::number(n);
    out.outcome = outcome;
    out.startedMs = rig.clock.ms - agoMs;
    out.answeredMs = outcome == domain::CallOutcome::Answered ? out.startedMs + 5000 : 0;
    out.endedMs = out.startedMs + 60'000;
    out.wrapUpMs = out.endedMs;
    return out;
}

/// Tickets of every sort the board counts, calls of today and before, telephones that ring.
void fillBoard(WindowRig &rig)
{
    const domain::OperatorId me = rig.session.operatorId;
    store::CursorRow whole; // of a copy that is not, the board tells no figure
    whole.complete = true;
    REQUIRE(settled(rig.store->write([&](store::Db &db) { return store::CursorTable::put(db, whole); })));
    for (int n = 0; n < 9; ++n) {
        domain::Ticket ticket = rig.written(QStringLiteral("Ticket %1").arg(n), n % 3 == 0 ? rig.pessac : rig.merignac);
        ticket.impact = n % 2 ? domain::Level::High : domain::Level::Low;
        ticket.urgency = n % 2 ? domain::Level::High : domain::Level::Low;
        ticket.group = n % 2 ? rig.group : domain::GroupId{};
        const auto id = rig.opened(ticket);
        if (n == 1 || n == 4) {
            REQUIRE(settled(rig.tickets.claim(id)));
        }
        if (n == 5) {
            REQUIRE(settled(rig.tickets.assign(id, rig.group, me, {})));
            REQUIRE(settled(rig.tickets.wait(id, domain::WaitReason::Other, 0, {})));
        }
        rig.clock.ms += (n == 2 ? 40LL : n == 4 ? 5LL : n == 6 ? 2LL : 0LL) * 24 * 3600 * 1000;
    }
    rig.clock.ms += 60'000;
    const auto done = settled(rig.store->write([&](store::Db &db) -> base::Result<> {
        int n = 0;
        for (const auto &[outcome, agoMs] :
             {std::pair{domain::CallOutcome::Answered, 1000LL}, std::pair{domain::CallOutcome::Answered, 2000LL},
              std::pair{domain::CallOutcome::Missed, 3000LL}, std::pair{domain::CallOutcome::Missed, 4000LL},
              std::pair{domain::CallOutcome::Abandoned, 5000LL}, std::pair{domain::CallOutcome::Missed, 2LL * 24 * 3600 * 1000},
              std::pair{domain::CallOutcome::Answered, 2LL * 24 * 3600 * 1000}}) {
            ++n;
            if (auto put = store::ContactTable::put(db, call(rig, n, outcome, agoMs), n); !put) {
                return put;
            }
        }
        return {};
    }));
    REQUIRE(done);
    wire::EventMessage event;
    wire::PresenceMessage presence;
    presence.operatorId = me;
    presence.state = domain::OperatorState::Available;
    presence.ringing = 2;
    presence.oldestRingMs = rig.clock.ms - 9000;
    event.presence.push_back(presence);
    rig.board.takePresence(event.encode());
}

void showBoard(WindowRig &rig)
{
    if (!rig.one<ui::BoardPage>()) {
        rig.key(Qt::Key_B, Qt::ControlModifier);
    }
    REQUIRE(rig.until([&] { return rig.one<ui::BoardPage>() != nullptr; }));
    settle(rig);
}

QString noFigure()
{
    return QStringLiteral("—");
}

} // namespace

TEST_CASE("a ring shows over the board, is answered by F9 and brings the desk back, also from full screen", "[ui][window][callbar]")
{
    WindowRig rig;
    rig.open();
    showBoard(rig);
    CHECK_FALSE(rig.one<ui::CallBar>());
    const bool full = GENERATE(false, true);
    if (full) {
        rig.key(Qt::Key_F11);
        REQUIRE(rig.until([&] { return rig.window().isFullScreen(); }));
    }
    rig.telephone.say(Kind::Ring, QStringLiteral("a"), QStringLiteral("4201"));
    REQUIRE(rig.until([&] { return rig.one<ui::CallBar>() != nullptr; }));
    CHECK(rig.one<ui::BoardPage>());
    CHECK(rig.window().isFullScreen() == full);
    QTest::qWait(450); // a key pressed just before a ring does not answer it
    rig.key(Qt::Key_F9);
    CHECK(rig.telephone.commands == QStringList{QStringLiteral("answer a")});
    CHECK_FALSE(rig.one<ui::BoardPage>());
    CHECK_FALSE(rig.window().isFullScreen());
    CHECK(rig.one<ui::CallBar>());
}

TEST_CASE("F1 and ? open and close the list of keys, below the call bar; a text field keeps its question mark", "[ui][window]")
{
    WindowRig rig;
    rig.open();
    rig.key(Qt::Key_Question, Qt::ShiftModifier);
    REQUIRE(rig.one<ui::ShortcutSheet>());
    CHECK(rig.one<ui::ShortcutSheet>()->y() >= rig.one<ui::CallBar>()->height());
    rig.key(Qt::Key_F1);
    CHECK_FALSE(rig.one<ui::ShortcutSheet>());
    rig.key(Qt::Key_F, Qt::ControlModifier);
    auto *field = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    REQUIRE(field);
    QTest::keyClicks(field, QStringLiteral("?"));
    CHECK(field->text() == u"?");
    CHECK_FALSE(rig.one<ui::ShortcutSheet>());
}

TEST_CASE("every figure of the board opens exactly the list that it counts", "[ui][window][board]")
{
    WindowRig rig;
    fillBoard(rig);
    rig.open();
    showBoard(rig);
    const auto tiles = rig.window().findChildren<ui::FigureTile *>();
    REQUIRE(tiles.size() == 7);
    REQUIRE(rig.until([&] { return tiles.front()->figure() != noFigure(); }));
    int more = 0;
    const auto opens = [&](int wanted) {
        if (const auto *calls = rig.one<ui::ContactView>()) {
            return calls->findChild<QListView *>()->model()->rowCount() == wanted;
        }
        auto *queue = rig.one<ui::QueueView>();
        return queue && queue->model().rowCount() == wanted;
    };
    for (ui::FigureTile *tile : tiles) {
        const int wanted = tile->figure().toInt();
        INFO(tile->accessibleName().toStdString() << " counts " << wanted);
        QTest::mouseClick(tile, Qt::LeftButton);
        CHECK(rig.until([&] { return opens(wanted); }));
        settle(rig);
        CHECK(opens(wanted));
        more += wanted > 0 ? 1 : 0;
        showBoard(rig);
    }
    CHECK(more >= 6);
    int bars = 0;
    for (ui::BarRow *row : rig.window().findChildren<ui::BarRow *>()) {
        if (!row->isVisible()) {
            continue;
        }
        const int wanted = row->bar().count;
        INFO(row->accessibleName().toStdString());
        QTest::mouseClick(row, Qt::LeftButton);
        CHECK(rig.until([&] { return opens(wanted); }));
        settle(rig);
        CHECK(opens(wanted));
        ++bars;
        showBoard(rig);
    }
    CHECK(bars >= 10);
}

TEST_CASE("a call becomes a ticket by keys alone: answer, write, hand over", "[ui][window][draft]")
{
    WindowRig rig;
    rig.open();
    rig.telephone.say(Kind::Ring, QStringLiteral("a"), QStringLiteral("4201"));
    REQUIRE(rig.until([&] { return rig.one<ui::CallerCardView>() && rig.one<ui::CallerCardView>()->person() == rig.claire; }));
    rig.telephone.say(Kind::Answer, QStringLiteral("a"));
    rig.key(Qt::Key_N, Qt::ControlModifier);
    REQUIRE(rig.until([&] { return rig.one<ui::DraftView>() != nullptr; }));
    auto *draft = rig.one<ui::DraftView>();
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Outlook ne s'ouvre plus"));
    auto *assets = draft->findChild<ui::ChoiceBox *>(QStringLiteral("asset"));
    REQUIRE(assets);
    CHECK(rig.until([&] { return assets->findData(rig.workstation.toString()) >= 0; }));
    rig.key(Qt::Key_T, Qt::ControlModifier);
    REQUIRE(rig.until([&] { return rig.one<ui::ActionPanel>() != nullptr; }));
    auto *panel = rig.one<ui::ActionPanel>();
    auto *group = panel->findChild<ui::ChoiceBox *>(QStringLiteral("group"));
    REQUIRE(group);
    group->setCurrentIndex(group->findData(rig.group.toString()));
    Q_EMIT group->activated(group->currentIndex());
    rig.key(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(rig.until([&] { return rig.one<ui::TicketView>() && !rig.one<ui::TicketView>()->page().ticket.id.isNull(); }));
    const domain::Ticket made = rig.page(rig.one<ui::TicketView>()->page().ticket.id);
    CHECK(made.summary == u"Outlook ne s'ouvre plus");
    CHECK(made.requester == rig.claire);
    CHECK(made.group == rig.group);
    CHECK(settled(rig.tickets.drafts())->empty());
    CHECK(settled(rig.pending.items())->size() >= 2);
}

TEST_CASE("a draft gone on with offers its requester's machines", "[ui][window][draft]")
{
    WindowRig rig;
    domain::Ticket ticket = rig.written(QStringLiteral("Poste lent"));
    ticket.requester = rig.claire;
    ticket.requesterName = QStringLiteral("Claire Martin");
    const auto draft = settled(rig.tickets.startDraft(ticket));
    REQUIRE(draft);
    rig.open();
    auto *side = rig.window().findChild<QListView *>(); // the sidebar stands first
    REQUIRE(rig.until([&] {
        for (auto *list : rig.window().findChildren<QListView *>()) {
            for (int row = 0; row < list->model()->rowCount(); ++row) {
                if (list->model()->index(row, 0).data().toString() == u"Poste lent") {
                    side = list;
                    list->setCurrentIndex(list->model()->index(row, 0));
                    return true;
                }
            }
        }
        return false;
    }));
    side->setFocus();
    QTest::keyClick(side, Qt::Key_Return);
    REQUIRE(rig.until([&] { return rig.one<ui::DraftView>() != nullptr; }));
    auto *assets = rig.one<ui::DraftView>()->findChild<ui::ChoiceBox *>(QStringLiteral("asset"));
    REQUIRE(assets);
    CHECK(rig.until([&] { return assets->findData(rig.workstation.toString()) >= 0; }));
}

TEST_CASE("F7 asks for the person's agreement, starts the tool and writes it into the ticket", "[ui][window][assist]")
{
    WindowRig rig;
    domain::Ticket ticket = rig.written(QStringLiteral("Poste lent"));
    ticket.requester = rig.claire;
    const auto id = rig.opened(ticket);
    rig.open().openTicket(id);
    REQUIRE(rig.until([&] { return rig.one<ui::TicketView>() && !rig.one<ui::TicketView>()->page().requesterAssets.empty(); }));
    rig.key(Qt::Key_F7);
    auto *panel = rig.one<ui::AssistPanel>();
    REQUIRE(panel);
    CHECK(rig.launcher.launched.isEmpty());
    auto *agree = panel->findChild<ui::KeyButton *>(QStringLiteral("agree"));
    REQUIRE(agree);
    QTest::mouseClick(agree, Qt::LeftButton);
    CHECK(rig.until([&] { return rig.launcher.launched == QStringList{QStringLiteral("127.0.0.1::5971")}; }));
    CHECK(rig.assist.session().phase == desk::Assist::Session::Phase::Running);
    rig.assist.end();
    CHECK(rig.until([&] {
        const auto page = settled(rig.tickets.page(id));
        return page && std::any_of(page->timeline.begin(), page->timeline.end(), [](const auto &line) {
                   return line.entry.kind == domain::EntryKind::Assist;
               });
    }));
}

TEST_CASE("what the operator set stands again at the next start", "[ui][window][settings]")
{
    WindowRig rig;
    const auto id = rig.opened(rig.written(QStringLiteral("Wi-Fi lent")));
    rig.open().openTicket(id);
    REQUIRE(rig.until([&] { return rig.one<ui::TicketView>() != nullptr; }));
    auto &table = rig.window().findChild<ui::QueueView *>()->table();
    table.look().use(QStringLiteral("requester,state;24"));
    Q_EMIT table.lookChosen();
    runPosted();
    rig.close();
    desk::Settings again(*rig.store);
    again.load();
    REQUIRE(rig.until([&] { return again.text(QStringLiteral("open_tickets")) == id.toString(); }));
    rig.open();
    CHECK(rig.until([&] { return rig.one<ui::TicketView>() && rig.one<ui::TicketView>()->page().ticket.id == id; }));
    CHECK(rig.window().findChild<ui::QueueView *>()->table().look().text() == u"number,summary,requester,state;24");
}

TEST_CASE("a window closed in the middle of a call keeps what was written", "[ui][window][draft]")
{
    WindowRig rig;
    rig.open();
    rig.telephone.say(Kind::Ring, QStringLiteral("a"), QStringLiteral("4201"));
    REQUIRE(rig.until([&] { return rig.one<ui::CallerCardView>() && rig.one<ui::CallerCardView>()->person() == rig.claire; }));
    rig.key(Qt::Key_N, Qt::ControlModifier);
    REQUIRE(rig.until([&] { return rig.one<ui::DraftView>() != nullptr; }));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Imprimante"));
    rig.close();
    runPosted();
    const auto drafts = settled(rig.tickets.drafts());
    REQUIRE(drafts);
    REQUIRE(drafts->size() == 1);
    CHECK(drafts->front().ticket.summary == u"Imprimante");
}

TEST_CASE("the groups' queue is titled by the group, though the group was not known when it opened", "[ui][window]")
{
    WindowRig rig(domain::Role::Operator);
    rig.open();
    CHECK(rig.until([&] {
        const auto labels = rig.window().findChild<ui::QueueView *>()->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [](const QLabel *label) { return label->text() == u"Poste de travail"; });
    }));
}
