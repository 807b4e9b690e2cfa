// SPDX-License-Identifier: GPL-3.0-or-later
#include "AccountTable.h"
#include "Catch.h"
#include "CentralRig.h"
#include "PasswordHash.h"
#include "SignIn.h"
#include "Tuning.h"

#include <QSemaphore>

using namespace comptoir;
using namespace comptoir::tests;

namespace {

const QString kAnne = QStringLiteral("anne");
const QString kRight = QString::fromUtf16(CentralRig::kPassword);

central::Answer<wire::SessionReply> refresh(CentralRig &rig, const Desk &desk, const QByteArray &token)
{
    wire::RefreshRequest request;
    request.refreshToken = token;
    request.device = desk.device;
    return rig.service->refresh(request.encode()).result().map([](const QByteArray &body) {
        return wire::SessionReply::decode(body).value();
    });
}

/// Gives nothing before it is let go.
struct HeldRandom final : base::Random
{
    QSemaphore turns;

    [[nodiscard]] quint64 next() override
    {
        turns.acquire();
        return 7;
    }
};

int statusOf(const central::Answer<wire::SessionReply> &reply)
{
    return reply ? 200 : reply.error().problem.status;
}

} // namespace

TEST_CASE("refresh tokens rotate; a lost reply is forgiven for a minute", "[central][session]")
{
    CentralRig rig;
    rig.addOperator(kAnne, domain::Role::Operator, {});
    const Desk anne = rig.signIn(kAnne);
    const auto next = refresh(rig, anne, anne.session.refreshToken);
    REQUIRE(next);
    CHECK(next->refreshToken != anne.session.refreshToken);
    CHECK(next->deviceCode == anne.session.deviceCode);
    rig.clock.now += 59'000;
    const auto again = refresh(rig, anne, anne.session.refreshToken);
    REQUIRE(again);
    CHECK(refresh(rig, anne, again->refreshToken));
}

TEST_CASE("a sign-in renews a hash of another cost than today's", "[central][session]")
{
    CentralRig rig;
    rig.addOperator(kAnne, domain::Role::Operator, {});
    const auto stored = [&] {
        return rig.store->read([](store::Db &db) { return central::AccountTable::find(db, kAnne); }).result().value().value();
    };
    const QByteArray old = secret::hashPassword(kRight, rig.random, {2, 16, 1}).value();
    REQUIRE(rig.store
                ->write([&, whose = stored().operatorId](store::Db &db) {
                    return central::AccountTable::put(db, kAnne, {whose, old}, rig.clock.now);
                })
                .result());
    CHECK(statusOf(rig.trySignIn(kAnne, QStringLiteral("not the password"))) == 401);
    CHECK(stored().password == old);
    CHECK(statusOf(rig.trySignIn(kAnne, kRight)) == 200);
    const QByteArray renewed = stored().password;
    CHECK_FALSE(secret::needsRehash(renewed, {1, 8, 1}));
    CHECK(statusOf(rig.trySignIn(kAnne, kRight)) == 200);
    CHECK(stored().password == renewed);
}

TEST_CASE("a refresh token used again later ends the whole sign-in", "[central][session]")
{
    CentralRig rig;
    rig.addOperator(kAnne, domain::Role::Operator, {});
    Desk anne = rig.signIn(kAnne);
    const auto next = refresh(rig, anne, anne.session.refreshToken);
    REQUIRE(next);
    rig.clock.now += 61'000;
    CHECK(statusOf(refresh(rig, anne, anne.session.refreshToken)) == 401);
    CHECK(statusOf(refresh(rig, anne, next->refreshToken)) == 401);
    anne.session = *next;
    CHECK(rig.pull(anne).error().problem.status == 401);
    CHECK(rig.signIn(kAnne).session.deviceCode == next->deviceCode);
}

TEST_CASE("a refresh token of another device ends the sign-in, too", "[central][session]")
{
    CentralRig rig;
    rig.addOperator(kAnne, domain::Role::Operator, {});
    Desk anne = rig.signIn(kAnne);
    Desk thief = anne;
    thief.device = domain::DeviceId::fromName("elsewhere");
    CHECK(statusOf(refresh(rig, thief, anne.session.refreshToken)) == 401);
    CHECK(statusOf(refresh(rig, anne, anne.session.refreshToken)) == 401);
}

TEST_CASE("tokens end with their time", "[central][session]")
{
    CentralRig rig;
    rig.addOperator(kAnne, domain::Role::Operator, {});
    const Desk anne = rig.signIn(kAnne);
    rig.clock.now += central::kAccessTokenMs - 1;
    CHECK(rig.pull(anne));
    rig.clock.now += 1;
    CHECK(rig.pull(anne).error().problem.status == 401);
    rig.clock.now += central::kRefreshTokenMs;
    CHECK(statusOf(refresh(rig, anne, anne.session.refreshToken)) == 401);
}

TEST_CASE("five tries are free, then the wait doubles up to 900 s and the account is never locked", "[central][session]")
{
    CentralRig rig;
    rig.addOperator(kAnne, domain::Role::Operator, {});
    int tries = 0;
    const auto wrong = [&] {
        ++tries; // each from another address: this is about the account
        return rig.trySignIn(kAnne, QStringLiteral("wrong password"), "pc", QStringLiteral("192.0.2.%1").arg(tries));
    };
    for (int at = 0; at < central::kFreeTries; ++at) {
        CHECK(statusOf(wrong()) == 401);
    }
    qint64 expected = 1;
    for (int at = 0; at < 14; ++at) {
        const auto refused = wrong();
        REQUIRE(statusOf(refused) == 429);
        CHECK(refused.error().retryAfterS == expected);
        rig.clock.now += expected * 1000;
        CHECK(statusOf(wrong()) == 401);
        expected = std::min<qint64>(expected * 2, central::kMostDelayS);
    }
    rig.clock.now += central::kMostDelayS * 1000;
    CHECK(statusOf(rig.trySignIn(kAnne, kRight)) == 200);
    CHECK(statusOf(wrong()) == 401); // and anew
}

TEST_CASE("one address fails twenty times a minute at most, and success costs nothing", "[central][session]")
{
    CentralRig rig;
    rig.addOperator(kAnne, domain::Role::Operator, {});
    for (int at = 0; at < 40; ++at) {
        CHECK(statusOf(rig.trySignIn(kAnne, kRight)) == 200);
    }
    for (int at = 0; at < central::kMostTriesPerAddress; ++at) {
        CHECK(statusOf(rig.trySignIn(QString::number(at), QStringLiteral("guess"))) == 401);
    }
    CHECK(statusOf(rig.trySignIn(kAnne, kRight)) == 429);
    CHECK(statusOf(rig.trySignIn(kAnne, kRight, "pc", QStringLiteral("198.51.100.1"))) == 200);
    rig.clock.now += 60'000;
    CHECK(statusOf(rig.trySignIn(kAnne, kRight)) == 200);
}

TEST_CASE("a try whose password nobody looked at is taken back alone", "[central][session]")
{
    CentralRig rig;
    const auto attempt = [&](const QString &account) {
        return central::ThrottleTable::Try{account, QStringLiteral("192.0.2.1"), rig.clock.now};
    };
    const auto begin = [&](const QString &account = kAnne) {
        return rig.store->write([one = attempt(account)](store::Db &db) { return central::ThrottleTable::begin(db, one); })
            .result()
            .value();
    };
    const auto takeBack = [&](const QString &account = kAnne) {
        REQUIRE(rig.store->write([one = attempt(account)](store::Db &db) { return central::ThrottleTable::takeBack(db, one); }).result());
    };
    for (int at = 0; at < 3 * central::kFreeTries; ++at) { // of the account
        CHECK(begin() == 0);
        takeBack();
    }
    for (int at = 0; at < central::kFreeTries; ++at) {
        CHECK(begin() == 0);
    }
    CHECK(begin() == 1); // what failed before still counts
    rig.clock.now += 1000;
    CHECK(begin() == 0);
    takeBack();
    CHECK(begin() == 0);
    CHECK(begin() == 2);
    rig.clock.now += central::kAddressWindowMs; // and of the address
    for (int at = 0; at < central::kMostTriesPerAddress; ++at) {
        CHECK(begin(QString::number(at)) == 0);
        takeBack(QString::number(at));
    }
    for (int at = 0; at < central::kMostTriesPerAddress; ++at) {
        CHECK(begin(QString::number(at)) == 0);
    }
    CHECK(begin(QStringLiteral("one more")) > 0);
}

TEST_CASE("a sign-in that meets a full queue of passwords costs no try", "[central][session]")
{
    CentralRig rig;
    rig.addOperator(kAnne, domain::Role::Operator, {});
    wire::SignInRequest request;
    request.login = kAnne;
    request.password = kRight;
    request.device = domain::DeviceId::fromName("pc");
    request.protocol = 1;
    int busy = 0;
    HeldRandom held;
    central::PasswordPool full(held, {1, 8, 1}, true);
    central::SignIn signIn({*rig.store, full, rig.clock, rig.random});
    std::vector<QFuture<base::Result<QByteArray>>> others;
    for (int at = 0; at < central::kPasswordQueue + central::kPasswordThreads; ++at) {
        others.push_back(full.hash(kRight));
    }
    for (int at = 0; at < central::kMostTriesPerAddress + 1; ++at) {
        busy += statusOf(signIn.signIn(request, QStringLiteral("192.0.2.1")).result()) == 503;
    }
    held.turns.release(1'000);
    for (auto &other : others) {
        CHECK(other.result());
    }
    CHECK(busy == central::kMostTriesPerAddress + 1);
    CHECK(statusOf(rig.trySignIn(kAnne, kRight)) == 200);
}

TEST_CASE("a login is found whatever its case, and forgiven no other difference", "[central][session]")
{
    CentralRig rig;
    rig.addOperator(QStringLiteral("Élodie"), domain::Role::Operator, {});
    CHECK(statusOf(rig.trySignIn(QStringLiteral("éLODIE"), kRight)) == 200);
    CHECK(statusOf(rig.trySignIn(QString::fromUtf8("e\xCC\x81lodie"), kRight)) == 200); // decomposed
    CHECK(statusOf(rig.trySignIn(QStringLiteral("elodie"), kRight)) == 401);
    CHECK(statusOf(rig.trySignIn(QStringLiteral("Élodie"), kRight.toUpper())) == 401);
}

TEST_CASE("a withdrawn account answers as one that is not there, the right password or not", "[central][session]")
{
    CentralRig rig;
    rig.addOperator(kAnne, domain::Role::Operator, {});
    const auto nobody = rig.trySignIn(QStringLiteral("nobody"), kRight);
    REQUIRE(rig.service->accounts().withdraw(kAnne).result());
    const auto withdrawn = rig.trySignIn(kAnne, kRight);
    REQUIRE(statusOf(withdrawn) == 401);
    CHECK(withdrawn.error().problem.encode() == nobody.error().problem.encode());
}

TEST_CASE("who was signed in is told that the account was withdrawn, on its own device alone", "[central][session]")
{
    CentralRig rig;
    rig.addOperator(kAnne, domain::Role::Operator, {QStringLiteral("A")});
    Desk desk = rig.signIn(kAnne);
    const auto code = [&](const domain::DeviceId &device, const QByteArray &token) {
        const auto refused = rig.service->refresh(wire::RefreshRequest{token, device}.encode()).result();
        REQUIRE_FALSE(refused);
        CHECK(refused.error().problem.status == 401);
        return refused.error().problem.extension(QStringLiteral("code")).toStdString();
    };
    REQUIRE(rig.service->accounts().withdraw(kAnne).result());
    CHECK_FALSE(rig.pull(desk));
    CHECK(code(desk.device, desk.session.refreshToken) == "withdrawn");
    CHECK(code(domain::DeviceId::fromName("another"), desk.session.refreshToken) == "sign_in");
    CHECK(code(desk.device, "no token") == "sign_in");
    rig.addOperator(kAnne, domain::Role::Operator, {}); // brought back: the old sign-in stays ended
    CHECK(code(desk.device, desk.session.refreshToken) == "sign_in");
}
