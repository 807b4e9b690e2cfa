// SPDX-License-Identifier: GPL-3.0-or-later
// Keys struck while an answer is awaited, and questions that stand open when something moves: no word goes, nothing is done twice.
#include "ActionPanel.h"
#include "Catch.h"
#include "DraftView.h"
#include "Language.h"
#include "NoteBox.h"
#include "PaneSamples.h"
#include "Says.h"
#include "TicketView.h"
#include "WindowRig.h"

#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>

using namespace comptoir;
using namespace comptoir::tests;

namespace {

const ui::TicketWords::NameOf kNobody = [](const QString &, const base::Uuid &) { return QString(); };

/// The window on a store that answers through the event loop, as it does in the program: until then keys may come.
struct AwaitingRig : WindowRig
{
    AwaitingRig()
        : WindowRig(domain::Role::Supervisor,
                    [](std::function<void()> answer) { QMetaObject::invokeMethod(qApp, answer, Qt::QueuedConnection); })
    {}
};

ui::DraftView &begun(WindowRig &rig)
{
    rig.key(Qt::Key_N, Qt::ControlModifier);
    REQUIRE(rig.until([&] { return rig.one<ui::DraftView>() != nullptr; }));
    return *rig.one<ui::DraftView>();
}

ui::TicketView &opened(WindowRig &rig, domain::TicketId id)
{
    rig.window().openTicket(id, true);
    REQUIRE(rig.until([&] { return rig.one<ui::TicketView>() && rig.one<ui::TicketView>()->ticket().id == id; }));
    return *rig.one<ui::TicketView>();
}

qsizetype entries(WindowRig &rig, domain::TicketId id, domain::EntryKind kind)
{
    const auto page = settled(rig.tickets.page(id));
    REQUIRE(page);
    return std::count_if(page->timeline.begin(), page->timeline.end(),
                         [&](const desk::TicketPage::Line &line) { return line.entry.kind == kind; });
}

/// A ticket in hand, on its own, with the resolving question open and a text in it.
struct Asking
{
    desk::TicketPage page = pageOf(domain::TicketState::New, 1);
    ui::TicketView view;
    ui::ActionPanel *panel = nullptr;
    QPlainTextEdit *text = nullptr;

    Asking()
    {
        view.resize(900, 700);
        view.showLists(listsOf(), operatorsOf());
        show();
        view.show();
        REQUIRE(QTest::qWaitForWindowExposed(&view));
        view.activateWindow();
        QTest::keyClick(&view, Qt::Key_Return, Qt::ControlModifier);
        for (auto *each : view.findChildren<ui::ActionPanel *>()) {
            panel = each->isVisible() ? each : panel;
        }
        REQUIRE(panel);
        text = panel->findChild<QPlainTextEdit *>();
        REQUIRE(text);
        text->setPlainText(QStringLiteral("câble remplacé"));
    }
    void show() { view.show(page, tests::namesOf(true), kNobody); }
    [[nodiscard]] QString note() const { return view.findChild<QPlainTextEdit *>(QStringLiteral("note"))->toPlainText(); }
};

} // namespace

TEST_CASE("keys struck after a draft's tab was asked to close are kept, and it closes", "[ui][draft][typing]")
{
    AwaitingRig rig;
    rig.open();
    (void)begun(rig);
    QWidget *summary = QApplication::focusWidget();
    QTest::keyClicks(summary, QStringLiteral("Badge"));
    QTest::keyClick(summary, Qt::Key_W, Qt::ControlModifier);
    QTest::keyClicks(summary, QStringLiteral(" perdu")); // before the answer
    CHECK(rig.until([&] { return rig.one<ui::DraftView>() == nullptr; }));
    const auto drafts = settled(rig.tickets.drafts());
    REQUIRE(drafts->size() == 1);
    CHECK(drafts->front().ticket.summary == u"Badge perdu");
}

TEST_CASE("a tab that was moved past several still shows its own ticket", "[ui][window][tabs]")
{
    WindowRig rig;
    QStringList numbers;
    std::vector<domain::TicketId> ids;
    for (const char *summary : {"Un", "Deux", "Trois"}) {
        ids.push_back(rig.opened(rig.written(QString::fromLatin1(summary))));
        numbers << rig.page(ids.back()).number;
    }
    rig.open();
    for (const domain::TicketId id : ids) {
        (void)opened(rig, id);
    }
    auto *tabs = opened(rig, ids[0]).window()->findChild<QTabBar *>();
    REQUIRE(tabs->count() == 3);
    const bool forth = GENERATE(true, false);
    forth ? tabs->moveTab(0, 2) : tabs->moveTab(2, 0);
    for (int i = 0; i < 3; ++i) {
        tabs->setCurrentIndex((i + 1) % 3);
        tabs->setCurrentIndex(i);
        INFO(i);
        REQUIRE(rig.one<ui::TicketView>());
        CHECK(tabs->tabText(i).startsWith(rig.one<ui::TicketView>()->ticket().number));
    }
}

TEST_CASE("a note is noted once, and what is written before that is answered stays", "[ui][note][typing]")
{
    AwaitingRig rig;
    const auto id = rig.opened(rig.written(QStringLiteral("Écran noir")));
    rig.open();
    auto *note = opened(rig, id).findChild<QPlainTextEdit *>(QStringLiteral("note"));
    note->setFocus();
    QTest::keyClicks(note, QStringLiteral("rappeler"));
    QTest::keyClick(note, Qt::Key_Return, Qt::AltModifier);
    QTest::keyClick(note, Qt::Key_Return, Qt::AltModifier);
    QTest::keyClicks(note, QStringLiteral(" lundi"));
    CHECK(rig.until([&] { return note->toPlainText() == u"lundi"; }));
    CHECK(rig.until([&] { return settled(rig.tickets.keptText(id)) == QStringLiteral("lundi"); }));
    CHECK(entries(rig, id, domain::EntryKind::Note) == 1);
    QTest::keyClick(note, Qt::Key_Return, Qt::AltModifier);
    CHECK(rig.until([&] { return note->toPlainText().isEmpty(); }));
    CHECK(entries(rig, id, domain::EntryKind::Note) == 2);
    CHECK(rig.until([&] { return settled(rig.tickets.keptText(id)) == QString(); }));
}

TEST_CASE("a ticket handed over by a key struck twice is handed over once", "[ui][ticket][typing]")
{
    AwaitingRig rig;
    const auto id = rig.opened(rig.written(QStringLiteral("Écran noir")));
    rig.open();
    ui::TicketView &view = opened(rig, id);
    const ui::TicketDeed deed{.act = ui::TicketAct::Assign,
                              .code = {},
                              .text = QStringLiteral("à voir"),
                              .group = {},
                              .assignee = rig.session.operatorId,
                              .untilMs = 0};
    Q_EMIT view.wanted(deed);
    Q_EMIT view.wanted(deed);
    CHECK(rig.until([&] { return rig.page(id).assignee == rig.session.operatorId; }));
    CHECK(entries(rig, id, domain::EntryKind::Assigned) == 1);
    Q_EMIT view.wanted(deed); // answered by now: a new one
    CHECK(rig.until([&] { return entries(rig, id, domain::EntryKind::Assigned) == 2; }));
}

TEST_CASE("a question that still makes sense stays open when the ticket moves", "[ui][ticket][typing]")
{
    Asking asking;
    asking.page.ticket.state = domain::TicketState::InProgress; // a colleague took it
    asking.show();
    CHECK(asking.panel->isVisible());
    CHECK(asking.text->toPlainText() == u"câble remplacé");
    CHECK(asking.note().isEmpty());
}

TEST_CASE("what is written in a question that makes no sense any more goes into the note", "[ui][ticket][typing]")
{
    Asking asking;
    const bool own = GENERATE(false, true);
    if (own) {
        asking.panel->findChild<QWidget *>(QStringLiteral("confirm"))->setFocus();
        Q_EMIT asking.panel->confirmed(); // its page comes before its answer
    }
    asking.page.ticket.state = domain::TicketState::Resolved;
    asking.show();
    CHECK_FALSE(asking.panel->isVisible());
    CHECK(asking.note() == (own ? QString() : QStringLiteral("câble remplacé")));
}

TEST_CASE("a summary taken back before the other one is answered is said, too", "[ui][ticket][typing]")
{
    ui::TicketView view;
    desk::TicketPage page = pageOf(domain::TicketState::InProgress, 1);
    page.ticket.summary = QStringLiteral("Écran");
    view.show(page, tests::namesOf(true), kNobody);
    view.show();
    QSignalSpy edited(&view, &ui::TicketView::edited);
    auto *summary = view.findChild<QLineEdit *>(QStringLiteral("summary"));
    summary->end(false);
    QTest::keyClicks(summary, QStringLiteral("s"));
    Q_EMIT summary->editingFinished();
    QTest::keyClick(summary, Qt::Key_Backspace);
    Q_EMIT summary->editingFinished();
    REQUIRE(edited.size() == 2);
    CHECK(edited[0][1].toString() == u"Écrans");
    CHECK(edited[1][1].toString() == u"Écran");
}

TEST_CASE("a note kept before stands above what was written until it was read", "[ui][note][typing]")
{
    ui::NoteBox box;
    QSignalSpy kept(&box, &ui::NoteBox::kept);
    box.append(QStringLiteral("nouveau"));
    box.showKept(QStringLiteral("ancien"));
    CHECK(box.text() == u"ancien\nnouveau");
    box.showKept(QStringLiteral("ancien"));
    CHECK(box.text() == u"ancien\nnouveau");
    box.flush();
    REQUIRE(kept.size() == 1);
    CHECK(kept[0][0].toString() == u"ancien\nnouveau");
}
