// SPDX-License-Identifier: GPL-3.0-or-later
#include "ScratchDatabase.h"

#include "Catch.h"
#include "PgConnection.h"

#include <QCoreApplication>

namespace comptoir::tests {

namespace {

postgres::PgAddress server()
{
    return postgres::PgAddress::fromUri(qEnvironmentVariable("COMPTOIR_TEST_DATABASE")).value();
}

void atServer(const QString &sql)
{
    const auto connection = postgres::PgConnection::open(server(), store::Db::Mode::Write);
    if (!connection) {
        FAIL(connection.error().message.toStdString());
    }
    if (const auto done = (*connection)->run(sql.toStdString()); !done) {
        FAIL(done.error().message.toStdString());
    }
}

postgres::PgAddress addressOf(const QString &name)
{
    postgres::PgAddress out = server();
    out.database = name;
    return out;
}

/// Migrated once for each process: the others are copies.
QString templateName()
{
    static const QString made = [] {
        const QString name = QStringLiteral("tests_%1").arg(QCoreApplication::applicationPid());
        atServer(QStringLiteral("CREATE DATABASE %1").arg(name));
        const auto ready = postgres::PgDatabase(addressOf(name), ScratchDatabase::migrations()).prepare();
        if (!ready) {
            FAIL(ready.error().message.toStdString());
        }
        return name;
    }();
    return made;
}

} // namespace

bool ScratchDatabase::isThere()
{
    return qEnvironmentVariableIsSet("COMPTOIR_TEST_DATABASE");
}

ScratchDatabase::ScratchDatabase(Schema schema)
{
    static int counter = 0;
    m_name = QStringLiteral("scratch_%1_%2").arg(QCoreApplication::applicationPid()).arg(++counter);
    atServer(schema == Schema::None ? QStringLiteral("CREATE DATABASE %1").arg(m_name)
                                    : QStringLiteral("CREATE DATABASE %1 TEMPLATE %2 STRATEGY FILE_COPY").arg(m_name, templateName()));
}

ScratchDatabase::~ScratchDatabase()
{
    const auto connection = postgres::PgConnection::open(server(), store::Db::Mode::Write);
    if (connection) {
        static_cast<void>((*connection)->run("DROP DATABASE " + m_name.toStdString() + " WITH (FORCE)"));
    }
}

postgres::PgAddress ScratchDatabase::address() const
{
    return addressOf(m_name);
}

std::shared_ptr<postgres::PgDatabase> ScratchDatabase::backend() const
{
    return std::make_shared<postgres::PgDatabase>(address(), migrations());
}

} // namespace comptoir::tests
