// SPDX-License-Identifier: GPL-3.0-or-later
#include "Statement.h"

#include "DbPrivate.h"
#include "Utf8.h"

namespace comptoir::store {

Statement::Statement(std::unique_ptr<Handle> handle) : m_handle(std::move(handle)) {}
Statement::Statement(Statement &&other) noexcept = default;

Statement::~Statement()
{
    if (m_handle && m_handle->statement) {
        sqlite3_reset(m_handle->statement);
        sqlite3_clear_bindings(m_handle->statement);
        m_handle->home->push_back(m_handle->statement);
    }
}

Statement &Statement::bind(int at, qint64 value)
{
    m_handle->readyToBind();
    sqlite3_bind_int64(m_handle->statement, at + 1, value);
    return *this;
}

Statement &Statement::bind(int at, const QString &value)
{
    m_handle->readyToBind();
    const QByteArray utf8 = value.toUtf8();
    sqlite3_bind_text64(m_handle->statement, at + 1, utf8.constData(), static_cast<sqlite3_uint64>(utf8.size()), SQLITE_TRANSIENT,
                        SQLITE_UTF8);
    return *this;
}

Statement &Statement::bind(int at, const QByteArray &blob)
{
    m_handle->readyToBind();
    sqlite3_bind_blob64(m_handle->statement, at + 1, blob.constData(), static_cast<sqlite3_uint64>(blob.size()), SQLITE_TRANSIENT);
    return *this;
}

Statement &Statement::bindText(int at, std::string_view utf8)
{
    m_handle->readyToBind();
    const char *bytes = utf8.empty() ? "" : utf8.data();
    sqlite3_bind_text64(m_handle->statement, at + 1, bytes, utf8.size(), SQLITE_STATIC, SQLITE_UTF8);
    return *this;
}

Statement &Statement::bindInPlace(int at, const base::Uuid &id)
{
    m_handle->readyToBind();
    sqlite3_bind_blob64(m_handle->statement, at + 1, id.bytes.data(), id.bytes.size(), SQLITE_STATIC);
    return *this;
}

Statement &Statement::bind(int at, const base::Uuid &id)
{
    m_handle->readyToBind();
    if (id.isNull()) {
        sqlite3_bind_null(m_handle->statement, at + 1);
    } else {
        sqlite3_bind_blob64(m_handle->statement, at + 1, id.bytes.data(), id.bytes.size(), SQLITE_TRANSIENT);
    }
    return *this;
}

Statement &Statement::bindNull(int at)
{
    m_handle->readyToBind();
    sqlite3_bind_null(m_handle->statement, at + 1);
    return *this;
}

Statement &Statement::bind(int at, const domain::Cell &cell)
{
    if (const auto *number = std::get_if<qint64>(&cell)) {
        return bind(at, *number);
    }
    if (const auto *text = std::get_if<QString>(&cell)) {
        return bind(at, *text);
    }
    if (const auto *id = std::get_if<base::Uuid>(&cell)) {
        return bind(at, *id);
    }
    return bindNull(at);
}

base::Result<bool> Statement::step()
{
    if (m_handle->db->failed) {
        return tl::unexpected(*m_handle->db->failed);
    }
    if (m_handle->error) {
        return tl::unexpected(*m_handle->error);
    }
    m_handle->stepped = true;
    const int rc = sqlite3_step(m_handle->statement);
    if (rc == SQLITE_ROW) {
        return true;
    }
    if (rc == SQLITE_DONE) {
        return false;
    }
    base::Error error = m_handle->db->fail(rc);
    sqlite3_reset(m_handle->statement);
    m_handle->stepped = false;
    return tl::unexpected(std::move(error));
}

base::Result<> Statement::run()
{
    for (;;) {
        const auto more = step();
        if (!more) {
            return tl::unexpected(more.error());
        }
        if (!*more) {
            reset();
            return {};
        }
    }
}

void Statement::reset()
{
    m_handle->readyToBind();
}

int Statement::columnCount() const
{
    return sqlite3_column_count(m_handle->statement);
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_handle->statement, column) == SQLITE_NULL;
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_handle->statement, column);
}

QString Statement::text(int column) const
{
    return base::textFromUtf8(view(column));
}

std::string_view Statement::view(int column) const
{
    const auto *bytes = reinterpret_cast<const char *>(sqlite3_column_text(m_handle->statement, column));
    return bytes ? std::string_view(bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_handle->statement, column)))
                 : std::string_view();
}

QByteArray Statement::blob(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_handle->statement, column));
    return {bytes, sqlite3_column_bytes(m_handle->statement, column)};
}

base::Uuid Statement::uuid(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_handle->statement, column));
    const qsizetype size = sqlite3_column_bytes(m_handle->statement, column);
    return base::Uuid::fromBytes(QByteArrayView(bytes, size)).value_or(base::Uuid{});
}

domain::Cell Statement::cell(int column) const
{
    switch (sqlite3_column_type(m_handle->statement, column)) {
    case SQLITE_INTEGER: return integer(column);
    case SQLITE_TEXT: return text(column);
    case SQLITE_BLOB: return uuid(column);
    default: return {};
    }
}

} // namespace comptoir::store
