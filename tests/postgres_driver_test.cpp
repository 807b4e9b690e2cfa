// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "PgAddress.h"
#include "PgConnection.h"
#include "PortableSql.h"
#include "Rows.h"
#include "ScratchDatabase.h"

#include <postgresql/libpq-fe.h>

using namespace comptoir;
using postgres::forPostgres;
using postgres::PgAddress;
using store::Db;

namespace {

/// A connection of its own to a database of its own.
struct Fixture
{
    tests::ScratchDatabase scratch{tests::ScratchDatabase::Schema::None};
    postgres::PgConnection *server = nullptr;
    std::unique_ptr<Db> db;

    Fixture()
    {
        auto opened = postgres::PgConnection::open(scratch.address(), Db::Mode::Write);
        REQUIRE(opened);
        server = opened->get();
        db = std::make_unique<Db>(std::move(*opened));
        REQUIRE(db->run("CREATE TABLE thing(id BYTEA NOT NULL PRIMARY KEY, n BIGINT NOT NULL, word TEXT NOT NULL)"));
    }

    [[nodiscard]] qint64 count() const
    {
        store::Statement query = db->prepare("SELECT count(*) FROM thing");
        return query.step().value_or(false) ? query.integer(0) : -1;
    }

    [[nodiscard]] base::Result<> add(const char *name, qint64 n) const
    {
        return db->prepare("INSERT INTO thing(id, n, word) VALUES(?, ?, ?)")
            .bindAll(base::Uuid::fromName(name), n, QString::fromUtf8(name))
            .run();
    }

    /// Ends the server's side of the connection.
    void cut() const
    {
        const auto other = postgres::PgConnection::open(scratch.address(), Db::Mode::Write);
        REQUIRE(other);
        REQUIRE((*other)->run("SELECT pg_terminate_backend(" + std::to_string(PQbackendPID(server->handle())) + ")"));
    }
};

bool without()
{
    if (!tests::ScratchDatabase::isThere()) {
        WARN("no COMPTOIR_TEST_DATABASE: run by tests/support/postgres_server.py");
        return true;
    }
    return false;
}

} // namespace

TEST_CASE("parameters are numbered as SQLite numbers them", "[postgres][sql]")
{
    CHECK(forPostgres("a = ? AND b = ?") == "a = $1 AND b = $2");
    CHECK(forPostgres("a = ?2 AND b = ?1 AND c = ?") == "a = $2 AND b = $1 AND c = $3");
    CHECK(forPostgres("a = ?12") == "a = $12");
    CHECK(forPostgres("SELECT '?', \"?\", ? -- ?\n, ?") == "SELECT '?', \"?\", $1 -- ?\n, $2");
    CHECK(forPostgres("SELECT 'it''s ?', ?") == "SELECT 'it''s ?', $1");
}

TEST_CASE("what compares an id with a parameter can use an index", "[postgres][sql]")
{
    CHECK(forPostgres("scope IS NOT DISTINCT FROM ?1 AND seq > ?2") == "scope = $1 AND seq > $2");
    CHECK(forPostgres("b.scope IS NOT DISTINCT FROM scope.id") == "b.scope IS NOT DISTINCT FROM scope.id");
}

TEST_CASE("an address is read, and one with a password refused", "[postgres][address]")
{
    const auto whole = PgAddress::fromUri(QStringLiteral("postgresql://comptoir@db.example:5433/desk?sslmode=verify-full"));
    REQUIRE(whole);
    CHECK(whole->host == QStringLiteral("db.example"));
    CHECK(whole->port == 5433);
    CHECK(whole->user == QStringLiteral("comptoir"));
    CHECK(whole->database == QStringLiteral("desk"));
    CHECK(whole->options.endsWith(QStringLiteral(";sslmode=verify-full")));
    CHECK(PgAddress::fromUri(QStringLiteral("postgres://u@/d?host=/run/postgresql"))->host == QStringLiteral("/run/postgresql"));
    for (const char *wrong : {"postgres://u:secret@h/d", "postgres://u@h/d?password=secret", "postgres://h/d", "postgres://u@h/",
                              "mysql://u@h/d", "postgres://u@h/d?options=-crow_security%3Doff", "postgres://u@h/d?sslmode=a%20host%3Dx"}) {
        CAPTURE(wrong);
        const auto refused = PgAddress::fromUri(QString::fromUtf8(wrong));
        REQUIRE_FALSE(refused);
        CHECK_FALSE(refused.error().message.contains(QStringLiteral("secret")));
    }
    CHECK_FALSE(PgAddress::fromUri(QStringLiteral("postgres://u@h/d"))->shown().isEmpty());
}

TEST_CASE("values come back as they were bound", "[postgres][driver]")
{
    if (without()) {
        return;
    }
    const Fixture f;
    const qint64 large = std::numeric_limits<qint64>::min();
    const QString words = QString::fromUtf8("œuf \xF0\x9F\x90\xA3 \"'\\ ");
    REQUIRE(f.db->prepare("INSERT INTO thing(id, n, word) VALUES(?, ?, ?)").bindAll(base::Uuid(), large, words).run());
    CHECK(f.db->changedRows() == 1);
    store::Statement query = f.db->prepare("SELECT id, n, word, 7, n < 0, sum(n) FROM thing GROUP BY id, n, word");
    REQUIRE(query.step().value_or(false));
    CHECK(query.isNull(0)); // nobody
    CHECK(query.uuid(0).isNull());
    CHECK(query.integer(1) == large);
    CHECK(query.text(2) == words);
    CHECK(query.integer(3) == 7);
    CHECK(query.integer(4) == 1);
    CHECK(query.integer(5) == large); // numeric
    CHECK(std::holds_alternative<std::monostate>(query.cell(0)));
    CHECK_FALSE(query.step().value_or(true));
}

TEST_CASE("a text keeps what is around a character PostgreSQL has not", "[postgres][driver]")
{
    if (without()) {
        return;
    }
    const Fixture f;
    const QString word = QStringLiteral("a") + QChar(0) + QStringLiteral("b");
    REQUIRE(f.db->prepare("INSERT INTO thing(id, n, word) VALUES(?, 1, ?)").bindAll(base::Uuid::fromName("x"), word).run());
    store::Statement query = f.db->prepare("SELECT word FROM thing");
    REQUIRE(query.step().value_or(false));
    CHECK(query.text(0) == QStringLiteral("a") + QChar(0xFFFD) + QStringLiteral("b"));
}

TEST_CASE("nothing runs after a failure until it is undone, and a savepoint undoes it", "[postgres][driver]")
{
    if (without()) {
        return;
    }
    const Fixture f;
    REQUIRE(f.db->begin());
    REQUIRE(f.add("one", 1));
    const auto twice = f.db->nested([&] { return f.add("one", 2); });
    REQUIRE_FALSE(twice);
    CHECK(twice.error().kind == base::Error::Kind::Invalid);
    CHECK(f.db->alive());
    REQUIRE(f.add("two", 2));
    REQUIRE_FALSE(f.add("two", 3));
    CHECK_FALSE(f.add("three", 3));
    CHECK_FALSE(f.db->commit());
    f.db->rollback();
    CHECK(f.count() == 0);
}

TEST_CASE("a transaction whose connection is lost fails as a whole and the next one connects again", "[postgres][driver]")
{
    if (without()) {
        return;
    }
    const Fixture f;
    REQUIRE(f.add("before", 1)); // prepared in the first life of the connection
    REQUIRE(f.db->begin());
    REQUIRE(f.add("lost", 1));
    f.cut();
    const auto next = f.db->nested([&] { return f.add("lost too", 1); });
    REQUIRE_FALSE(next);
    CHECK_FALSE(f.db->alive());
    const auto end = f.db->commit();
    CHECK_FALSE(end);
    f.db->rollback();

    REQUIRE(f.db->begin());
    REQUIRE(f.add("after", 1));
    REQUIRE(f.db->commit());
    CHECK(f.count() == 2);

    f.cut(); // between two transactions nobody notices
    REQUIRE(f.db->begin());
    CHECK(f.count() == 2);
    f.db->rollback();
}

TEST_CASE("two that wait for each other are told to come again, not that something is wrong", "[postgres][driver]")
{
    if (without()) {
        return;
    }
    const Fixture f;
    REQUIRE(f.add("held", 1));
    REQUIRE(f.db->begin());
    REQUIRE(f.db->run("SELECT 1 FROM thing FOR UPDATE"));
    auto other = postgres::PgConnection::open(f.scratch.address(), Db::Mode::Write);
    REQUIRE(other);
    REQUIRE((*other)->run("SET lock_timeout = '50ms'"));
    const auto waited = (*other)->run("UPDATE thing SET n = 2");
    REQUIRE_FALSE(waited);
    CHECK(waited.error().kind == base::Error::Kind::Busy);
    f.db->rollback();
}

TEST_CASE("a server that is not there is said in one sentence", "[postgres][driver]")
{
    auto address = PgAddress::fromUri(QStringLiteral("postgres://u@/d?host=/nowhere")).value();
    address.password = QStringLiteral("secret");
    const auto opened = postgres::PgConnection::open(address, Db::Mode::Write);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().kind == base::Error::Kind::Busy);
    CHECK(opened.error().message.contains(QStringLiteral("postgres://u@/nowhere/d cannot be reached")));
    CHECK_FALSE(opened.error().message.contains(QStringLiteral("secret")));
}
