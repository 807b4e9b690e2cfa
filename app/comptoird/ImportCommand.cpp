// SPDX-License-Identifier: GPL-3.0-or-later
#include "ImportCommand.h"

#include "Clock.h"
#include "Commands.h"
#include "ExitCode.h"
#include "InventoryImport.h"
#include "OrganisationChoice.h"
#include "PeopleImport.h"
#include "ProgressLine.h"
#include "ServiceNowImport.h"

#include <QFileInfo>

namespace comptoir::service {

namespace {

using base::Result;
using central::ImportCount;
using central::ImportReport;

constexpr std::size_t kMostShown = 10;

/// One import as the command line asks for it.
struct Asked
{
    store::Store &store;
    QString path;
    QString organisation;
    bool dryRun = false;
};

qint64 nowMs()
{
    return base::SystemClock().nowMs();
}

QString told(const char *what, const ImportCount &count)
{
    return QStringLiteral("%1 %2 (%3 new, %4 changed, %5 as they were)")
        .arg(count.sum())
        .arg(QLatin1String(what))
        .arg(count.added)
        .arg(count.changed)
        .arg(count.unchanged);
}

/// Each returns the closing line, and whether anything of the source was usable.
struct Closing
{
    QString lines;
    bool anything = true;
};

Result<Closing> importLog(const Asked &asked, ImportReport &report)
{
    const auto log = central::ServiceNowLog::read(asked.path, report);
    if (!log) {
        return tl::unexpected(log.error());
    }
    const auto organisation = central::organisationFor(asked.store, asked.organisation, QStringLiteral("ServiceNow"), asked.dryRun,
                                                       nowMs());
    if (!organisation) {
        return tl::unexpected(organisation.error());
    }
    ProgressLine progress(QStringLiteral("incidents"));
    const auto totals = central::importServiceNow(asked.store, *log, *organisation, asked.dryRun,
                                                  static_cast<qint64>(report.refused.size()),
                                                  [&](qint64 done, qint64 of) { progress.show(done, of); });
    if (!totals) {
        return tl::unexpected(totals.error());
    }
    QString lines = QStringLiteral(
                        "%1 events read: %2 imported, %3 merged (they change nothing), %4 known from an earlier run, %5 refused\n")
                        .arg(totals->read)
                        .arg(totals->imported)
                        .arg(totals->merged)
                        .arg(totals->known)
                        .arg(totals->refused);
    lines += told("incidents", totals->incidents)
        + (totals->keptByDesk > 0 ? QStringLiteral(", %1 of them left as the desk has them").arg(totals->keptByDesk) : QString()) + u'\n';
    lines += told("people", totals->people) + u'\n' + told("sites", totals->sites) + u'\n' + told("groups", totals->groups) + u'\n';
    lines += told("resolvers", totals->operators) + u'\n' + told("categories", totals->categories);
    return Closing{lines, totals->read > totals->refused};
}

Result<Closing> importPeople(const Asked &asked, ImportReport &report)
{
    const auto file = central::PeopleFile::read(asked.path);
    if (!file) {
        return tl::unexpected(file.error());
    }
    const auto organisation = central::organisationFor(asked.store, asked.organisation, QStringLiteral("Organisation"), asked.dryRun,
                                                       nowMs());
    if (!organisation) {
        return tl::unexpected(organisation.error());
    }
    const auto totals = central::importPeople(asked.store, *file, *organisation, asked.dryRun, nowMs(), report);
    if (!totals) {
        return tl::unexpected(totals.error());
    }
    if (!file->ignoredColumns.isEmpty()) {
        printError(QStringLiteral("columns not used: ") + file->ignoredColumns.join(QStringLiteral(", ")));
    }
    const QString lines = QStringLiteral("%1 rows read: %2 people, %3 duplicates merged, %4 refused\n")
                              .arg(totals->read)
                              .arg(totals->people.sum())
                              .arg(totals->duplicates)
                              .arg(totals->refused)
        + told("people", totals->people) + QStringLiteral("\n%1 sites added").arg(totals->sites.added);
    return Closing{lines, totals->refused < totals->read || totals->read == 0};
}

Result<Closing> importMachines(const Asked &asked, ImportReport &report)
{
    const auto organisation = central::organisationFor(asked.store, asked.organisation, QStringLiteral("Organisation"), asked.dryRun,
                                                       nowMs());
    if (!organisation) {
        return tl::unexpected(organisation.error());
    }
    ProgressLine progress(QStringLiteral("inventories"));
    const auto totals = central::importInventory(
        asked.store, asked.path, *organisation, asked.dryRun, [&](qint64 done, qint64 of) { progress.show(done, of); }, report);
    if (!totals) {
        return tl::unexpected(totals.error());
    }
    const QString
        lines = QStringLiteral("%1 files read: %2 taken, %3 refused\n").arg(totals->files).arg(totals->assets.sum()).arg(totals->refused)
        + told("assets", totals->assets)
        + QStringLiteral("\n%1 users matched by login, %2 unknown").arg(totals->usersMatched).arg(totals->usersUnknown);
    return Closing{lines, totals->refused < totals->files};
}

void showRows(const std::vector<central::RefusedRow> &rows, const char *what)
{
    for (std::size_t i = 0; i < std::min(rows.size(), kMostShown); ++i) {
        const QString where = rows[i].line > 0 ? QStringLiteral("line %1").arg(rows[i].line) : rows[i].source;
        printError(QStringLiteral("%1: %2: %3").arg(QLatin1String(what), where, rows[i].reason));
    }
    if (rows.size() > kMostShown) {
        printError(QStringLiteral("… and %1 more (%2)").arg(rows.size() - kMostShown).arg(QLatin1String(what)));
    }
}

int finish(const Result<Closing> &closing, const ImportReport &report, const QString &reportPath, bool dryRun)
{
    showRows(report.refused, "refused");
    showRows(report.remarks, "remark");
    if (!closing) {
        return reportFailure(closing.error());
    }
    if (!report.refused.empty() || !report.remarks.empty()) {
        if (auto written = report.writeTo(reportPath); !written) {
            printError(u"comptoird: " + written.error().message);
        } else {
            print(QStringLiteral("refused rows and remarks: ") + reportPath);
        }
    }
    print(closing->lines);
    if (dryRun) {
        print(QStringLiteral("dry run: nothing was written"));
    }
    return closing->anything ? kDone : kBadInput;
}

/// A report is never written over something else. It is asked before the work begins.
Result<> mustBeFree(const QString &reportPath, const DataFolder &folder)
{
    const QFileInfo file(reportPath);
    if (file.exists()) {
        return base::fail(base::Error::Kind::Invalid,
                          QStringLiteral("%1 is there already: name another file for the report").arg(reportPath));
    }
    if (!QFileInfo(file.absolutePath()).isDir() || file.absoluteFilePath().startsWith(folder.path() + u'/')) {
        return base::fail(base::Error::Kind::Invalid, QStringLiteral("the report cannot be written to %1").arg(file.absolutePath()));
    }
    return {};
}

} // namespace

int runImport(const QStringList &words)
{
    CommandLine line(
        "import",
        "Takes data in: a ServiceNow log of incidents (CSV), people (CSV or LDIF), GLPI inventories (JSON). A second run changes nothing.");
    line.positional("what", "servicenow, people or inventory", "servicenow|people|inventory");
    line.positional("path", "The file, or the folder of inventories", "PATH");
    line.add({QStringLiteral("organisation"), QStringLiteral("Name or code of the organisation it is for."), QStringLiteral("NAME|CODE")});
    line.add({QStringLiteral("dry-run"), QStringLiteral("Tells what would be done and writes nothing.")});
    line.add({QStringLiteral("report"), QStringLiteral("Where refused rows and remarks are written."), QStringLiteral("FILE")});
    if (!line.parse(words)) {
        return line.exitCode();
    }
    const QStringList given = line.positionals();
    const QString what = given.value(0);
    if (given.size() != 2
        || !QStringList{QStringLiteral("servicenow"), QStringLiteral("people"), QStringLiteral("inventory")}.contains(what)) {
        return line.wrong(QStringLiteral("say what (servicenow, people or inventory) and from where"));
    }
    if (!QFileInfo::exists(given[1])) {
        return reportFailure({base::Error::Kind::NotFound, QStringLiteral("%1 is not there").arg(given[1])});
    }
    const DataFolder folder = line.data();
    if (line.isSet("report")) {
        if (auto free = mustBeFree(line.value("report"), folder); !free) {
            return reportFailure(free.error());
        }
    }
    const auto store = folder.open(false);
    if (!store) {
        if (store.error().kind == base::Error::Kind::Locked) {
            return reportFailure(
                {store.error().kind, QStringLiteral("stop the service first: another process works on %1").arg(folder.path())});
        }
        return reportFailure(store.error());
    }
    const Asked asked{**store, given[1], line.value("organisation"), line.isSet("dry-run")};
    ImportReport report;
    const auto closing = what == u"servicenow" ? importLog(asked, report)
        : what == u"people"                    ? importPeople(asked, report)
                                               : importMachines(asked, report);
    const QString reportPath = line.isSet("report")
        ? line.value("report")
        : QString(folder.path() + QStringLiteral("/import-") + what + QStringLiteral(".report"));
    return finish(closing, report, reportPath, asked.dryRun);
}

} // namespace comptoir::service
