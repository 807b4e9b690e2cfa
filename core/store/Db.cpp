// SPDX-License-Identifier: GPL-3.0-or-later
#include "Db.h"

#include "DbPrivate.h"
#include "Planted.h"
#include "PrivateFile.h"

#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QVariant>

#include <atomic>

namespace comptoir::store {

namespace {

using Kind = base::Error::Kind;

Kind kindOf(int rc)
{
    switch (rc & 0xff) {
    case SQLITE_FULL: return Kind::Full;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return Kind::Corrupt;
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return Kind::Busy;
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG: return Kind::Invalid;
    default: return Kind::Io;
    }
}

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

base::Error Db::Private::fail(int rc)
{
    base::Error error{kindOf(rc), QStringLiteral("database: %1").arg(QString::fromUtf8(sqlite3_errmsg(handle)))};
    if (error.message.contains(
            QLatin1String("invalid fts5 file format"))) { // a word index whose pages are others', which is told as no damage
        error.kind = Kind::Corrupt;
    }
    if (rc == SQLITE_ERROR && qstrcmp(sqlite3_errmsg(handle), "unsupported file format") == 0) {
        error.kind = Kind::Corrupt; // a schema format SQLite has never had
    }
    sawDamage = sawDamage || error.kind == Kind::Corrupt;
    if (inTransaction && !failed && !base::isPlanted(base::Plant::AfterRollback)) {
        failed = error;
    }
    return error;
}

Db::Db(std::unique_ptr<Private> d) : m_d(std::move(d)) {}

base::Result<std::unique_ptr<Db>> Db::open(const QString &path, Mode mode, Durability durability)
{
    if (mode == Mode::Write) {
        if (auto made = makePrivateFile(path); !made) {
            return tl::unexpected(made.error());
        }
    }
    static std::atomic<int> counter{0};
    auto d = std::make_unique<Private>();
    d->connection = QStringLiteral("comptoir-%1").arg(++counter);
    d->mode = mode;
    QString problem;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), d->connection);
        database.setDatabaseName(path);
        database.setConnectOptions(mode == Mode::Read ? QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000;QSQLITE_OPEN_READONLY")
                                                      : QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
        if (!database.open()) {
            problem = database.lastError().text();
        } else {
            d->handle = handleOf(database);
        }
    }
    std::unique_ptr<Db> db(new Db(std::move(d)));
    if (!db->m_d->handle) {
        return base::fail(Kind::Io,
                          QStringLiteral("the database cannot be opened: %1")
                              .arg(problem.isEmpty() ? QStringLiteral("no SQLite driver for Qt") : problem));
    }
    sqlite3_db_config(db->m_d->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(db->m_d->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    if (auto set = db->run(pragmasFor(mode)); !set) {
        return tl::unexpected(set.error());
    }
    if (mode == Mode::Write) {
        const bool full = durability == Durability::Full && !base::isPlanted(base::Plant::SyncNormal);
        if (auto set = db->run(full ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL"); !set) {
            return tl::unexpected(set.error());
        }
    }
    return db;
}

Db::~Db()
{
    forgetStatements();
    QSqlDatabase::database(m_d->connection, false).close();
    QSqlDatabase::removeDatabase(m_d->connection);
}

void Db::forgetStatements()
{
    for (auto &[sql, statements] : m_d->idle) {
        for (sqlite3_stmt *statement : statements) {
            sqlite3_finalize(statement);
        }
        statements.clear(); // the entry stays: a statement in use comes back to it
    }
}

bool Db::sawDamage() const
{
    return m_d->sawDamage;
}

Statement Db::prepare(std::string_view sql)
{
    auto home = m_d->idle.find(sql);
    if (home == m_d->idle.end()) {
        home = m_d->idle.emplace(std::string(sql), std::vector<sqlite3_stmt *>{}).first;
    }
    auto handle = std::make_unique<Statement::Handle>();
    handle->db = m_d.get();
    handle->home = &home->second;
    if (!home->second.empty()) {
        handle->statement = home->second.back();
        home->second.pop_back();
    } else {
        const int rc = sqlite3_prepare_v3(m_d->handle, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                          &handle->statement, nullptr);
        if (rc != SQLITE_OK) {
            handle->error = m_d->fail(rc);
        }
    }
    return Statement(std::move(handle));
}

base::Result<> Db::run(std::string_view script)
{
    if (m_d->failed) {
        return tl::unexpected(*m_d->failed);
    }
    const int rc = sqlite3_exec(m_d->handle, std::string(script).c_str(), nullptr, nullptr, nullptr);
    if (rc != SQLITE_OK) {
        return tl::unexpected(m_d->fail(rc));
    }
    return {};
}

base::Result<> Db::begin()
{
    m_d->failed.reset();
    m_d->changes = {};
    auto begun = run(m_d->mode == Mode::Write ? "BEGIN IMMEDIATE" : "BEGIN");
    m_d->inTransaction = begun.has_value();
    return begun;
}

base::Result<> Db::commit()
{
    if (m_d->lost() && base::isPlanted(base::Plant::AfterRollback)) {
        m_d->inTransaction = false; // each statement since has committed by itself
        return {};
    }
    if (m_d->lost()) {
        return base::fail(Kind::Io, QStringLiteral("the transaction was rolled back by the database"));
    }
    auto done = run("COMMIT");
    m_d->inTransaction = !done.has_value();
    return done;
}

void Db::rollback()
{
    if (sqlite3_get_autocommit(m_d->handle) == 0) {
        sqlite3_exec(m_d->handle, "ROLLBACK", nullptr, nullptr, nullptr);
    }
    m_d->inTransaction = false;
    m_d->failed.reset();
    m_d->changes = {};
}

base::Result<> Db::undoNested()
{
    if (m_d->lost()) {
        return base::fail(Kind::Io, QStringLiteral("the transaction was rolled back by the database"));
    }
    m_d->failed.reset();
    return run("ROLLBACK TO nested; RELEASE nested");
}

bool Db::alive() const
{
    return !m_d->lost();
}

qint64 Db::changedRows() const
{
    return sqlite3_changes64(m_d->handle);
}

qint64 Db::lastRow() const
{
    return sqlite3_last_insert_rowid(m_d->handle);
}

void Db::touch(Entity kind, const base::Uuid &id)
{
    if (m_d->changes.everything) {
        return;
    }
    m_d->changes.kinds.insert(kind);
    m_d->changes.ids.insert(id);
    if (m_d->changes.ids.size() > Changes::kMostIds) {
        touchAll();
    }
}

void Db::touchAll()
{
    m_d->changes = {};
    m_d->changes.everything = true;
}

Changes Db::takeChanges()
{
    return std::exchange(m_d->changes, {});
}

base::Result<> Db::quickCheck()
{
    Statement check = prepare("PRAGMA quick_check(1)");
    const auto row = check.step();
    if (!row) {
        return tl::unexpected(row.error());
    }
    if (!*row || check.view(0) != "ok") {
        return base::fail(Kind::Corrupt, QStringLiteral("the database is damaged: %1").arg(check.text(0)));
    }
    return {};
}

base::Result<> Db::checkpoint()
{
    return run("PRAGMA wal_checkpoint(TRUNCATE)");
}

} // namespace comptoir::store
