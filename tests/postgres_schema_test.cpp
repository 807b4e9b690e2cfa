// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "Migrations.h"
#include "PgConnection.h"
#include "Rows.h"
#include "ScratchDatabase.h"

#include <QDir>
#include <QTemporaryDir>
#include <QThread>

using namespace comptoir;
using store::Db;

namespace {

using Tables = std::map<QString, QStringList>;

bool without()
{
    if (!tests::ScratchDatabase::isThere()) {
        WARN("no COMPTOIR_TEST_DATABASE: run by tests/support/postgres_server.py");
        return true;
    }
    return false;
}

Tables tablesOf(Db &db, const char *sql)
{
    Tables out;
    store::Statement query = db.prepare(sql);
    REQUIRE(store::eachRow(query, [&](const store::Statement &row) { out[row.text(0)].append(row.text(1) + u' ' + row.text(2)); }));
    return out;
}

/// Each table with its columns in their order, their types as both databases can say them.
Tables onSqlite(const QString &folder)
{
    auto db = Db::open(folder + QStringLiteral("/central.db"), Db::Mode::Write).value();
    REQUIRE(store::Migrations::in(QStringLiteral(":/sql/central")).value().apply(*db));
    return tablesOf(*db,
                    "SELECT m.name, c.name, c.type FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' "
                    "AND m.name NOT LIKE 'sqlite_%' ORDER BY m.name, c.cid");
}

Tables onPostgres(const tests::ScratchDatabase &scratch)
{
    auto db = scratch.backend()->connect(Db::Mode::Read).value();
    return tablesOf(
        *db,
        "SELECT c.relname::text, a.attname::text, CASE format_type(a.atttypid, a.atttypmod) WHEN 'bytea' THEN 'BLOB' WHEN 'text' "
        "THEN 'TEXT' WHEN 'bigint' THEN 'INTEGER' ELSE format_type(a.atttypid, a.atttypmod) END FROM pg_class c JOIN pg_attribute a "
        "ON a.attrelid = c.oid WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.attnum > 0 "
        "AND NOT a.attisdropped AND c.relname NOT IN ('schema_version', 'server_life') ORDER BY c.relname, a.attnum");
}

} // namespace

TEST_CASE("the schema on PostgreSQL has the tables and columns of the one on SQLite", "[postgres][schema]")
{
    if (without()) {
        return;
    }
    const QTemporaryDir folder;
    const tests::ScratchDatabase scratch;
    const Tables expected = onSqlite(folder.path());
    const Tables found = onPostgres(scratch);
    REQUIRE(expected.size() > 20);
    for (const auto &[table, columns] : expected) {
        CAPTURE(table.toStdString());
        REQUIRE(found.contains(table));
        CHECK(found.at(table).join(u',').toStdString() == columns.join(u',').toStdString());
    }
    CHECK(found.size() == expected.size());
}

TEST_CASE("both schemas are brought up to date by migrations of the same numbers and names", "[postgres][schema]")
{
    CHECK(QDir(QStringLiteral(":/sql/central-postgres")).entryList().join(u' ').toStdString()
          == QDir(QStringLiteral(":/sql/central")).entryList().join(u' ').toStdString());
}

TEST_CASE("every id on PostgreSQL is there, and the scope is part of every key of what belongs to one", "[postgres][schema]")
{
    if (without()) {
        return;
    }
    const tests::ScratchDatabase scratch;
    auto db = scratch.backend()->connect(Db::Mode::Read).value();
    store::Statement nullable = db->prepare(
        "SELECT table_name || '.' || column_name FROM information_schema.columns WHERE table_schema = 'public' "
        "AND is_nullable = 'YES' ORDER BY 1");
    REQUIRE_FALSE(nullable.step().value());
    store::Statement unscoped = db->prepare(
        "SELECT i.indexrelid::regclass::text FROM pg_index i WHERE i.indisunique AND EXISTS(SELECT 1 FROM pg_attribute a WHERE a.attrelid = "
        "i.indrelid AND a.attname = 'scope') AND NOT EXISTS(SELECT 1 FROM pg_attribute a WHERE a.attrelid = i.indrelid AND a.attname = 'scope' "
        "AND a.attnum = ANY(i.indkey))");
    CHECK_FALSE(unscoped.step().value());
}

TEST_CASE("several services that start at once bring the schema up to date once", "[postgres][schema]")
{
    if (without()) {
        return;
    }
    const tests::ScratchDatabase scratch(tests::ScratchDatabase::Schema::None);
    std::vector<std::unique_ptr<QThread>> services;
    std::atomic<int> ready = 0;
    for (int at = 0; at < 6; ++at) {
        services.emplace_back(QThread::create([&] { ready += scratch.backend()->prepare().has_value() ? 1 : 0; }))->start();
    }
    for (const auto &one : services) {
        one->wait();
    }
    CHECK(ready == 6);
    auto db = scratch.backend()->connect(Db::Mode::Read).value();
    CHECK(db->schema().value().version == store::Migrations::in(tests::ScratchDatabase::migrations()).value().newest());
}

TEST_CASE("a migration that fails leaves the database as it was, and a newer schema is not touched", "[postgres][schema]")
{
    if (without()) {
        return;
    }
    const QTemporaryDir folder;
    const tests::ScratchDatabase scratch;
    const int newest = store::Migrations::in(tests::ScratchDatabase::migrations()).value().newest();
    for (int number = 1; number <= newest + 1; ++number) {
        QFile file(folder.filePath(QStringLiteral("%1_what.sql").arg(number, 4, 10, QChar(u'0'))));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write("CREATE TABLE half(n BIGINT); SELECT 1/0;");
    }
    const auto failed = postgres::PgDatabase(scratch.address(), folder.path()).prepare();
    REQUIRE_FALSE(failed);
    auto db = scratch.backend()->connect(Db::Mode::Write).value();
    CHECK(db->schema().value().version == newest);
    store::Statement half = db->prepare("SELECT to_regclass('half') IS NULL");
    REQUIRE(half.step().value());
    CHECK(half.integer(0) == 1);

    REQUIRE(db->setSchema({newest + 7, newest + 7}));
    const auto tooNew = scratch.backend()->prepare();
    REQUIRE_FALSE(tooNew);
    CHECK(tooNew.error().kind == base::Error::Kind::TooNew);
}
