// SPDX-License-Identifier: GPL-3.0-or-later
#include "SqliteStatement.h"

#include <sqlite3.h>

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

sqlite3_destructor_type lifetimeOf(StatementDriver::Keep keep)
{
    return keep == StatementDriver::Keep::Copy ? SQLITE_TRANSIENT : SQLITE_STATIC;
}

} // namespace

base::Error sqliteError(sqlite3 *handle, int rc)
{
    const char *told = sqlite3_errmsg(handle);
    const bool unknownFormat = rc == SQLITE_ERROR && qstrcmp(told, "unsupported file format") == 0; // a schema format SQLite has never had
    const bool swappedIndex = std::string_view(told).find("invalid fts5 file format") != std::string_view::npos; // pages that are others'
    return {unknownFormat || swappedIndex ? Kind::Corrupt : kindOf(rc), QStringLiteral("database: %1").arg(QString::fromUtf8(told))};
}

SqliteStatement::~SqliteStatement()
{
    sqlite3_finalize(m_statement);
}

void SqliteStatement::bindInteger(int at, qint64 value)
{
    reset();
    sqlite3_bind_int64(m_statement, at + 1, value);
}

void SqliteStatement::bindText(int at, std::string_view utf8, Keep keep)
{
    reset();
    const char *bytes = utf8.empty() ? "" : utf8.data();
    sqlite3_bind_text64(m_statement, at + 1, bytes, utf8.size(), lifetimeOf(keep), SQLITE_UTF8);
}

void SqliteStatement::bindBlob(int at, std::string_view bytes, Keep keep)
{
    reset();
    sqlite3_bind_blob64(m_statement, at + 1, bytes.data() ? bytes.data() : "", bytes.size(), lifetimeOf(keep));
}

void SqliteStatement::bindNull(int at)
{
    reset();
    sqlite3_bind_null(m_statement, at + 1);
}

base::Result<bool> SqliteStatement::step()
{
    m_stepped = true;
    const int rc = sqlite3_step(m_statement);
    if (rc == SQLITE_ROW) {
        return true;
    }
    if (rc == SQLITE_DONE) {
        return false;
    }
    base::Error error = sqliteError(sqlite3_db_handle(m_statement), rc);
    reset();
    return tl::unexpected(std::move(error));
}

// SQLite refuses to bind a statement that has run and was not reset.
void SqliteStatement::reset()
{
    if (m_stepped) {
        sqlite3_reset(m_statement);
        m_stepped = false;
    }
}

void SqliteStatement::clear()
{
    reset();
    sqlite3_clear_bindings(m_statement);
}

int SqliteStatement::columnCount() const
{
    return sqlite3_column_count(m_statement);
}

StatementDriver::Type SqliteStatement::type(int column) const
{
    switch (sqlite3_column_type(m_statement, column)) {
    case SQLITE_INTEGER: return Type::Integer;
    case SQLITE_TEXT: return Type::Text;
    case SQLITE_BLOB: return Type::Blob;
    default: return Type::Null;
    }
}

qint64 SqliteStatement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

std::string_view SqliteStatement::text(int column) const
{
    const auto *bytes = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return bytes ? std::string_view(bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))) : std::string_view();
}

std::string_view SqliteStatement::blob(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return bytes ? std::string_view(bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))) : std::string_view();
}

} // namespace comptoir::store
