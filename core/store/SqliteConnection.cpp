// SPDX-License-Identifier: GPL-3.0-or-later
#include "SqliteConnection.h"

#include "Planted.h"
#include "PrivateFile.h"
#include "SqliteStatement.h"

#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QVariant>

#include <sqlite3.h>

#include <atomic>

namespace comptoir::store {

namespace {

using Kind = base::Error::Kind;

/// `application_id` marks a database of ours; the lower half is the oldest schema whose programs may work on it.
constexpr int kApplication = 0x434D0000;
constexpr int kLowerHalf = 0xFFFF;

/// SQLite's handle behind QSql's connection (the plug-in links the same library); null where there is none.
sqlite3 *handleOf(const QSqlDatabase &database)
{
    const QVariant handle = database.driver()->handle();
    if (!handle.isValid() || qstrcmp(handle.typeName(), "sqlite3*") != 0) {
        return nullptr;
    }
    return *static_cast<sqlite3 *const *>(handle.constData());
}

std::string_view pragmasFor(Db::Mode mode)
{
    // 20,000 pages between checkpoints make bulk writing 1.3–1.8× faster; the reader never checkpoints.
    if (mode == Db::Mode::Write) {
        return "PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=20000; PRAGMA journal_size_limit=16777216; PRAGMA foreign_keys=ON;"
               "PRAGMA trusted_schema=OFF; PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16000;";
    }
    return "PRAGMA query_only=ON; PRAGMA wal_autocheckpoint=0; PRAGMA trusted_schema=OFF; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-8000;";
}

} // namespace

SqliteConnection::SqliteConnection(QString name, Db::Mode mode) : m_name(std::move(name)), m_mode(mode) {}

SqliteConnection::~SqliteConnection()
{
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
}

base::Result<std::unique_ptr<SqliteConnection>> SqliteConnection::open(const QString &path, Db::Mode mode, Db::Durability durability)
{
    if (mode == Db::Mode::Write) {
        if (auto made = makePrivateFile(path); !made) {
            return tl::unexpected(made.error());
        }
    }
    static std::atomic<int> counter{0};
    std::unique_ptr<SqliteConnection> out(new SqliteConnection(QStringLiteral("comptoir-%1").arg(++counter), mode));
    QString problem;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), out->m_name);
        database.setDatabaseName(path);
        database.setConnectOptions(mode == Db::Mode::Read ? QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000;QSQLITE_OPEN_READONLY")
                                                          : QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
        if (!database.open()) {
            problem = database.lastError().text();
        } else {
            out->m_handle = handleOf(database);
        }
    }
    if (!out->m_handle) {
        return base::fail(Kind::Io,
                          QStringLiteral("the database cannot be opened: %1")
                              .arg(problem.isEmpty() ? QStringLiteral("no SQLite driver for Qt") : problem));
    }
    return out->setUp(durability).map([&] { return std::move(out); });
}

base::Result<> SqliteConnection::setUp(Db::Durability durability)
{
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    if (auto set = run(pragmasFor(m_mode)); !set || m_mode == Db::Mode::Read) {
        return set;
    }
    const bool full = durability == Db::Durability::Full && !base::isPlanted(base::Plant::SyncNormal);
    return run(full ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL");
}

base::Error SqliteConnection::errorOf(int rc) const
{
    return sqliteError(m_handle, rc);
}

base::Result<std::unique_ptr<StatementDriver>> SqliteConnection::prepare(std::string_view sql)
{
    sqlite3_stmt *statement = nullptr;
    const int rc = sqlite3_prepare_v3(m_handle, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (rc != SQLITE_OK) {
        return tl::unexpected(errorOf(rc));
    }
    return std::make_unique<SqliteStatement>(statement);
}

base::Result<> SqliteConnection::run(std::string_view script)
{
    const int rc = sqlite3_exec(m_handle, std::string(script).c_str(), nullptr, nullptr, nullptr);
    if (rc != SQLITE_OK) {
        return tl::unexpected(errorOf(rc));
    }
    return {};
}

base::Result<> SqliteConnection::begin()
{
    return run(m_mode == Db::Mode::Write ? "BEGIN IMMEDIATE" : "BEGIN");
}

base::Result<> SqliteConnection::commit()
{
    return run("COMMIT");
}

void SqliteConnection::rollback()
{
    if (isInTransaction()) {
        sqlite3_exec(m_handle, "ROLLBACK", nullptr, nullptr, nullptr);
    }
}

bool SqliteConnection::isInTransaction() const
{
    return sqlite3_get_autocommit(m_handle) == 0;
}

qint64 SqliteConnection::changedRows() const
{
    return sqlite3_changes64(m_handle);
}

qint64 SqliteConnection::lastRow() const
{
    return sqlite3_last_insert_rowid(m_handle);
}

base::Result<int> SqliteConnection::number(std::string_view pragma)
{
    const auto query = prepare(pragma);
    if (!query) {
        return tl::unexpected(query.error());
    }
    return (*query)->step().map([&](bool) { return static_cast<int>((*query)->integer(0)); });
}

base::Result<Schema> SqliteConnection::schema()
{
    const auto version = number("PRAGMA user_version");
    const auto told = number("PRAGMA application_id");
    if (!version || !told) {
        return tl::unexpected(version ? told.error() : version.error());
    }
    if (*version < 0 || (*told != 0 && (*told & ~kLowerHalf) != kApplication)) {
        return base::fail(Kind::Corrupt, QStringLiteral("the database is damaged: what its header tells is nothing of ours"));
    }
    return Schema{*version, (*told & ~kLowerHalf) == kApplication ? *told & kLowerHalf : *version};
}

base::Result<> SqliteConnection::setSchema(const Schema &schema)
{
    return run("PRAGMA user_version=" + std::to_string(schema.version)
               + "; PRAGMA application_id=" + std::to_string(kApplication | schema.usableFrom));
}

base::Result<> SqliteConnection::quickCheck()
{
    const auto check = prepare("PRAGMA quick_check(1)");
    if (!check) {
        return tl::unexpected(check.error());
    }
    const auto row = (*check)->step();
    if (!row) {
        return tl::unexpected(row.error());
    }
    const std::string_view told = (*check)->text(0);
    if (!*row || told != "ok") {
        return base::fail(
            Kind::Corrupt,
            QStringLiteral("the database is damaged: %1").arg(QString::fromUtf8(told.data(), static_cast<qsizetype>(told.size()))));
    }
    return {};
}

base::Result<> SqliteConnection::checkpoint()
{
    return run("PRAGMA wal_checkpoint(TRUNCATE)");
}

} // namespace comptoir::store
