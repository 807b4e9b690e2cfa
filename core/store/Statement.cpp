// SPDX-License-Identifier: GPL-3.0-or-later
#include "Statement.h"

#include "DbPrivate.h"
#include "Utf8.h"

namespace comptoir::store {

using Keep = StatementDriver::Keep;

Statement::Statement(std::unique_ptr<Handle> handle) : m_handle(std::move(handle)) {}
Statement::Statement(Statement &&other) noexcept = default;

Statement::~Statement()
{
    if (m_handle && m_handle->driver) {
        m_handle->driver->clear();
        m_handle->home->push_back(std::move(m_handle->driver));
    }
}

namespace {

std::string_view bytesOf(const base::Uuid &id)
{
    return {reinterpret_cast<const char *>(id.bytes.data()), id.bytes.size()};
}

std::string_view bytesOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

} // namespace

Statement &Statement::bind(int at, qint64 value)
{
    if (m_handle->driver) {
        m_handle->driver->bindInteger(at, value);
    }
    return *this;
}

Statement &Statement::bind(int at, const QString &value)
{
    if (m_handle->driver) {
        m_handle->driver->bindText(at, bytesOf(value.toUtf8()), Keep::Copy);
    }
    return *this;
}

Statement &Statement::bind(int at, const QByteArray &blob)
{
    if (m_handle->driver) {
        m_handle->driver->bindBlob(at, bytesOf(blob), Keep::Copy);
    }
    return *this;
}

Statement &Statement::bindText(int at, std::string_view utf8)
{
    if (m_handle->driver) {
        m_handle->driver->bindText(at, utf8, Keep::Borrow);
    }
    return *this;
}

Statement &Statement::bindInPlace(int at, const base::Uuid &id)
{
    if (m_handle->driver) {
        m_handle->driver->bindBlob(at, bytesOf(id), Keep::Borrow);
    }
    return *this;
}

Statement &Statement::bind(int at, const base::Uuid &id)
{
    if (id.isNull()) {
        return bindNull(at);
    }
    if (m_handle->driver) {
        m_handle->driver->bindBlob(at, bytesOf(id), Keep::Copy);
    }
    return *this;
}

Statement &Statement::bindNull(int at)
{
    if (m_handle->driver) {
        m_handle->driver->bindNull(at);
    }
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
    auto more = m_handle->driver->step();
    return more ? more : tl::unexpected(m_handle->db->note(std::move(more.error())));
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
    if (m_handle->driver) {
        m_handle->driver->reset();
    }
}

int Statement::columnCount() const
{
    return m_handle->driver ? m_handle->driver->columnCount() : 0;
}

bool Statement::isNull(int column) const
{
    return !m_handle->driver || m_handle->driver->type(column) == StatementDriver::Type::Null;
}

qint64 Statement::integer(int column) const
{
    return m_handle->driver ? m_handle->driver->integer(column) : 0;
}

QString Statement::text(int column) const
{
    return base::textFromUtf8(view(column));
}

std::string_view Statement::view(int column) const
{
    return m_handle->driver ? m_handle->driver->text(column) : std::string_view();
}

QByteArray Statement::blob(int column) const
{
    const std::string_view bytes = m_handle->driver ? m_handle->driver->blob(column) : std::string_view();
    return {bytes.data(), static_cast<qsizetype>(bytes.size())};
}

base::Uuid Statement::uuid(int column) const
{
    const std::string_view bytes = m_handle->driver ? m_handle->driver->blob(column) : std::string_view();
    return base::Uuid::fromBytes(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size()))).value_or(base::Uuid{});
}

domain::Cell Statement::cell(int column) const
{
    using Type = StatementDriver::Type;
    switch (m_handle->driver ? m_handle->driver->type(column) : Type::Null) {
    case Type::Integer: return integer(column);
    case Type::Text: return text(column);
    case Type::Blob: return uuid(column);
    case Type::Null: break;
    }
    return {};
}

} // namespace comptoir::store
