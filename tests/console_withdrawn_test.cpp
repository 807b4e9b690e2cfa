// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "ConsoleRig.h"

#include <QLabel>
#include <QTest>

using namespace comptoir;
using namespace comptoir::tests;

namespace {

int signInTells(const QString &words)
{
    const auto *window = visibleWindow<ui::SignInWindow>();
    const auto labels = window ? window->findChildren<QLabel *>() : QList<QLabel *>();
    return int(std::count_if(labels.begin(), labels.end(),
                             [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); }));
}

bool signInSays(const QString &words)
{
    return signInTells(words) > 0;
}

bool told()
{
    return !visibleWindow<ui::MainWindow>() && signInSays(QStringLiteral("withdrawn this account"));
}

/// Amélie's copy holds a row of the service's and a ticket that was not sent.
void beginWithWork(ConsoleRig &rig)
{
    rig.start();
    rig.signIn();
    REQUIRE(waitUntil([&] { return rig.opensOffline(); }));
    rig.console.reset();
    rig.fetchOne();
    rig.leaveUnsent();
}

/// What stays: the work not sent and nothing else, behind a door that the right password does not open without the service.
void checkLeft(ConsoleRig &rig)
{
    CHECK(rig.keyring.secrets.isEmpty());
    rig.up = false;
    ConsoleRig::enter(rig.service.address());
    CHECK(waitUntil([] { return !signInSays(QStringLiteral("withdrawn this account")); }));
    CHECK(waitUntil(told));
    rig.console.reset();
    CHECK_FALSE(rig.bytesHoldTheRow());
    CHECK(rig.unsent() == 1);
}

} // namespace

TEST_CASE("an account withdrawn while somebody works ends the session, says so and empties the copy; what was not sent stays",
          "[console][withdrawn]")
{
    ConsoleRig rig;
    beginWithWork(rig);
    rig.start();
    ConsoleRig::mainWindow();
    REQUIRE(rig.bytesHoldTheRow());
    rig.withdrawn = true; // the next request is answered 401, and so is the renewal of its token
    REQUIRE(waitUntil(told, 20'000));
    REQUIRE(waitUntil([] { return signInSays(QStringLiteral("was emptied")); }));
    CHECK(signInTells(QStringLiteral("Changes not sent yet are kept")) == 1); // each thing is said once
    CHECK(signInTells(QStringLiteral("empt")) == 1);
    checkLeft(rig);
}

TEST_CASE("a start by the keyring's token learns that the account was withdrawn", "[console][withdrawn]")
{
    ConsoleRig rig;
    beginWithWork(rig);
    rig.withdrawn = true;
    rig.start();
    REQUIRE(waitUntil(told));
    REQUIRE(waitUntil([] { return signInSays(QStringLiteral("was emptied")); }));
    checkLeft(rig);
}

TEST_CASE("a console that ends right after it was told of the withdrawal is emptied at its next start", "[console][withdrawn]")
{
    ConsoleRig rig;
    beginWithWork(rig);
    const auto profile = net::Profile::find(rig.options.data, QUrl(rig.service.address()), QStringLiteral("amelie"));
    REQUIRE(profile);
    REQUIRE(profile->change([](net::Profile::Kept &kept) { kept.withdrawn = true; })); // noted; the program ended there
    rig.keyring.secrets.clear();
    REQUIRE(rig.bytesHoldTheRow());
    rig.up = false;
    rig.start();
    CHECK(waitUntil([&] { return !rig.bytesHoldTheRow(); }));
    CHECK_FALSE(visibleWindow<ui::MainWindow>());
    rig.console.reset();
    CHECK(rig.unsent() == 1);
}

TEST_CASE("an account that was given back opens again, with what was not sent", "[console][withdrawn]")
{
    ConsoleRig rig;
    beginWithWork(rig);
    rig.withdrawn = true;
    rig.start();
    REQUIRE(waitUntil([] { return signInSays(QStringLiteral("was emptied")); }));
    rig.withdrawn = false;
    ConsoleRig::enter(rig.service.address());
    ConsoleRig::mainWindow();
    REQUIRE(waitUntil([&] {
        const auto kept = net::Profile::all(rig.options.data).front().read();
        return kept && *kept && !(*kept)->withdrawn;
    }));
    rig.console.reset();
    CHECK(rig.unsent() == 1);
    rig.keyring.secrets.clear();
    rig.up = false;
    rig.start();
    REQUIRE(visibleWindow<ui::SignInWindow>());
    ConsoleRig::enter(rig.service.address()); // and without the service, too
    ConsoleRig::mainWindow();
}
