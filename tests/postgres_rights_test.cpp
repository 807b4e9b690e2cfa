// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "CentralRig.h"
#include "PgConnection.h"
#include "Rows.h"

using namespace comptoir;
using store::Db;
using wire::VerdictCode;

namespace {

/// Two organisations with an operator each, a ticket in each, and what the database shows to whom.
struct Fixture
{
    tests::CentralRig rig;
    tests::Desk anne;
    tests::Desk bob;
    std::unique_ptr<Db> db;

    Fixture()
    {
        rig.addOperator(QStringLiteral("anne"), domain::Role::Operator, {QStringLiteral("A")});
        rig.addOperator(QStringLiteral("bob"), domain::Role::Operator, {QStringLiteral("B")});
        anne = rig.signIn(QStringLiteral("anne"), "one");
        bob = rig.signIn(QStringLiteral("bob"), "two");
        REQUIRE(rig.verdict(anne, rig.ticketOpen(anne, rig.a, QStringLiteral("of A"))).code == VerdictCode::Ok);
        REQUIRE(rig.verdict(bob, rig.ticketOpen(bob, rig.b, QStringLiteral("of B"))).code == VerdictCode::Ok);
        db = std::make_unique<Db>(postgres::PgConnection::open(rig.scratch->address(), Db::Mode::Write).value());
    }

    [[nodiscard]] QStringList seen(const char *sql) const
    {
        store::Statement query = db->prepare(sql);
        const auto rows = store::allRows(query, [](const store::Statement &row) { return row.text(0); });
        if (!rows) {
            FAIL(rows.error().message.toStdString());
        }
        return QStringList(rows->begin(), rows->end());
    }
};

const char *const kTickets = "SELECT summary FROM ticket ORDER BY summary";
const char
    *const kGuarded = "SELECT c.relname::text FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'scope' WHERE "
                      "c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname <> 'access_grant' AND NOT "
                      "(c.relrowsecurity AND c.relforcerowsecurity)";

bool without()
{
    if (!tests::ScratchDatabase::isThere()) {
        WARN("no COMPTOIR_TEST_DATABASE: run by tests/support/postgres_server.py");
        return true;
    }
    return false;
}

} // namespace

TEST_CASE("a connection that does not say for whom it works sees no row of any scope", "[postgres][rights]")
{
    if (without()) {
        return;
    }
    const Fixture f;
    CHECK(f.seen(kTickets).isEmpty());
    for (const char *table : {"scope", "organisation", "operator", "person", "timeline", "op", "tombstone"}) {
        CAPTURE(table);
        CHECK(f.seen((std::string("SELECT 'x' FROM ") + table).c_str()).isEmpty());
    }
    CHECK_FALSE(f.db->run("INSERT INTO scope(id) VALUES('\\x01')"));
    REQUIRE(f.db->run("UPDATE ticket SET summary = 'changed'"));
    REQUIRE(f.db->begin());
    CHECK(f.seen(kTickets) == QStringList{QStringLiteral("of A"), QStringLiteral("of B")}); // the service's own work sees everything
    f.db->rollback();
    CHECK(f.seen(kTickets).isEmpty());
}

TEST_CASE("a transaction for an operator sees and writes the scopes granted to them and the shared one", "[postgres][rights]")
{
    if (without()) {
        return;
    }
    const Fixture f;
    REQUIRE(f.db->begin());
    REQUIRE(f.db->workFor(f.anne.session.operatorId.value));
    CHECK(f.seen(kTickets) == QStringList{QStringLiteral("of A")});
    CHECK(f.seen("SELECT name FROM organisation ORDER BY name")
          == QStringList{QStringLiteral("A"), QStringLiteral("B")}); // they are shared
    CHECK(f.seen("SELECT 'x' FROM op").size() == 1);
    REQUIRE(f.db->run("UPDATE ticket SET summary = 'changed'"));
    CHECK(f.seen(kTickets) == QStringList{QStringLiteral("changed")});
    CHECK_FALSE(f.db->nested([&] {
        return f.db->prepare("UPDATE ticket SET scope = ?").bindAll(domain::scopeOf(f.rig.b)).run(); // into a scope that is not theirs
    }));
    f.db->rollback();
    REQUIRE(f.db->begin());
    CHECK(f.seen(kTickets) == QStringList{QStringLiteral("of A"), QStringLiteral("of B")});
    REQUIRE(f.db->workFor(f.bob.session.operatorId.value));
    CHECK(f.seen(kTickets) == QStringList{QStringLiteral("of B")});
    f.db->rollback();
}

TEST_CASE("a right that is withdrawn is withdrawn in the database, too", "[postgres][rights]")
{
    if (without()) {
        return;
    }
    const Fixture f;
    REQUIRE(f.rig.service->accounts().revoke(QStringLiteral("anne"), {QStringLiteral("A")}).result());
    REQUIRE(f.db->begin());
    REQUIRE(f.db->workFor(f.anne.session.operatorId.value));
    CHECK(f.seen(kTickets).isEmpty());
    f.db->rollback();
}

TEST_CASE("every table that holds scopes is watched over", "[postgres][rights]")
{
    if (without()) {
        return;
    }
    const Fixture f;
    CHECK(f.seen(kGuarded).join(u',').toStdString().empty());
}
