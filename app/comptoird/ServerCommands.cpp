// SPDX-License-Identifier: GPL-3.0-or-later
#include "ServerCommands.h"

#include "Clock.h"
#include "Commands.h"
#include "Counted.h"
#include "ExitCode.h"
#include "Move.h"
#include "NewLife.h"
#include "PgDatabase.h"
#include "Random.h"

#include <QFileInfo>

namespace comptoir::service {

namespace {

using base::Result;
using Kind = base::Error::Kind;

std::shared_ptr<postgres::PgDatabase> serverOf(const CommandLine &line)
{
    return std::dynamic_pointer_cast<postgres::PgDatabase>(line.data().backend());
}

/// `sqlite:PATH`, PATH being the file or the data folder it is in; empty where it is neither.
QString fileOf(const QString &from)
{
    if (!from.startsWith(u"sqlite:")) {
        return {};
    }
    const QFileInfo place(from.mid(7));
    return place.isDir() ? DataFolder(place.filePath()).database() : place.absoluteFilePath();
}

} // namespace

int runSchema(const QStringList &words)
{
    CommandLine line(
        "schema",
        "Brings the schema of a database of PostgreSQL's up to date, as the role that owns it, and lets the role of the services work "
        "on its rows. Before the first start, and before the first start of a newer version.");
    line.add({QStringLiteral("service-role"), QStringLiteral("The role the services connect as."), QStringLiteral("ROLE")});
    if (!line.parse(words)) {
        return line.exitCode();
    }
    const auto server = serverOf(line);
    if (!server || !line.positionals().isEmpty()) {
        return line.wrong(QStringLiteral("--database names the database"));
    }
    const auto done = server->prepare().and_then(
        [&] { return line.isSet("service-role") ? server->permit(line.value("service-role")) : Result<>(); });
    if (!done) {
        return reportFailure(done.error());
    }
    print(QStringLiteral("%1 is up to date").arg(server->address().shown()));
    return kDone;
}

int runRestored(const QStringList &words)
{
    CommandLine line(
        "restored",
        "Says that a database of PostgreSQL's was gone back to an earlier state, where the server cannot tell (pg_restore into the same "
        "server): consoles fetch everything anew and send again what they keep. Everybody signs in anew.");
    if (!line.parse(words)) {
        return line.exitCode();
    }
    const auto server = serverOf(line);
    if (!server || !line.positionals().isEmpty()) {
        return line.wrong(QStringLiteral("--database names the database"));
    }
    base::SystemRandom random;
    const auto done = server->prepare().and_then([&] { return server->connect(store::Db::Mode::Write); }).and_then([&](const auto &db) {
        return db->begin().and_then([&] { return central::beginNewLife(*db, 0, base::SystemClock().nowMs(), random); }).and_then([&] {
            return db->commit();
        });
    });
    const auto settled = done && line.data().hasLedger() ? line.data().open(false).map([](const auto &) {}) : done;
    if (!settled) {
        return reportFailure(settled.error());
    }
    print(QStringLiteral("a new epoch has begun; everybody signs in anew"));
    return kDone;
}

int runMigrate(const QStringList &words)
{
    CommandLine line(
        "migrate",
        "Moves the database of a service that is stopped from its file to PostgreSQL, in one transaction, and compares every row. "
        "Interrupted, nothing was moved. The file stays as it is: do not serve it again.");
    line.add({QStringLiteral("from"), QStringLiteral("The file, or the data folder it is in."), QStringLiteral("sqlite:PATH")});
    line.add({QStringLiteral("to"), QStringLiteral("The database, empty: postgres://USER@HOST:PORT/NAME."), QStringLiteral("URI")});
    if (!line.parse(words)) {
        return line.exitCode();
    }
    const QString file = fileOf(line.value("from"));
    if (file.isEmpty() || !line.isSet("to") || !line.positionals().isEmpty()) {
        return line.wrong(QStringLiteral("say --from sqlite:PATH and --to postgres://USER@HOST:PORT/NAME"));
    }
    const auto backend = line.backendAt(line.value("to"));
    if (!backend) {
        return line.wrong(backend.error().message);
    }
    const auto moved = moveToServer(file, **backend, [](const QString &table, qint64 rows) {
        print(QStringLiteral("  %1: %2").arg(table, counted(rows, "row", "rows")));
    });
    if (!moved) {
        return reportFailure(moved.error());
    }
    print(QStringLiteral("%1 in %2 moved and compared; the audit is as written (%3)")
              .arg(counted(moved->rows, "row", "rows"), counted(moved->tables, "table", "tables"),
                   counted(moved->auditEntries, "entry", "entries")));
    print(QStringLiteral("serve it with --database from now on; %1 stays as it was and is not to be served again").arg(file));
    return kDone;
}

} // namespace comptoir::service
