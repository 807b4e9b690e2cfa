// SPDX-License-Identifier: GPL-3.0-or-later
#include "CallBar.h"
#include "Catch.h"
#include "ConsoleRig.h"
#include "KeyButton.h"
#include "SignOutQuestion.h"

#include <QLabel>
#include <QTest>

using namespace comptoir;
using namespace comptoir::tests;

namespace {

template <class T>
bool says(const QString &words)
{
    const T *window = visibleWindow<T>();
    const auto labels = window ? window->template findChildren<QLabel *>() : QList<QLabel *>();
    return std::any_of(labels.begin(), labels.end(),
                       [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
}

void pressSignOut(ui::MainWindow *window)
{
    Q_EMIT window->findChild<ui::CallBar *>()->signOutAsked();
}

ui::SignOutQuestion *question()
{
    REQUIRE(waitUntil([] { return visibleWindow<ui::SignOutQuestion>() != nullptr; }));
    return visibleWindow<ui::SignOutQuestion>();
}

/// Somebody has signed in here once, and the service's row has come.
void beginWithCopy(ConsoleRig &rig)
{
    rig.start();
    rig.signIn();
    REQUIRE(waitUntil([&] { return rig.opensOffline(); }));
    rig.console.reset();
    rig.fetchOne();
}

} // namespace

TEST_CASE("a sign-out while the service is away is asked first, and staying is what Return and Esc do", "[console][signout]")
{
    ConsoleRig rig;
    beginWithCopy(rig);
    rig.start();
    auto *window = ConsoleRig::mainWindow();
    pressSignOut(window);
    auto *asked = question();
    CHECK_FALSE(asked->isModal()); // a call goes on meanwhile
    CHECK(says<ui::SignOutQuestion>(QStringLiteral("empties the copy")));
    CHECK_FALSE(says<ui::SignOutQuestion>(QStringLiteral("not sent")));
    asked->activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(asked, 5'000));
    QTest::keyClick(asked->focusWidget(), GENERATE(Qt::Key_Return, Qt::Key_Escape));
    CHECK(waitUntil([] { return visibleWindow<ui::SignOutQuestion>() == nullptr; }));
    QTest::qWait(50);
    CHECK(window->isVisible());
    rig.console.reset();
    CHECK(rig.holdsTheRow());
}

TEST_CASE("who signs out all the same, by the keyboard, was told how many changes stay; they and the empty copy are there",
          "[console][signout]")
{
    ConsoleRig rig;
    beginWithCopy(rig);
    rig.leaveUnsent();
    rig.start();
    pressSignOut(ConsoleRig::mainWindow());
    auto *asked = question();
    CHECK(waitUntil([] { return says<ui::SignOutQuestion>(QStringLiteral("1 change(s) not sent")); }));
    asked->activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(asked, 5'000));
    QTest::keyClick(asked->focusWidget(), Qt::Key_Tab);
    REQUIRE(asked->focusWidget()->objectName() == u"leave");
    QTest::keyClick(asked->focusWidget(), Qt::Key_Return);
    REQUIRE(waitUntil([] { return visibleWindow<ui::SignInWindow>() && !visibleWindow<ui::MainWindow>(); }));
    rig.console.reset();
    CHECK_FALSE(rig.holdsTheRow());
    CHECK(rig.unsent() == 1);
}

TEST_CASE("a sign-out with the service in reach and nothing waiting is done at once", "[console][signout]")
{
    ConsoleRig rig;
    rig.serves = true;
    beginWithCopy(rig);
    rig.start();
    auto *window = ConsoleRig::mainWindow();
    REQUIRE(waitUntil([&] {
        const auto buttons = window->findChildren<ui::KeyButton *>();
        return std::any_of(buttons.begin(), buttons.end(), [](const auto *one) { return one->text() == u"Up to date"; });
    }));
    pressSignOut(window);
    CHECK(waitUntil([] { return visibleWindow<ui::SignInWindow>() && !visibleWindow<ui::MainWindow>(); }));
    CHECK_FALSE(visibleWindow<ui::SignOutQuestion>());
}

TEST_CASE("a sign-out is asked about while the service is away or has not everything", "[console][signout]")
{
    using State = sync::SyncStatus::State;
    const auto needed = [](State state, int waiting) { return ui::SignOutQuestion::needed({.state = state, .waiting = waiting}); };
    CHECK(needed(State::Offline, 0));
    CHECK(needed(State::Connecting, 0));
    CHECK(needed(State::Working, 1));
    CHECK(needed(State::SignInNeeded, 2));
    CHECK_FALSE(needed(State::SignInNeeded, 0));
    CHECK_FALSE(needed(State::Agreed, 0));
    CHECK_FALSE(needed(State::FirstPull, 0));

    ui::SignOutQuestion question;
    question.show(sync::SyncStatus{.state = State::Working, .waiting = 2});
    CHECK(says<ui::SignOutQuestion>(QStringLiteral("2 change(s) not sent")));
    CHECK_FALSE(says<ui::SignOutQuestion>(QStringLiteral("not reached")));
    question.show(sync::SyncStatus{.state = State::Agreed}); // it came back meanwhile
    CHECK(says<ui::SignOutQuestion>(QStringLiteral("has everything now")));
    CHECK_FALSE(says<ui::SignOutQuestion>(QStringLiteral("not sent")));
}

TEST_CASE("after a restart the sign-in says whether the copy here holds anything", "[console][signout]")
{
    ConsoleRig rig;
    rig.start();
    REQUIRE(visibleWindow<ui::SignInWindow>());
    CHECK(says<ui::SignInWindow>(QStringLiteral("first sign-in"))); // nobody yet
    rig.signIn();
    REQUIRE(waitUntil([&] { return rig.opensOffline(); }));
    rig.console.reset();
    rig.fetchOne();
    rig.keyring.secrets.clear();
    rig.start();
    CHECK(waitUntil([] { return says<ui::SignInWindow>(QStringLiteral("opens the copy kept")); }));
    Q_EMIT rig.signIn()->signOutRequested();
    REQUIRE(waitUntil([] { return says<ui::SignInWindow>(QStringLiteral("was emptied")); }));
    rig.console.reset();
    rig.start();
    CHECK(waitUntil([] { return says<ui::SignInWindow>(QStringLiteral("copy on this computer is empty")); }));
    CHECK_FALSE(says<ui::SignInWindow>(QStringLiteral("opens the copy kept")));
}

TEST_CASE("a start for another operator than the one who is in is told so, and the window comes forward", "[console][start]")
{
    ConsoleRig rig;
    rig.start();
    CHECK(rig.tell(net::ShowWindow{QStringLiteral("bernard")})); // nobody is in
    auto *window = rig.signIn();
    window->showMinimized();
    CHECK_FALSE(rig.tell(net::ShowWindow{QStringLiteral("bernard")}));
    CHECK(waitUntil([&] { return !window->isMinimized(); }));
    CHECK(rig.tell(net::ShowWindow{QStringLiteral("Amelie")}));
    CHECK(rig.tell(net::ShowWindow{}));
}
