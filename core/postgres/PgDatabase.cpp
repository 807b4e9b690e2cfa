// SPDX-License-Identifier: GPL-3.0-or-later
#include "PgDatabase.h"

#include "Log.h"
#include "Migrations.h"
#include "PgConnection.h"
#include "PostgresTuning.h"
#include "Rows.h"

#include <QRegularExpression>

namespace comptoir::postgres {

using base::Result;
using store::Db;
using Kind = base::Error::Kind;

Result<> PgDatabase::prepare()
{
    auto opened = PgConnection::open(m_address, Db::Mode::Write);
    if (!opened) {
        return tl::unexpected(opened.error());
    }
    const auto mayChange = (*opened)->single("SELECT has_schema_privilege(current_schema(), 'CREATE')");
    const auto rules = (*opened)->single("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user");
    if (!mayChange || !rules) {
        return tl::unexpected(mayChange ? rules.error() : mayChange.error());
    }
    if (*rules == "t") {
        qCWarning(base::lcStore) << "the role" << m_address.user << "is above row-level security: the database watches over nothing";
    }
    Db db(std::move(*opened));
    return migrate(db, *mayChange == "t").and_then([&] { return db.begin(); }).and_then([&] { return checkLife(db); }).and_then([&](bool) {
        return db.commit();
    });
}

Result<> PgDatabase::migrate(Db &db, bool mayChange) const
{
    const auto migrations = store::Migrations::in(m_migrations);
    const auto schema = db.schema();
    if (!migrations || !schema) {
        return tl::unexpected(migrations ? schema.error() : migrations.error());
    }
    if (schema->version >= migrations->newest()) {
        return migrations->apply(db); // which has nothing to do, or says what is the matter
    }
    if (!mayChange) {
        return base::fail(
            Kind::Forbidden,
            QStringLiteral("the schema of %1 is %2, this program needs %3, and this role may not change it: run `comptoird schema "
                           "--database postgres://OWNER@… --service-role %4` first")
                .arg(m_address.shown())
                .arg(schema->version)
                .arg(migrations->newest())
                .arg(m_address.user));
    }
    // Held by the connection: whoever waits finds the work done.
    return db.run(kMigrationLock).and_then([&] { return migrations->apply(db); });
}

Result<bool> PgDatabase::checkLife(Db &db) const
{
    store::Statement now = db.prepare(
        "SELECT system_identifier::text, substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8) FROM pg_control_system()");
    const auto server = store::firstRow(now, [](const store::Statement &row) { return std::pair(row.text(0), row.text(1)); });
    store::Statement known = db.prepare("SELECT system_id, timeline FROM server_life FOR UPDATE");
    const auto before = store::firstRow(known, [](const store::Statement &row) { return std::pair(row.text(0), row.text(1)); });
    if (!server || !before) {
        return tl::unexpected(server ? before.error() : server.error());
    }
    if (*before == *server) {
        return false;
    }
    auto kept = db.prepare("INSERT INTO server_life(one, system_id, timeline) VALUES(1, ?, ?) ON CONFLICT(one) DO UPDATE SET "
                           "system_id = excluded.system_id, timeline = excluded.timeline")
                    .bindAll((*server)->first, (*server)->second)
                    .run();
    if (!kept || !*before || !m_renew) {
        return kept.map([] { return false; });
    }
    qCWarning(base::lcStore) << "the server of the database is another one, or followed another timeline: a new epoch begins";
    return m_renew(db).map([] { return true; });
}

Result<> PgDatabase::permit(const QString &role) const
{
    static const QRegularExpression name(QStringLiteral("^[A-Za-z_][A-Za-z0-9_$-]{0,62}$"));
    if (!name.match(role).hasMatch()) {
        return base::fail(Kind::Invalid, QStringLiteral("%1 is not the name of a role").arg(role));
    }
    // What was done is not rewritten; what is too old is taken away.
    const QString
        grants = QStringLiteral(
                     "GRANT USAGE ON SCHEMA public TO \"%1\"; GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA "
                     "public TO \"%1\"; GRANT USAGE, UPDATE ON ALL SEQUENCES IN SCHEMA public TO \"%1\"; REVOKE UPDATE ON audit_entry "
                     "FROM \"%1\"; REVOKE INSERT, UPDATE, DELETE ON schema_version FROM \"%1\"")
                     .arg(role);
    return PgConnection::open(m_address, Db::Mode::Write).and_then([&](const std::unique_ptr<PgConnection> &connection) {
        return connection->run(grants.toStdString());
    });
}

void PgDatabase::tell(const std::vector<QByteArray> &notices) const
{
    const auto db = PgConnection::open(m_address, Db::Mode::Write).map([](std::unique_ptr<PgConnection> connection) {
        return std::make_unique<Db>(std::move(connection));
    });
    for (const QByteArray &text : notices) {
        const auto told = db
            ? (*db)->prepare("SELECT pg_notify(?, ?)").bindAll(QString::fromLatin1(kChannel), QString::fromUtf8(text)).run()
            : Result<>(tl::unexpected(db.error()));
        if (!told) {
            qCWarning(base::lcStore) << "the services were not told:" << told.error().message;
            return;
        }
    }
}

Result<std::unique_ptr<Db>> PgDatabase::connect(Db::Mode mode)
{
    return PgConnection::open(m_address, mode).map([](std::unique_ptr<PgConnection> connection) {
        return std::make_unique<Db>(std::move(connection));
    });
}

int PgDatabase::most(Db::Mode mode) const
{
    return mode == Db::Mode::Write ? kWriters : kReaders;
}

} // namespace comptoir::postgres
