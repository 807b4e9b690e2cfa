// SPDX-License-Identifier: GPL-3.0-or-later
#include "ImportRun.h"

#include "Clock.h"
#include "Counted.h"
#include "ExitCode.h"
#include "InventoryImport.h"
#include "OrganisationChoice.h"
#include "PeopleFile.h"
#include "PeopleImport.h"
#include "ServiceNowImport.h"

namespace comptoir::service {

namespace {

using base::Result;
using central::ImportCount;
using central::ImportReport;

constexpr std::size_t kMostShown = 10;

/// What a run works on, and what it says beside its closing lines.
struct Run
{
    store::Store &store;
    const ImportRequest &asked;
    const central::Progress &progress;
    ImportReport report;
    QStringList remarks;
    bool lacksOrganisation = false; ///< the command line does not say for which one it is
};

/// The closing lines, and whether anything of the source was usable.
struct Closing
{
    QString lines;
    bool anything = true;
};

qint64 nowMs()
{
    return base::SystemClock().nowMs();
}

QString told(const char *one, const char *many, const ImportCount &count)
{
    return QStringLiteral("%1 (%2 new, %3 changed, %4 as before)")
        .arg(counted(count.sum(), one, many))
        .arg(count.added)
        .arg(count.changed)
        .arg(count.unchanged);
}

Result<domain::Organisation> organisationOf(Run &run, const QString &fallback)
{
    auto out = central::organisationFor(run.store, run.asked.organisation, fallback, run.asked.dryRun, nowMs());
    run.lacksOrganisation = !out && out.error().kind == base::Error::Kind::Invalid && run.asked.organisation.simplified().isEmpty();
    return out;
}

QString linesOf(const central::ServiceNowTotals &totals)
{
    const QString kept = totals.keptByDesk > 0 ? QStringLiteral(", %1 of them left as the desk has them").arg(totals.keptByDesk)
                                               : QString();
    return QStringList{QStringLiteral("%1 read: %2 imported, %3 merged (they change nothing), %4 known from an earlier run, %5 refused")
                           .arg(counted(totals.read, "event", "events"))
                           .arg(totals.imported)
                           .arg(totals.merged)
                           .arg(totals.known)
                           .arg(totals.refused),
                       told("incident", "incidents", totals.incidents) + kept,
                       told("person", "people", totals.people),
                       told("site", "sites", totals.sites),
                       told("group", "groups", totals.groups),
                       told("resolver", "resolvers", totals.operators),
                       told("category", "categories", totals.categories)}
        .join(u'\n');
}

Result<Closing> importLog(Run &run)
{
    const auto log = central::ServiceNowLog::read(run.asked.path, run.report);
    if (!log) {
        return tl::unexpected(log.error());
    }
    const auto organisation = organisationOf(run, QStringLiteral("ServiceNow"));
    if (!organisation) {
        return tl::unexpected(organisation.error());
    }
    return central::importServiceNow(run.store, *log, *organisation, run.asked.dryRun, static_cast<qint64>(run.report.refused.size()),
                                     run.progress)
        .map([](const central::ServiceNowTotals &totals) {
            return Closing{linesOf(totals), totals.read > totals.refused};
        });
}

Result<Closing> importPeople(Run &run)
{
    // Before an organisation is made for it.
    const auto file = central::PeopleFile::check(run.asked.path);
    if (!file) {
        return tl::unexpected(file.error());
    }
    const auto organisation = organisationOf(run, QStringLiteral("Organisation"));
    if (!organisation) {
        return tl::unexpected(organisation.error());
    }
    const auto totals = central::importPeople(run.store, *file, *organisation, run.asked.dryRun, nowMs(), run.progress, run.report);
    if (!totals) {
        return tl::unexpected(totals.error());
    }
    if (!file->ignoredColumns.isEmpty()) {
        run.remarks += QStringLiteral("columns not used: ") + file->ignoredColumns.join(QStringLiteral(", "));
    }
    const QString read = QStringLiteral("%1 read: %2, %3 merged, %4 refused")
                             .arg(counted(totals->read, "row", "rows"), counted(totals->people.sum(), "person", "people"),
                                  counted(totals->duplicates, "duplicate", "duplicates"))
                             .arg(totals->refused);
    return Closing{
        QStringList{read, told("person", "people", totals->people), counted(totals->sites.added, "site", "sites") + u" added"}.join(u'\n'),
        totals->refused < totals->read || totals->read == 0};
}

Result<Closing> importMachines(Run &run)
{
    // Before an organisation is made for it.
    const auto inventory = central::readInventory(run.asked.path, run.progress, run.report);
    if (!inventory) {
        return tl::unexpected(inventory.error());
    }
    if (inventory->machines.empty()) {
        return Closing{
            QStringLiteral("%1 read: 0 taken, %2 refused").arg(counted(inventory->files, "file", "files")).arg(inventory->refused), false};
    }
    const auto organisation = organisationOf(run, QStringLiteral("Organisation"));
    if (!organisation) {
        return tl::unexpected(organisation.error());
    }
    const auto totals = central::importInventory(run.store, *inventory, *organisation, run.asked.dryRun, run.progress);
    if (!totals) {
        return tl::unexpected(totals.error());
    }
    const QString read = QStringLiteral("%1 read: %2 taken, %3 refused")
                             .arg(counted(totals->files, "file", "files"))
                             .arg(totals->assets.sum())
                             .arg(totals->refused);
    const QString users = QStringLiteral("%1 matched by login, %2 unknown")
                              .arg(counted(totals->usersMatched, "user", "users"))
                              .arg(totals->usersUnknown);
    return Closing{QStringList{read, told("asset", "assets", totals->assets), users}.join(u'\n'), totals->refused < totals->files};
}

QStringList shown(const std::vector<central::RefusedRow> &rows, const char *what)
{
    QStringList out;
    for (std::size_t i = 0; i < std::min(rows.size(), kMostShown); ++i) {
        const QString where = rows[i].line > 0 ? QStringLiteral("line %1").arg(rows[i].line) : rows[i].source;
        out += QStringLiteral("%1: %2: %3").arg(QLatin1String(what), where, rows[i].reason);
    }
    if (rows.size() > kMostShown) {
        out += QStringLiteral("… and %1 more (%2)").arg(rows.size() - kMostShown).arg(QLatin1String(what));
    }
    return out;
}

AdminReply replyOf(const Run &run, const Result<Closing> &closing)
{
    AdminReply out;
    out.remarks = (run.remarks + shown(run.report.refused, "refused") + shown(run.report.remarks, "remark")).join(u'\n');
    if (!closing) {
        out.exitCode = run.lacksOrganisation ? kUsage : exitCodeOf(closing.error().kind);
        out.text = closing.error().message;
        return out;
    }
    out.exitCode = closing->anything ? kDone : kBadInput;
    out.text = closing->lines + (run.asked.dryRun ? QStringLiteral("\ndry run: nothing was written") : QString());
    out.report = run.report.toText(run.asked.mostReport);
    return out;
}

} // namespace

bool isImport(const QString &what)
{
    return what == u"servicenow" || what == u"people" || what == u"inventory";
}

AdminReply runImport(store::Store &store, const ImportRequest &request, const central::Progress &progress)
{
    Run run{store, request, progress, {}, {}};
    const auto closing = request.what == u"servicenow" ? importLog(run)
        : request.what == u"people"                    ? importPeople(run)
                                                       : importMachines(run);
    return replyOf(run, closing);
}

} // namespace comptoir::service
