// SPDX-License-Identifier: GPL-3.0-or-later
#include "AuditCommands.h"

#include "Admin.h"
#include "AdminCommands.h"
#include "Commands.h"
#include "Counted.h"
#include "ExitCode.h"

#include <QDateTime>
#include <QDir>
#include <QFile>

#include <limits>

namespace comptoir::service {

namespace {

/// The beginning of a day (UTC), so many days on; nothing where it is none.
std::optional<qint64> dayMs(const QString &text, int daysOn)
{
    const QDate day = QDate::fromString(text, Qt::ISODate);
    return day.isValid() ? std::optional(day.addDays(daysOn).startOfDay(Qt::UTC).toMSecsSinceEpoch()) : std::nullopt;
}

int verifyFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return reportFailure({base::Error::Kind::NotFound, QStringLiteral("%1 cannot be read: %2").arg(path, file.errorString())});
    }
    const auto told = central::AuditExport::verify(file);
    if (!told) {
        return reportFailure(told.error());
    }
    print(QStringLiteral("%1, numbers %2 to %3, as written; the last one's digest: %4; the file's sum, as the audit has it: %5")
              .arg(counted(told->entries, "entry", "entries"))
              .arg(told->from)
              .arg(told->no)
              .arg(QLatin1String(told->head.toHex()), QLatin1String(told->sum.toHex())));
    return kDone;
}

int runExport(const CommandLine &line)
{
    AdminRequest request;
    request.action = QStringLiteral("audit.export");
    request.toMs = std::numeric_limits<qint64>::max();
    for (const char *option : {"from", "to"}) {
        if (!line.isSet(option)) {
            continue;
        }
        const bool isEnd = QLatin1String(option) == QLatin1String("to");
        const auto day = dayMs(line.value(option), isEnd ? 1 : 0);
        if (!day) {
            return line.wrong(QStringLiteral("--%1 is a day, such as 2026-11-22").arg(QLatin1String(option)));
        }
        (isEnd ? request.toMs : request.fromMs) = *day;
    }
    if (!line.isSet("out")) {
        return line.wrong(QStringLiteral("--out names the file to write"));
    }
    request.subject = QDir::current().absoluteFilePath(line.value("out"));
    request.names = line.values("organisation");
    return runAdmin(line.data(), request);
}

int runKeep(const CommandLine &line, const QString &months)
{
    AdminRequest request;
    request.action = QStringLiteral("audit.keep");
    bool isNumber = true;
    request.months = months.isEmpty() ? 0 : months.toInt(&isNumber);
    if (!isNumber || (!months.isEmpty() && request.months < 1)) {
        return line.wrong(QStringLiteral("the months are a number"));
    }
    return runAdmin(line.data(), request);
}

void addOptions(CommandLine &line)
{
    line.positional("action", "verify, export, prune or keep");
    line.positional("months", "For how many months entries are kept (keep); tells it where it is not given", "[MONTHS]");
    line.add({QStringLiteral("organisation"),
              QStringLiteral("Id, code or name of the organisation (verify: this one alone; export: without it, what belongs to none)."),
              QStringLiteral("NAME")});
    line.add({QStringLiteral("file"), QStringLiteral("Verifies an export, without a database."), QStringLiteral("FILE")});
    line.add({QStringLiteral("from"), QStringLiteral("The first day of an export (UTC)."), QStringLiteral("DAY")});
    line.add({QStringLiteral("to"), QStringLiteral("The last day of an export (UTC)."), QStringLiteral("DAY")});
    line.add(
        {QStringLiteral("out"), QStringLiteral("The file an export is written to; it must not be there yet."), QStringLiteral("FILE")});
}

} // namespace

int runAudit(const QStringList &words)
{
    CommandLine line(
        "audit",
        "The record of what was done to accounts, rights and the database: an entry holds the digest of the one before. verify "
        "names the first that is not as it was written (exit code 4); export takes a part out that can be verified by itself; prune "
        "takes away what is older than it is kept, as the service does once a day.");
    addOptions(line);
    if (!line.parse(words)) {
        return line.exitCode();
    }
    QStringList given = line.positionals();
    const QString verb = given.isEmpty() ? QString() : given.takeFirst();
    if (verb == u"keep" && given.size() <= 1) {
        return runKeep(line, given.value(0));
    }
    if (!given.isEmpty() || (verb != u"verify" && verb != u"export" && verb != u"prune")) {
        return line.wrong(QStringLiteral("the action is verify, export, prune or keep"));
    }
    if (verb == u"verify" && line.isSet("file")) {
        return verifyFile(line.value("file"));
    }
    if (verb == u"export") {
        return runExport(line);
    }
    AdminRequest request;
    request.action = u"audit." + verb;
    request.names = line.values("organisation");
    return runAdmin(line.data(), request);
}

} // namespace comptoir::service
