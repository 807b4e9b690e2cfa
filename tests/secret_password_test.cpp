// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"

#include "PasswordHash.h"

using namespace comptoir;
using secret::HashCost;
using secret::hashPassword;
using secret::verifyPassword;

namespace {

constexpr HashCost kCheap{.passes = 1, .memoryKib = 64, .lanes = 1};

} // namespace

TEST_CASE("a password is verified by its hash and by no other", "[secret][password]")
{
    base::SeededRandom random(1);
    const auto hash = hashPassword(QStringLiteral("le guichet est ouvert"), random, kCheap);
    REQUIRE(hash);
    CHECK(hash->startsWith("$argon2id$v=19$m=64,t=1,p=1$"));
    CHECK(verifyPassword(QStringLiteral("le guichet est ouvert"), *hash) == true);
    CHECK(verifyPassword(QStringLiteral("Le guichet est ouvert"), *hash) == false);
    CHECK(verifyPassword(QString(), *hash) == false);
}

TEST_CASE("the same password hashes differently each time", "[secret][password]")
{
    base::SeededRandom random(2);
    const QString password = QStringLiteral("la file d'attente");
    CHECK(hashPassword(password, random, kCheap).value() != hashPassword(password, random, kCheap).value());
}

TEST_CASE("the default cost is the one the security rules ask for", "[secret][password]")
{
    base::SeededRandom random(3);
    const auto hash = hashPassword(QStringLiteral("douze caractères"), random);
    REQUIRE(hash);
    CHECK(hash->startsWith("$argon2id$v=19$m=65536,t=3,p=1$"));
    CHECK_FALSE(secret::needsRehash(*hash));
    CHECK(secret::needsRehash(*hash, kCheap));
    CHECK(verifyPassword(QStringLiteral("douze caractères"), *hash) == true);
}

TEST_CASE("an accent typed as one character or as two is the same password", "[secret][password]")
{
    base::SeededRandom random(4);
    const auto hash = hashPassword(QStringLiteral(u"caf\u00e9 et th\u00e9"), random, kCheap);
    REQUIRE(hash);
    CHECK(verifyPassword(QStringLiteral(u"cafe\u0301 et the\u0301"), *hash) == true);
}

TEST_CASE("an empty or endless password is refused", "[secret][password]")
{
    base::SeededRandom random(5);
    CHECK(hashPassword(QString(), random, kCheap).error().kind == base::Error::Kind::Invalid);
    const QString endless(secret::kPasswordMaxBytes + 1, u'a');
    CHECK(hashPassword(endless, random, kCheap).error().kind == base::Error::Kind::Invalid);
    CHECK(verifyPassword(endless, *hashPassword(QStringLiteral("a"), random, kCheap)) == false);
}

TEST_CASE("a damaged hash is an error, not a wrong password", "[secret][password]")
{
    for (const char *damaged : {"", "plain", "$argon2i$v=19$m=64,t=1,p=1$AAAA$AAAA", "$argon2id$v=19$m=64"}) {
        const auto verdict = verifyPassword(QStringLiteral("x"), QByteArray(damaged));
        REQUIRE_FALSE(verdict);
        CHECK(verdict.error().kind == base::Error::Kind::Corrupt);
    }
}

TEST_CASE("the hash for unknown accounts costs the same and matches nothing", "[secret][password]")
{
    CHECK_FALSE(secret::needsRehash(secret::dummyHash()));
    CHECK(verifyPassword(QStringLiteral("anything"), secret::dummyHash()) == false);
}
