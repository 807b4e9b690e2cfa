// SPDX-License-Identifier: GPL-3.0-or-later
// The keyboard goes through a page as one reads it, and comes back to where it was.
#include "Catch.h"
#include "DraftView.h"
#include "FitScroll.h"
#include "KeyButton.h"
#include "PaneSamples.h"
#include "SettingTable.h"
#include "SignInWindow.h"
#include "TicketView.h"
#include "TimelineView.h"
#include "WindowRig.h"

#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

using namespace comptoir;
using namespace comptoir::tests;

namespace {

const ui::TicketWords::NameOf kNobody = [](const QString &, const base::Uuid &) { return QString(); };

struct Shown
{
    explicit Shown(std::size_t lines)
    {
        desk::TicketPage page = pageOf(domain::TicketState::New, 1);
        page.timeline.resize(std::min(lines, page.timeline.size()));
        view.resize(460, 640);
        view.showLists(listsOf(), operatorsOf());
        view.show(page, namesOf(true), kNobody);
        view.show();
        REQUIRE(QTest::qWaitForWindowExposed(&view));
        view.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&view));
    }

    ui::TicketView view;
};

QStringList namesByTab(QWidget &first, int count)
{
    QStringList names;
    first.setFocus();
    for (int at = 0; at < count; ++at) {
        names << QApplication::focusWidget()->objectName();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    return names;
}

} // namespace

TEST_CASE("Tab goes through a ticket's fields in the order of reading", "[ui][keys]")
{
    Shown shown(1);
    auto *summary = shown.view.findChild<QLineEdit *>(QStringLiteral("summary"));
    REQUIRE(summary);
    CHECK(namesByTab(*summary, 5)
          == QStringList{QStringLiteral("summary"), QStringLiteral("category"), QStringLiteral("impact"), QStringLiteral("urgency"),
                         QStringLiteral("description")});
}

TEST_CASE("where the history is short the fields have the room it does not need", "[ui][ticket]")
{
    Shown shown(1);
    const auto *fields = shown.view.findChild<ui::FitScroll *>();
    REQUIRE(fields);
    CHECK(fields->height() >= fields->sizeHint().height());
    const auto *history = shown.view.findChild<ui::TimelineView *>();
    CHECK(history->contentHeight() > 0);
    CHECK(history->height() >= history->contentHeight());
}

TEST_CASE("a description of blanks alone is none", "[ui][ticket]")
{
    Shown shown(1);
    auto *description = shown.view.findChild<QPlainTextEdit *>(QStringLiteral("description"));
    REQUIRE(description);
    QSignalSpy edited(&shown.view, &ui::TicketView::edited);
    description->setFocus();
    description->selectAll();
    QTest::keyClick(description, Qt::Key_Delete);
    QTest::keyClicks(description, QStringLiteral("  "));
    QTest::keyClick(description, Qt::Key_S, Qt::ControlModifier);
    shown.view.form()->focusSummary();
    for (const auto &one : edited) {
        CHECK(one.at(1).toString().isEmpty());
    }
}

TEST_CASE("a new ticket is begun where an untouched one stands", "[ui][window][draft]")
{
    WindowRig rig;
    rig.open();
    rig.key(Qt::Key_N, Qt::ControlModifier);
    REQUIRE(rig.until([&] { return rig.one<ui::DraftView>() != nullptr; }));
    const auto drafts = [&] { return settled(rig.tickets.drafts()).value().size(); };
    CHECK(drafts() == 1);
    rig.key(Qt::Key_N, Qt::ControlModifier);
    rig.key(Qt::Key_N, Qt::ControlModifier);
    CHECK(drafts() == 1);
    auto *line = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    REQUIRE(line);
    CHECK(line->objectName() == QStringLiteral("summary"));
    QTest::keyClicks(line, QStringLiteral("Imprimante"));
    rig.key(Qt::Key_N, Qt::ControlModifier);
    CHECK(rig.until([&] { return drafts() == 2; }));
}

TEST_CASE("a ticket opened with the keyboard takes it in its summary", "[ui][window][ticket]")
{
    WindowRig rig;
    rig.open();
    const auto id = rig.opened(rig.written(QStringLiteral("Imprimante"), rig.merignac));
    rig.window().openTicket(id, true);
    CHECK(rig.until([&] { return rig.one<ui::TicketView>() && rig.one<ui::TicketView>()->ticket().id == id; }));
    REQUIRE(QApplication::focusWidget());
    CHECK(QApplication::focusWidget()->objectName() == QStringLiteral("summary"));
}

TEST_CASE("the tickets that were open come back once the settings are read", "[ui][window][ticket]")
{
    // As in the program, the window stands before the settings are there.
    bool held = false;
    std::vector<std::function<void()>> later;
    WindowRig rig(domain::Role::Supervisor, [&](std::function<void()> answer) {
        if (held) {
            later.push_back(std::move(answer));
        } else {
            answer();
        }
    });
    const auto id = rig.opened(rig.written(QStringLiteral("Imprimante"), rig.merignac));
    const auto kept = rig.store->write(
        [&](store::Db &db) { return store::SettingTable::put(db, QStringLiteral("open_tickets"), id.toString()); });
    REQUIRE(settled(kept));
    held = true;
    rig.open();
    CHECK_FALSE(rig.one<ui::TicketView>());
    held = false;
    for (const auto &answer : std::exchange(later, {})) {
        answer();
    }
    CHECK(rig.until([&] { return rig.one<ui::TicketView>() && rig.one<ui::TicketView>()->ticket().id == id; }));
}

TEST_CASE("signing in again beside the desk does not take the keyboard", "[ui][sign-in]")
{
    ui::SignInWindow window;
    window.show({QStringLiteral("https://desk.example"), QStringLiteral("amelie"), ui::SignInWindow::Copy::Filled, true, {}});
    CHECK(window.testAttribute(Qt::WA_ShowWithoutActivating));
    window.hide();
    window.show({QStringLiteral("https://desk.example"), QStringLiteral("amelie"), ui::SignInWindow::Copy::Filled, false, {}});
    CHECK_FALSE(window.testAttribute(Qt::WA_ShowWithoutActivating));
}
