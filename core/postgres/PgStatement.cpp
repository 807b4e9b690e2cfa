// SPDX-License-Identifier: GPL-3.0-or-later
#include "PgStatement.h"

#include "PgConnection.h"
#include "PgValues.h"

#include <postgresql/libpq-fe.h>

#include <algorithm>

namespace comptoir::postgres {

using base::Result;

PgStatement::PgStatement(PgConnection &connection, std::string name, std::string sql)
    : m_connection(connection)
    , m_name(std::move(name))
    , m_sql(std::move(sql))
{}

PgStatement::~PgStatement()
{
    PQclear(m_result);
}

PgStatement::Parameter &PgStatement::parameter(int at, Type type)
{
    reset();
    const auto place = static_cast<std::size_t>(at);
    if (m_parameters.size() <= place) {
        m_parameters.resize(place + 1);
    }
    m_parameters[place].type = type;
    return m_parameters[place];
}

void PgStatement::bindInteger(int at, qint64 value)
{
    parameter(at, Type::Integer).number = value;
}

void PgStatement::bindText(int at, std::string_view utf8, Keep keep)
{
    if (utf8.find('\0') == std::string_view::npos) {
        return bindBytes(at, Type::Text, utf8, keep);
    }
    // PostgreSQL has no U+0000 in a text. What comes back to the consoles is what stands here.
    std::string without;
    for (const char c : utf8) {
        without += c == '\0' ? std::string_view("\xEF\xBF\xBD") : std::string_view(&c, 1);
    }
    bindBytes(at, Type::Text, without, Keep::Copy);
}

void PgStatement::bindBlob(int at, std::string_view bytes, Keep keep)
{
    bindBytes(at, Type::Blob, bytes, keep);
}

void PgStatement::bindBytes(int at, Type type, std::string_view bytes, Keep keep)
{
    Parameter &it = parameter(at, type);
    if (keep == Keep::Copy) {
        it.own.assign(bytes);
    }
    it.bytes = bytes;
    it.number = keep == Keep::Copy;
}

void PgStatement::bindNull(int at)
{
    parameter(at, Type::Null);
}

Result<> PgStatement::prepare()
{
    if (m_life == m_connection.life()) {
        return {};
    }
    pg_conn *server = m_connection.handle();
    pg_result *done = PQprepare(server, m_name.c_str(), m_sql.c_str(), 0, nullptr);
    if (PQresultStatus(done) == PGRES_COMMAND_OK) {
        PQclear(done);
        done = PQdescribePrepared(server, m_name.c_str());
    }
    if (PQresultStatus(done) != PGRES_COMMAND_OK) {
        const base::Error error = errorOf(server, done);
        PQclear(done);
        return tl::unexpected(error);
    }
    m_types.clear();
    for (int at = 0; at < PQnparams(done); ++at) {
        m_types.push_back(PQparamtype(done, at));
    }
    PQclear(done);
    m_life = m_connection.life();
    return {};
}

Result<> PgStatement::execute()
{
    if (auto ready = prepare(); !ready) {
        return ready;
    }
    const std::size_t count = m_types.size();
    m_parameters.resize(std::max(count, m_parameters.size()));
    std::vector<const char *> values(count, nullptr);
    std::vector<int> lengths(count, 0);
    std::vector<int> formats(count, 1);
    for (std::size_t at = 0; at < count; ++at) {
        Parameter &it = m_parameters[at];
        std::string_view bytes = it.bytes;
        if (it.type == Type::Integer) {
            it.own = binaryOf(m_types[at], it.number);
            formats[at] = it.own.empty() ? 0 : 1;
            it.own = it.own.empty() ? std::to_string(it.number) : it.own;
            bytes = it.own;
        } else if (it.type == Type::Null) {
            bytes = m_types[at] == kBytea ? std::string_view(nilBytes()) : std::string_view();
        } else if (it.number != 0) {
            bytes = it.own;
        }
        values[at] = it.type == Type::Null && m_types[at] != kBytea ? nullptr : (bytes.data() ? bytes.data() : "");
        lengths[at] = static_cast<int>(bytes.size());
    }
    m_result = PQexecPrepared(m_connection.handle(), m_name.c_str(), static_cast<int>(count), values.data(), lengths.data(), formats.data(),
                              1);
    const ExecStatusType status = PQresultStatus(m_result);
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) {
        const base::Error error = errorOf(m_connection.handle(), m_result);
        reset();
        return tl::unexpected(error);
    }
    m_connection.executed(m_result);
    return {};
}

Result<bool> PgStatement::step()
{
    if (!m_result) {
        if (auto done = execute(); !done) {
            return tl::unexpected(done.error());
        }
    }
    if (++m_row < PQntuples(m_result)) {
        return true;
    }
    reset();
    return false;
}

void PgStatement::reset()
{
    if (m_result) {
        PQclear(m_result);
        m_result = nullptr;
    }
    m_row = -1;
}

void PgStatement::clear()
{
    reset();
    m_parameters.clear();
}

int PgStatement::columnCount() const
{
    return m_result ? PQnfields(m_result) : 0;
}

std::string_view PgStatement::field(int column) const
{
    if (!m_result || PQgetisnull(m_result, m_row, column) != 0) {
        return {};
    }
    return {PQgetvalue(m_result, m_row, column), static_cast<std::size_t>(PQgetlength(m_result, m_row, column))};
}

store::StatementDriver::Type PgStatement::type(int column) const
{
    if (!m_result || PQgetisnull(m_result, m_row, column) != 0) {
        return Type::Null;
    }
    switch (PQftype(m_result, column)) {
    case kBytea: return isNil(field(column)) ? Type::Null : Type::Blob;
    case kInt8:
    case kInt4:
    case kInt2:
    case kBool:
    case kNumeric: return Type::Integer;
    default: return Type::Text;
    }
}

qint64 PgStatement::integer(int column) const
{
    return m_result ? integerIn(PQftype(m_result, column), field(column)) : 0;
}

std::string_view PgStatement::text(int column) const
{
    return field(column);
}

std::string_view PgStatement::blob(int column) const
{
    return field(column);
}

} // namespace comptoir::postgres
