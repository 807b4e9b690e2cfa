// SPDX-License-Identifier: GPL-3.0-or-later
#include "CallBar.h"
#include "Catch.h"
#include "ConsoleRig.h"
#include "DraftView.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace comptoir;
using namespace comptoir::tests;

TEST_CASE("what is said while nobody is signed in is kept and brings the sign-in forward", "[console][start]")
{
    ConsoleRig rig;
    rig.start();
    auto *signIn = visibleWindow<ui::SignInWindow>();
    REQUIRE(signIn);
    signIn->showMinimized();
    desk::CallEvent ring;
    ring.callId = QStringLiteral("a");
    ring.number = QStringLiteral("0556102030");
    CHECK(rig.tell(ring));
    CHECK(rig.tell(net::ShowWindow{}));
    CHECK(waitUntil([&] { return !signIn->isMinimized(); }));

    auto *window = rig.signIn();
    auto *bar = window->findChild<ui::CallBar *>();
    REQUIRE(bar);
    CHECK(waitUntil([&] { return bar->hasCall(); }));
    CHECK(bar->state().callId == u"a");
    CHECK_FALSE(signIn->isVisible());

    Q_EMIT window->signOutRequested();
    REQUIRE(waitUntil([&] { return signIn->isVisible() && !visibleWindow<ui::MainWindow>(); }));
    CHECK(signIn->findChild<QLineEdit *>(QStringLiteral("password"))->text().isEmpty());
    CHECK_FALSE(signIn->findChild<QLineEdit *>(QStringLiteral("login"))->isReadOnly()); // somebody else may come
}

TEST_CASE("the next start lets in by the keyring's token, until somebody signs out", "[console][start]")
{
    ConsoleRig rig;
    rig.start();
    rig.signIn();
    REQUIRE(waitUntil([&] { return rig.keyring.secrets.size() == 1; }));
    rig.console.reset();
    rig.start(); // whoever was in last, at the service of last time
    auto *window = ConsoleRig::mainWindow();
    CHECK_FALSE(visibleWindow<ui::SignInWindow>());
    Q_EMIT window->signOutRequested();
    REQUIRE(waitUntil([] { return visibleWindow<ui::SignInWindow>() != nullptr; }));
    CHECK(rig.keyring.secrets.isEmpty());
    rig.console.reset();
    rig.start();
    CHECK(waitUntil([] { return visibleWindow<ui::SignInWindow>() != nullptr; }));
}

TEST_CASE("a start by the password file leaves the keyring alone, unless it is told to keep the sign-in", "[console][start]")
{
    ConsoleRig rig;
    rig.options.service = rig.service.address();
    rig.options.login = QStringLiteral("amelie");
    rig.options.passwordFile = rig.folder.filePath(QStringLiteral("password"));
    {
        QFile file(rig.options.passwordFile);
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner));
        file.write(kPassword.toUtf8());
    }
    rig.options.keepSignIn = GENERATE(false, true);
    rig.start();
    auto *window = ConsoleRig::mainWindow();
    CHECK(rig.keyring.secrets.size() == (rig.options.keepSignIn ? 1 : 0));
    Q_EMIT window->signOutRequested();
    REQUIRE(waitUntil([] { return visibleWindow<ui::SignInWindow>() != nullptr; }));
    CHECK(rig.keyring.secrets.isEmpty());
    CHECK((rig.keyring.asked > 0) == rig.options.keepSignIn);
}

TEST_CASE("a keyring declined at the sign-in is not asked again when the service comes back, nor at a later sign-in", "[console][start]")
{
    ConsoleRig rig;
    rig.start();
    rig.signIn();
    REQUIRE(waitUntil([&] { return rig.opensOffline(); }));
    rig.console.reset();
    rig.up = false;
    rig.keyring.declines = true;
    rig.keyring.asked = 0;
    rig.start();
    rig.signIn();
    const int asked = rig.keyring.asked;
    const int issued = rig.issued;
    rig.up = rig.serves = true;
    REQUIRE(waitUntil([&] { return rig.issued > issued; }));
    QTest::qWait(200); // what follows a renewal has come
    CHECK(asked == 1);
    CHECK(rig.keyring.asked == asked);
    CHECK(ConsoleRig::mainWindow()->isVisible());
}

TEST_CASE("a draft closed 100 ms after the last key has every key, and the window goes on", "[console][draft]")
{
    ConsoleRig rig;
    rig.start();
    auto *window = rig.signIn();
    typeDraft(window, QStringLiteral("Imprimante muette"));
    QTest::qWait(100);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_W, Qt::ControlModifier);
    CHECK(waitUntil([&] { return !window->findChild<ui::DraftView *>(); }));
    QTest::qWait(700); // what was on its way has come
    CHECK(window->isVisible());
    rig.console.reset();
    CHECK(rig.drafts() == QStringList{QStringLiteral("Imprimante muette")});
}

TEST_CASE("a sign-out while things are under way loses no key and empties the copy of the service", "[console][signout]")
{
    ConsoleRig rig;
    rig.start();
    rig.signIn();
    rig.console.reset();
    rig.fetchOne();
    REQUIRE(rig.holdsTheRow());
    rig.start();
    auto *window = ConsoleRig::mainWindow();
    typeDraft(window, QStringLiteral("Écran noir"));
    Q_EMIT window->signOutRequested();
    REQUIRE(waitUntil([] { return visibleWindow<ui::SignInWindow>() && !visibleWindow<ui::MainWindow>(); }));
    SECTION("then the program ends") {}
    SECTION("then the same operator comes back at once")
    {
        rig.signIn();
    }
    SECTION("then the program goes on for a while")
    {
        QTest::qWait(700);
    }
    rig.console.reset();
    CHECK(rig.drafts() == QStringList{QStringLiteral("Écran noir")});
    CHECK_FALSE(rig.holdsTheRow());
}

TEST_CASE("a sign-out wipe that was cut short is taken up at the next start, before anybody signs in", "[console][signout]")
{
    ConsoleRig rig;
    rig.start();
    rig.signIn();
    rig.console.reset();
    rig.fetchOne();
    REQUIRE(rig.bytesHoldTheRow());
    rig.start();
    auto *window = ConsoleRig::mainWindow();
    const QString mirror = net::Profile::all(rig.options.data).front().databasePath();
    Q_EMIT window->signOutRequested();
    REQUIRE(waitUntil([] { return visibleWindow<ui::SignInWindow>() && !visibleWindow<ui::MainWindow>(); }));
    rig.console.reset(); // the workers that are under way get to their end, nothing follows them
    REQUIRE(waitUntil([&] { return store::Store::isMarkedForWipe(mirror) || !rig.bytesHoldTheRow(); }));
    rig.start();
    CHECK(waitUntil([&] { return !store::Store::isMarkedForWipe(mirror); }));
    CHECK_FALSE(rig.bytesHoldTheRow());
    rig.console.reset();
}

TEST_CASE("a copy that is marked for its wipe is emptied at the start, whoever signs in", "[console][signout]")
{
    ConsoleRig rig;
    rig.start();
    rig.signIn();
    rig.console.reset();
    rig.fetchOne();
    rig.keyring.secrets.clear();
    const QString mirror = net::Profile::all(rig.options.data).front().databasePath();
    {
        QFile marker(mirror + QStringLiteral(".wipe"));
        REQUIRE(marker.open(QIODevice::WriteOnly));
    }
    rig.options.login = QStringLiteral("bernard");
    rig.start();
    CHECK(waitUntil([&] { return !store::Store::isMarkedForWipe(mirror); }));
    CHECK_FALSE(rig.bytesHoldTheRow());
}

TEST_CASE("a sign-out ends the session at the service, also where the access token has run out", "[console][signout]")
{
    ConsoleRig rig;
    rig.start();
    auto *window = rig.signIn();
    const bool ranOut = GENERATE(false, true);
    REQUIRE(waitUntil([&] { return rig.keyring.secrets.size() == 1; }));
    const QByteArray first = "access" + QByteArray::number(rig.issued);
    rig.expired = ranOut ? first : QByteArray();
    Q_EMIT window->signOutRequested();
    const auto endings = [&] {
        QList<QByteArray> tokens;
        for (const FakeHttp::Request &one : rig.service.seen) {
            if (one.method == "DELETE") {
                tokens << one.token;
            }
        }
        return tokens;
    };
    REQUIRE(waitUntil([&] { return endings().size() == (ranOut ? 2 : 1); }));
    CHECK((endings().back() == first) == !ranOut);
    CHECK_FALSE(endings().back().isEmpty());
    QTest::qWait(200);
    CHECK(rig.keyring.secrets.isEmpty());
    CHECK(endings().size() == (ranOut ? 2 : 1));
}

TEST_CASE("a console that is not told anything ends at any moment of its start", "[console][start]")
{
    for (const int ms : {0, 1, 5, 20, 60, 100, 150, 200, 300, 400}) {
        ConsoleRig rig;
        rig.start();
        ConsoleRig::enter(rig.service.address());
        QTest::qWait(ms);
        rig.console.reset();
        QTest::qWait(20);
        CHECK_FALSE(visibleWindow<ui::MainWindow>());
    }
}

TEST_CASE("a lease that ends while somebody works locks the desk and empties the copy; drafts stay", "[console][lease]")
{
    ConsoleRig rig;
    rig.start();
    rig.signIn();
    REQUIRE(waitUntil([&] { return rig.opensOffline(); }));
    rig.console.reset();
    rig.fetchOne();
    rig.start();
    auto *window = ConsoleRig::mainWindow();
    typeDraft(window, QStringLiteral("Clavier"));
    rig.up = false;
    rig.clock.ms += net::kLeaseMs;
    rig.scheduler.passAnHour();
    QTest::qWait(20);
    CHECK(window->isVisible()); // to the last millisecond
    rig.clock.ms += 1;
    rig.scheduler.passAnHour();
    REQUIRE(waitUntil([] { return visibleWindow<ui::SignInWindow>() && !visibleWindow<ui::MainWindow>(); }));
    auto *signIn = visibleWindow<ui::SignInWindow>();
    const auto says = [signIn](const QString &words) {
        const auto labels = signIn->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    };
    CHECK(says(QStringLiteral("14 days")));
    ConsoleRig::enter(rig.service.address()); // the right password, without the service
    CHECK_FALSE(says(QStringLiteral("14 days")));
    CHECK(waitUntil([&] { return says(QStringLiteral("14 days")); }));
    CHECK_FALSE(visibleWindow<ui::MainWindow>());
    rig.up = true;
    rig.signIn();
    rig.console.reset();
    CHECK(rig.drafts() == QStringList{QStringLiteral("Clavier")});
    CHECK_FALSE(rig.holdsTheRow());
}

TEST_CASE("the next start empties every copy whose lease is over, before anybody signs in", "[console][lease]")
{
    ConsoleRig rig;
    rig.start();
    rig.signIn();
    rig.console.reset();
    rig.fetchOne();
    rig.keyring.secrets.clear();
    rig.clock.ms += net::kLeaseMs + 1;
    rig.start();
    REQUIRE(waitUntil([] { return visibleWindow<ui::SignInWindow>() != nullptr; }));
    QTest::qWait(300);
    rig.console.reset();
    CHECK_FALSE(rig.holdsTheRow());
}
