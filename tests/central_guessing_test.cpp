// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "CentralRig.h"
#include "SignIn.h"
#include "Tuning.h"

using namespace comptoir;
using namespace comptoir::tests;

namespace {

const QString kAnne = QStringLiteral("anne");
const QString kRight = QString::fromUtf16(CentralRig::kPassword);
const QString kWrong = QStringLiteral("wrong password");

/// The sign-in of one service among several over a database: it shares that with the others, and nothing else. (A database of SQLite lets
/// one process in; tests/e2e/brute_force_test.py does the same with two processes over PostgreSQL.)
class Twin
{
public:
    explicit Twin(CentralRig &rig) : passwords(rig.random, {1, 8, 1}, false), m_signIn({*rig.store, passwords, rig.clock, rig.random}) {}

    int status(const QString &login, const QString &password, const QString &address)
    {
        wire::SignInRequest request;
        request.login = login;
        request.password = password;
        request.device = domain::DeviceId::fromName("pc");
        const auto reply = m_signIn.signIn(request, address).result();
        return reply ? 200 : reply.error().problem.status;
    }

    central::PasswordPool passwords;

private:
    central::SignIn m_signIn;
};

QString address(int at)
{
    return QStringLiteral("198.51.100.%1").arg(at);
}

} // namespace

TEST_CASE("two services over one database count the tries on an account together", "[central][guessing]")
{
    CentralRig rig;
    rig.addOperator(kAnne, domain::Role::Operator, {});
    Twin one(rig);
    Twin other(rig);
    const auto turn = [&](int at) -> Twin & { return at % 2 == 0 ? one : other; };
    int at = 0;
    for (; at < central::kFreeTries; ++at) {
        CHECK(turn(at).status(kAnne, kWrong, address(at)) == 401);
    }
    CHECK(one.status(kAnne, kWrong, address(100)) == 429);
    CHECK(other.status(kAnne, kRight, address(101)) == 429); // the right one waits, too
    qint64 delayS = 1;
    for (; at < 40; ++at) { // 1, 2, 4 … 900 s, whoever is asked
        rig.clock.now += delayS * 1000 - 1;
        CHECK(turn(at).status(kAnne, kWrong, address(at)) == 429);
        rig.clock.now += 1;
        CHECK(turn(at).status(kAnne, kWrong, address(at)) == 401);
        delayS = std::min<qint64>(2 * delayS, central::kMostDelayS);
    }
    CHECK(delayS == central::kMostDelayS);
    rig.clock.now += central::kMostDelayS * 1000; // never locked: the right password opens after the delay, at either
    CHECK(other.status(kAnne, kRight, address(1)) == 200);
    CHECK(one.status(kAnne, kWrong, address(2)) == 401); // and all is forgiven at both
    CHECK(other.status(kAnne, kRight, address(3)) == 200);
}

TEST_CASE("two services over one database count the tries from an address together", "[central][guessing]")
{
    CentralRig rig;
    rig.addOperator(kAnne, domain::Role::Operator, {});
    Twin one(rig);
    Twin other(rig);
    const QString from = QStringLiteral("192.0.2.7");
    for (int at = 0; at < central::kMostTriesPerAddress; ++at) {
        CHECK((at % 2 == 0 ? one : other).status(QString::number(at), kWrong, from) == 401);
    }
    CHECK(one.status(kAnne, kRight, from) == 429);
    CHECK(other.status(kAnne, kRight, from) == 429);
    CHECK(other.status(kAnne, kRight, address(1)) == 200); // who sits elsewhere works on
    rig.clock.now += central::kAddressWindowMs;
    CHECK(one.status(kAnne, kRight, from) == 200);
}

TEST_CASE("every password that is looked at costs one hash, whoever it is said to be of; a try that waits costs none",
          "[central][guessing]")
{
    CentralRig rig;
    rig.addOperator(kAnne, domain::Role::Operator, {});
    rig.addOperator(QStringLiteral("gone"), domain::Role::Operator, {});
    REQUIRE(rig.service->accounts().withdraw(QStringLiteral("gone")).result());
    Twin twin(rig);
    int at = 0;
    const auto cost = [&](const QString &login, const QString &password, int status) {
        const qint64 before = twin.passwords.hashes();
        CHECK(twin.status(login, password, address(++at)) == status);
        return twin.passwords.hashes() - before;
    };
    CHECK(cost(kAnne, kRight, 200) == 1);
    CHECK(cost(kAnne, kWrong, 401) == 1);
    CHECK(cost(QStringLiteral("nobody"), kWrong, 401) == 1);
    CHECK(cost(QStringLiteral("gone"), kWrong, 401) == 1);
    CHECK(cost(QStringLiteral("gone"), kRight, 401) == 1);
    for (int more = 1; more < central::kFreeTries; ++more) {
        (void)cost(QStringLiteral("nobody"), kWrong, 401);
        (void)cost(kAnne, kWrong, 401);
    }
    CHECK(cost(QStringLiteral("nobody"), kWrong, 429) == 0); // nobody waits as somebody does
    CHECK(cost(kAnne, kWrong, 429) == 0);
    CHECK(cost(kAnne, kRight, 429) == 0);
}

TEST_CASE("a clock that is set back makes nobody wait longer than the longest wait", "[central][guessing]")
{
    CentralRig rig;
    rig.addOperator(kAnne, domain::Role::Operator, {});
    Twin one(rig);
    const auto fail = [&](int at) { return one.status(kAnne, kWrong, address(at)); };
    int at = 0;
    for (; at < central::kFreeTries; ++at) {
        CHECK(fail(at) == 401);
    }
    qint64 delayS = 1;
    for (; at < 20; ++at) {
        rig.clock.now += delayS * 1000;
        CHECK(fail(at) == 401);
        delayS = std::min<qint64>(2 * delayS, central::kMostDelayS);
    }
    rig.clock.now -= qint64(400) * base::kDayMs; // it had been wrong all the time
    CHECK(one.status(kAnne, kRight, address(100)) == 429); // no way around the wait
    rig.clock.now += central::kMostDelayS * 1000 - 1;
    CHECK(one.status(kAnne, kRight, address(101)) == 429);
    rig.clock.now += 1;
    CHECK(one.status(kAnne, kRight, address(102)) == 200);
}

TEST_CASE("a failed sign-in that the audit cannot take is no answered one", "[central][guessing][audit][file]")
{
    CentralRig rig;
    rig.addOperator(kAnne, domain::Role::Operator, {});
    Twin one(rig);
    CHECK(one.status(kAnne, kWrong, address(1)) == 401);
    REQUIRE(rig.store->write([](store::Db &db) { return db.run("ALTER TABLE audit_entry RENAME TO hidden"); }).result());
    CHECK(one.status(kAnne, kWrong, address(2)) == 500);
    CHECK(one.status(QStringLiteral("nobody"), kWrong, address(3)) == 500); // and so for whoever is not there
    REQUIRE(rig.store->write([](store::Db &db) { return db.run("ALTER TABLE hidden RENAME TO audit_entry"); }).result());
    CHECK(one.status(kAnne, kWrong, address(4)) == 401);
}
