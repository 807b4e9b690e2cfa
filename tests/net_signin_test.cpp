// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "Clock.h"
#include "FakeHttp.h"
#include "HttpTransport.h"
#include "IdSource.h"
#include "Keyring.h"
#include "Leases.h"
#include "Profile.h"
#include "Random.h"
#include "SignIn.h"

#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTimer>

#include <thread>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace comptoir;
using namespace comptoir::tests;
using base::Error;
using base::Result;

namespace {

template <class T>
QFuture<Result<T>> at_once(Result<T> value)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

struct HandKeyring final : net::Keyring
{
    QByteArray secret;
    QFuture<Result<QByteArray>> read(const QString &) override
    {
        return at_once<QByteArray>(secret.isEmpty() ? Result<QByteArray>(base::fail(Error::Kind::NotFound, {}))
                                                    : Result<QByteArray>(secret));
    }
    QFuture<Result<>> write(const QString &, const QByteArray &value) override
    {
        secret = value;
        return at_once<void>({});
    }
    QFuture<Result<>> remove(const QString &) override
    {
        secret.clear();
        return at_once<void>({});
    }
};

struct HandClock final : base::Clock
{
    qint64 ms = 1'700'000'000'000;
    [[nodiscard]] qint64 nowMs() const override { return ms; }
    [[nodiscard]] qint64 bootMs() const override { return ms; }
    [[nodiscard]] QByteArray bootId() const override { return "b"; }
};

struct Rig
{
    QTemporaryDir root;
    HandClock clock;
    base::SystemRandom random;
    base::IdSource ids{clock, random};
    HandKeyring keyring;
    bool up = true;
    bool busy = false;
    net::SignIn::Keep keep = net::SignIn::Keep::Token;
    FakeHttp service{[this](const FakeHttp::Request &request) {
        if (!up) {
            return FakeHttp::reply(503);
        }
        if (busy) {
            return FakeHttp::reply(429, {}, "Retry-After: 4\r\n");
        }
        const auto asked = wire::SignInRequest::decode(request.body);
        const bool fine = request.path == "/v1/session/refresh" || (asked && asked->password == u"correct horse battery");
        wire::SessionReply reply;
        reply.accessToken = "secret-access";
        reply.accessExpiresInS = 900;
        reply.refreshToken = "secret-refresh";
        reply.operatorId = domain::OperatorId{base::Uuid::fromName("amelie")};
        reply.operatorName = QStringLiteral("Amélie Roche");
        reply.deviceCode = QStringLiteral("7K");
        reply.highestCounter = 41;
        reply.epoch = "e";
        return fine ? FakeHttp::reply(200, reply.encode()) : FakeHttp::reply(401);
    }};

    struct Outcome
    {
        std::optional<desk::DeskSession> session;
        std::optional<Error> error;
        qint64 waitMs = 0;
        bool online = false;
        bool canRenew = false;
    };

    /// One start of the program.
    Outcome start(const QString &password, bool byKeyring = false)
    {
        const auto profile = net::Profile::open(root.path(), QUrl(service.address()), QStringLiteral("Amélie"), ids);
        REQUIRE(profile);
        net::Session session(profile->device());
        auto transport = net::HttpTransport::open({QUrl(service.address()), {}}, session, clock);
        REQUIRE(transport);
        net::SignIn signIn({session, **transport, keyring, clock, random}, *profile);
        Outcome out;
        QObject::connect(&signIn, &net::SignIn::done, &signIn, [&](const desk::DeskSession &who, qint64, bool online) {
            out.session = who;
            out.online = online;
        });
        QObject::connect(&signIn, &net::SignIn::failed, &signIn, [&](const Error &error) { out.error = error; });
        QObject::connect(&signIn, &net::SignIn::mustWait, &signIn, [&](qint64 ms) { out.waitMs = ms; });
        byKeyring ? signIn.withKeyring() : signIn.withPassword(QStringLiteral("Amélie"), password, keep);
        REQUIRE(waitUntil([&] { return out.session || out.error || out.waitMs; }));
        const auto verified = [&] { return profile->read().value().value_or(net::Profile::Kept{}).verifier.size() > 0; };
        CHECK((!out.online || byKeyring || waitUntil(verified)));
        out.canRenew = session.canRenew();
        return out;
    }
};

const QString kPassword = QStringLiteral("correct horse battery");

} // namespace

TEST_CASE("the password that the service took once opens the desk without it", "[net][signin]")
{
    Rig rig;
    const auto first = rig.start(kPassword);
    REQUIRE(first.session);
    CHECK(first.online);
    CHECK(first.session->deviceCode == u"7K");
    rig.up = false;
    const auto offline = rig.start(kPassword);
    REQUIRE(offline.session);
    CHECK_FALSE(offline.online);
    CHECK(offline.session->operatorId == first.session->operatorId);
    CHECK(offline.session->device == first.session->device);
    CHECK(offline.session->name == u"Amélie Roche");
    CHECK(offline.canRenew);
    CHECK(rig.start(QStringLiteral("wrong wrong wrong")).error->kind == Error::Kind::Auth);
    rig.clock.ms += qint64(15) * 24 * 3600 * 1000;
    CHECK(rig.start(kPassword).error->kind == Error::Kind::Forbidden);
}

TEST_CASE("a wrong password and a first start without the service are told apart", "[net][signin]")
{
    Rig rig;
    CHECK(rig.start(QStringLiteral("wrong wrong wrong")).error->kind == Error::Kind::Auth);
    rig.up = false;
    CHECK(rig.start(kPassword).error->kind == Error::Kind::Network);
}

TEST_CASE("a service that takes no sign-in just now keeps nobody from the copy that is here", "[net][signin]")
{
    Rig rig;
    rig.busy = true;
    CHECK(rig.start(kPassword).error->kind == Error::Kind::Busy);
    rig.busy = false;
    REQUIRE(rig.start(kPassword).session);
    rig.busy = true;
    const auto beside = rig.start(kPassword);
    REQUIRE(beside.session);
    CHECK_FALSE(beside.online);
    CHECK(beside.canRenew);
    CHECK(rig.start(QStringLiteral("wrong wrong wrong")).error->kind == Error::Kind::Auth);
}

TEST_CASE("the keyring's token lets in without the password; none asks for it", "[net][signin]")
{
    Rig rig;
    CHECK(rig.start({}, true).error->kind == Error::Kind::NotFound);
    REQUIRE(rig.start(kPassword).session);
    const auto silent = rig.start({}, true);
    REQUIRE(silent.session);
    CHECK(silent.online);
    CHECK(silent.session->login == u"Amélie");
}

TEST_CASE("wrong passwords without the service are slowed more and more, across restarts, and nobody is locked out", "[net][signin]")
{
    Rig rig;
    const QString wrong = QStringLiteral("wrong wrong wrong");
    REQUIRE(rig.start(kPassword).session);
    rig.up = false;
    for (int i = 0; i < 5; ++i) {
        const auto tried = rig.start(wrong); // each is a start of its own
        REQUIRE(tried.error);
        CHECK(tried.error->kind == Error::Kind::Auth);
    }
    CHECK(rig.start(wrong).waitMs == 1'000);
    CHECK(rig.start(kPassword).waitMs == 1'000); // the right one is not looked at either
    rig.clock.ms += 999;
    CHECK(rig.start(wrong).waitMs == 1);
    rig.clock.ms += 1;
    CHECK(rig.start(wrong).error->kind == Error::Kind::Auth);
    CHECK(rig.start(wrong).waitMs == 2'000);
    for (int i = 0; i < 12; ++i) {
        rig.clock.ms += rig.start(wrong).waitMs;
        CHECK(rig.start(wrong).error->kind == Error::Kind::Auth);
    }
    CHECK(rig.start(wrong).waitMs == 900'000);
    rig.clock.ms -= 7'200'000; // the clock set back: no longer than the longest
    CHECK(rig.start(wrong).waitMs == 900'000);
    rig.clock.ms += 900'000; // and no longer in the end, whatever the clock says
    REQUIRE(rig.start(kPassword).session);
    CHECK(rig.start(wrong).error->kind == Error::Kind::Auth); // five are free again
    CHECK(rig.start(kPassword).session);
}

TEST_CASE("the service's word ends the waiting: what it takes is right", "[net][signin]")
{
    Rig rig;
    REQUIRE(rig.start(kPassword).session);
    rig.up = false;
    for (int i = 0; i < 5; ++i) {
        REQUIRE(rig.start(QStringLiteral("wrong wrong wrong")).error);
    }
    REQUIRE(rig.start(kPassword).waitMs > 0);
    rig.up = true;
    REQUIRE(rig.start(kPassword).session);
    rig.up = false;
    CHECK(rig.start(kPassword).session);
}

TEST_CASE("a start that is to leave the keyring alone does", "[net][signin]")
{
    Rig rig;
    rig.keep = net::SignIn::Keep::Nothing;
    REQUIRE(rig.start(kPassword).session);
    CHECK(rig.keyring.secret.isEmpty());
    rig.keep = net::SignIn::Keep::Token;
    REQUIRE(rig.start(kPassword).session);
    CHECK(rig.keyring.secret == "secret-refresh");
}

TEST_CASE("a renewal under way at the sign-out leaves no token in the keyring and nothing in the file", "[net][signin]")
{
    Rig rig;
    REQUIRE(rig.start(kPassword).session);
    const auto profile = net::Profile::open(rig.root.path(), QUrl(rig.service.address()), QStringLiteral("Amélie"), rig.ids);
    REQUIRE(profile);
    net::Session session(profile->device());
    auto transport = net::HttpTransport::open({QUrl(rig.service.address()), {}}, session, rig.clock);
    REQUIRE(transport);
    net::SignIn signIn({session, **transport, rig.keyring, rig.clock, rig.random}, *profile);
    session.useRefreshToken("secret-refresh");
    const auto before = profile->read();
    rig.clock.ms += 1'000;
    const bool renewalFirst = GENERATE(false, true);
    bool renewed = false;
    QObject::connect(&session, &net::Session::renewed, &signIn, [&] {
        renewed = true;
        if (renewalFirst) {
            signIn.signOut(); // while what it brought waits for the disk
        }
    });
    auto ended = (*transport)->send({"DELETE", QStringLiteral("/v1/session"), {}, true});
    if (!renewalFirst) {
        signIn.signOut();
        CHECK(rig.keyring.secret.isEmpty());
    }
    REQUIRE(waitUntil([&] { return ended.isFinished(); }));
    CHECK(renewed);
    (void)waitUntil([] { return false; }, 200);
    CHECK(rig.keyring.secret.isEmpty());
    CHECK(profile->read().value() == before.value());
}

TEST_CASE("the end of a lease that is being noted takes nothing of what a sign-in writes meanwhile", "[net][lease]")
{
    Rig rig;
    REQUIRE(rig.start(kPassword).session);
    const auto profile = net::Profile::open(rig.root.path(), QUrl(rig.service.address()), QStringLiteral("Amélie"), rig.ids);
    REQUIRE(profile);
    const net::Profile::Kept signedIn = profile->read().value().value();
    std::thread other;
    const auto changed = profile->change([&](net::Profile::Kept &kept) {
        kept.leaseFromMs = 0;
        other = std::thread([&] { (void)profile->write(signedIn); });
        std::this_thread::sleep_for(std::chrono::milliseconds(100)); // time enough to be overtaken
    });
    other.join();
    REQUIRE(changed);
    CHECK(profile->read().value()->leaseFromMs == signedIn.leaseFromMs);
}

TEST_CASE("copies without their service for too long are found once, whoever signs in", "[net][lease]")
{
    Rig rig;
    REQUIRE(rig.start(kPassword).session);
    net::Leases leases;
    CHECK(awaited(leases.expired(rig.root.path(), rig.clock.ms)).empty());
    rig.clock.ms += net::kLeaseMs;
    CHECK(awaited(leases.expired(rig.root.path(), rig.clock.ms)).empty());
    rig.clock.ms += 1;
    const auto expired = awaited(leases.expired(rig.root.path(), rig.clock.ms));
    REQUIRE(expired.size() == 1);
    const auto profile = net::Profile::open(rig.root.path(), QUrl(rig.service.address()), QStringLiteral("Amélie"), rig.ids);
    CHECK(expired.front().databasePath() == profile->databasePath());
    leases.end(expired.front(), rig.clock.ms);
    CHECK(awaited(leases.expired(rig.root.path(), rig.clock.ms)).empty());
    CHECK(rig.start(kPassword).session); // the service is there: the lease begins anew
    rig.up = false;
    CHECK(rig.start(kPassword).session);
}

TEST_CASE("a disk that does not answer stops nothing else", "[net][signin]")
{
    Rig rig;
    const auto profile = net::Profile::open(rig.root.path(), QUrl(rig.service.address()), QStringLiteral("Amélie"), rig.ids);
    REQUIRE(profile);
    const QByteArray file = QFile::encodeName(profile->folder() + QStringLiteral("/sign-in.json"));
    REQUIRE(::mkfifo(file.constData(), S_IRUSR | S_IWUSR) == 0); // whoever reads it waits for one who writes
    std::atomic<int> turns = 0;
    QTimer tick;
    QObject::connect(&tick, &QTimer::timeout, &tick, [&] { ++turns; });
    tick.start(5);
    int turned = 0;
    std::thread disk([&] {
        int writer = -1;
        for (int tries = 0; writer < 0 && tries < 1000; ++tries) {
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
            writer = ::open(file.constData(), O_WRONLY | O_NONBLOCK | O_CLOEXEC); // fails until somebody reads
        }
        const int before = turns;
        std::this_thread::sleep_for(std::chrono::milliseconds(300));
        turned = turns - before;
        ::close(writer);
    });
    net::Session session(profile->device());
    auto transport = net::HttpTransport::open({QUrl(rig.service.address()), {}}, session, rig.clock);
    REQUIRE(transport);
    net::SignIn signIn({session, **transport, rig.keyring, rig.clock, rig.random}, *profile);
    bool in = false;
    QObject::connect(&signIn, &net::SignIn::done, &signIn, [&] { in = true; });
    signIn.withPassword(QStringLiteral("Amélie"), kPassword);
    CHECK(waitUntil([&] { return in; }));
    disk.join();
    CHECK(turned > 1);
}

TEST_CASE("no token and no password stands in any file; files are the owner's alone", "[net][signin]")
{
    Rig rig;
    REQUIRE(rig.start(kPassword).session);
    int files = 0;
    QDirIterator walk(rig.root.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        QFile file(walk.next());
        REQUIRE(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        CHECK_FALSE(bytes.contains("secret-"));
        CHECK_FALSE(bytes.contains("correct horse"));
        CHECK_FALSE(
            (file.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup | QFileDevice::WriteOther)));
        ++files;
    }
    CHECK(files == 2);
    const auto profile = net::Profile::open(rig.root.path(), QUrl(rig.service.address()), QStringLiteral("../../x"), rig.ids);
    REQUIRE(profile);
    CHECK(profile->folder().startsWith(rig.root.path()));
    CHECK_FALSE(profile->folder().split(u'/').contains(QStringLiteral("..")));
    CHECK(profile->folder().count(u'/') == rig.root.path().count(u'/') + 2);
}
