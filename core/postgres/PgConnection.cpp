// SPDX-License-Identifier: GPL-3.0-or-later
#include "PgConnection.h"

#include "Log.h"
#include "PgStatement.h"
#include "PgValues.h"
#include "PortableSql.h"
#include "PostgresTuning.h"

#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QVariant>

#include <postgresql/libpq-fe.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>

namespace comptoir::postgres {

namespace {

using base::Result;
using store::Db;
using Kind = base::Error::Kind;

/// How often connections of this process have come back.
std::atomic<int> &returns()
{
    static std::atomic<int> count{0};
    return count;
}

pg_conn *handleOf(const QSqlDatabase &database)
{
    const QVariant handle = database.driver()->handle();
    if (!handle.isValid() || (qstrcmp(handle.typeName(), "PGconn*") != 0 && qstrcmp(handle.typeName(), "pg_conn*") != 0)) {
        return nullptr;
    }
    return *static_cast<pg_conn *const *>(handle.constData());
}

/// Notices ("relation … already exists, skipping") concern nobody.
void ignoreNotice(void *, const PGresult *) {}

bool isGood(const pg_result *result)
{
    const ExecStatusType status = PQresultStatus(result);
    return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
}

const char *beginning(Db::Mode mode)
{
    // Whoever writes locks the rows it reads to change them (SYNC.md's counter first), so that each statement may see what is newest; whoever
    // reads sees one moment. The marker of the service's own work ends with the transaction.
    return mode == Db::Mode::Write ? "BEGIN; SELECT set_config('comptoir.service', 'on', true)"
                                   : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SELECT set_config('comptoir.service', 'on', true)";
}

} // namespace

PgConnection::PgConnection(QString name, Db::Mode mode) : m_name(std::move(name)), m_mode(mode) {}

PgConnection::~PgConnection()
{
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<PgConnection>> PgConnection::open(const PgAddress &address, Db::Mode mode)
{
    static std::atomic<int> counter{0};
    std::unique_ptr<PgConnection> out(new PgConnection(QStringLiteral("comptoir-pg-%1").arg(++counter), mode));
    QString problem;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), out->m_name);
        if (!database.isValid()) {
            return base::fail(Kind::Io, QStringLiteral("Qt's driver for PostgreSQL is missing (Debian: libqt6sql6-psql)"));
        }
        database.setHostName(address.host);
        database.setPort(address.port);
        database.setDatabaseName(address.database);
        database.setUserName(address.user);
        database.setPassword(address.password);
        database.setConnectOptions(address.options);
        if (!database.open()) {
            problem = database.lastError().databaseText().simplified();
        } else {
            out->m_handle = handleOf(database);
        }
    }
    if (!out->m_handle) {
        return base::fail(Kind::Busy, QStringLiteral("the database %1 cannot be reached: %2").arg(address.shown(), problem));
    }
    PQsetNoticeReceiver(out->m_handle, &ignoreNotice, nullptr);
    return out->setUp().map([&] { return std::move(out); });
}

Result<> PgConnection::setUp()
{
    return run(kSessionSettings);
}

Result<> PgConnection::connectAgain()
{
    const auto now = std::chrono::steady_clock::now();
    // Where another connection of this process has come through since, there is nothing to wait for.
    if (m_wait.count() > 0 && now - m_tried < m_wait && m_knownReturns == returns()) {
        return base::fail(Kind::Busy, QStringLiteral("the database is away"));
    }
    m_tried = now;
    m_knownReturns = returns();
    m_wait = std::clamp(m_wait * 2, kFirstWait, kMostWait);
    PQreset(m_handle);
    if (PQstatus(m_handle) != CONNECTION_OK) {
        return tl::unexpected(errorOf(m_handle, nullptr));
    }
    ++m_life;
    m_knownReturns = ++returns();
    m_wait = {};
    qCInfo(base::lcStore) << "connected to the database again";
    return setUp();
}

Result<std::unique_ptr<store::StatementDriver>> PgConnection::prepare(std::string_view sql)
{
    return std::make_unique<PgStatement>(*this, "s" + std::to_string(++m_statements), forPostgres(sql));
}

Result<> PgConnection::run(std::string_view script)
{
    pg_result *done = PQexec(m_handle, std::string(script).c_str());
    Result<> out;
    if (!isGood(done) && PQresultStatus(done) != PGRES_EMPTY_QUERY) {
        out = tl::unexpected(errorOf(m_handle, done));
    }
    PQclear(done);
    return out;
}

Result<> PgConnection::begin()
{
    const char *sql = beginning(m_mode);
    if (PQstatus(m_handle) == CONNECTION_OK) {
        auto begun = run(sql);
        if (begun || begun.error().kind != Kind::Busy) {
            return begun;
        }
        // libpq may take the server's farewell for the answer and the connection for a good one still.
        qCWarning(base::lcStore) << begun.error().message;
    }
    // Nothing has run yet: a connection that went since the last transaction is made anew without anybody noticing.
    return connectAgain().and_then([&] { return run(sql); });
}

Result<> PgConnection::commit()
{
    pg_result *done = PQexec(m_handle, "COMMIT");
    Result<> out;
    if (!isGood(done)) {
        out = tl::unexpected(errorOf(m_handle, done));
    } else if (std::string_view(PQcmdStatus(done)) != "COMMIT") {
        out = base::fail(Kind::Io, QStringLiteral("the transaction was rolled back by the database"));
    }
    PQclear(done);
    return out;
}

void PgConnection::rollback()
{
    if (isInTransaction()) {
        PQclear(PQexec(m_handle, "ROLLBACK"));
    }
}

bool PgConnection::isInTransaction() const
{
    const PGTransactionStatusType status = PQtransactionStatus(m_handle);
    return status == PQTRANS_INTRANS || status == PQTRANS_INERROR || status == PQTRANS_ACTIVE;
}

void PgConnection::executed(const pg_result *result)
{
    auto *told = const_cast<pg_result *>(result); // libpq's accessors of the command take no const
    const std::string_view command(PQcmdStatus(told));
    if (command.starts_with("INSERT") || command.starts_with("UPDATE") || command.starts_with("DELETE")) {
        m_changed = std::strtoll(PQcmdTuples(told), nullptr, 10);
    }
}

Result<QByteArray> PgConnection::single(const char *sql)
{
    pg_result *done = PQexec(m_handle, sql);
    Result<QByteArray> out;
    if (!isGood(done)) {
        out = tl::unexpected(errorOf(m_handle, done));
    } else if (PQntuples(done) > 0) {
        out = QByteArray(PQgetvalue(done, 0, 0));
    }
    PQclear(done);
    return out;
}

Result<store::Schema> PgConnection::schema()
{
    return single("SELECT to_regclass('schema_version')").and_then([&](const QByteArray &table) -> Result<store::Schema> {
        if (table.isEmpty()) {
            return store::Schema{};
        }
        return single("SELECT version || ' ' || usable_from FROM schema_version").map([](const QByteArray &told) {
            const auto numbers = told.split(' ');
            return store::Schema{numbers.first().toInt(), numbers.last().toInt()};
        });
    });
}

Result<> PgConnection::setSchema(const store::Schema &schema)
{
    return run("CREATE TABLE IF NOT EXISTS schema_version(version INTEGER NOT NULL, usable_from INTEGER NOT NULL);"
               "DELETE FROM schema_version; INSERT INTO schema_version VALUES("
               + std::to_string(schema.version) + "," + std::to_string(schema.usableFrom) + ")");
}

Result<> PgConnection::workFor(std::string_view operatorId)
{
    const QByteArray hex = QByteArray(operatorId.data(), static_cast<qsizetype>(operatorId.size())).toHex();
    return run("SELECT set_config('comptoir.service', '', true), set_config('comptoir.operator', '" + hex.toStdString() + "', true)");
}

} // namespace comptoir::postgres
