// SPDX-License-Identifier: GPL-3.0-or-later
#include "InventoryImport.h"
#include "OrganisationChoice.h"
#include "PeopleImport.h"
#include "ServiceNowImport.h"
#include "SnWords.h"
#include "Ticket.h"

#include <Catch.h>
#include <Paths.h>

#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>

using namespace comptoir;
using namespace comptoir::central;

namespace {

const auto kQuiet = [](qint64, qint64) { return true; };

/// A service's database with one organisation, and a folder for files.
class Desk
{
public:
    Desk()
    {
        store = store::Store::open(
                    {path(QStringLiteral("central.db")), QStringLiteral(":/sql/central"), store::Db::Durability::Normal, false})
                    .value();
        organisation.id = domain::OrganisationId::fromName("Mérignac");
        organisation.name = QStringLiteral("Mérignac");
        organisation.code = QStringLiteral("33281");
        organisation.numbering.ranges = {{QStringLiteral("4000"), QStringLiteral("4999"), QStringLiteral("+3353649"), 4}};
        REQUIRE(inTransaction(*store, [&](store::Db &db) { return RowWriter(db, {}).put(organisation).map([](qint64) {}); }));
    }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    QString write(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(content) == content.size());
        return path(name);
    }
    qint64 count(const char *sql)
    {
        const auto read = inSnapshot(*store, [&](store::Db &db) -> base::Result<qint64> {
            store::Statement query = db.prepare(sql);
            return query.step().map([&](bool row) { return row ? query.integer(0) : -1; });
        });
        REQUIRE(read);
        return *read;
    }
    QString text(const char *sql)
    {
        const auto read = inSnapshot(*store, [&](store::Db &db) -> base::Result<QString> {
            store::Statement query = db.prepare(sql);
            return query.step().map([&](bool row) { return row ? query.text(0) : QString(); });
        });
        REQUIRE(read);
        return *read;
    }
    /// Number of rows of everything an import writes.
    qint64 rows()
    {
        return count("SELECT (SELECT count(*) FROM ticket) + (SELECT count(*) FROM timeline) + (SELECT count(*) FROM person) + (SELECT "
                     "count(*) FROM asset) "
                     "+ (SELECT count(*) FROM site) + (SELECT count(*) FROM category) + (SELECT count(*) FROM import_item)");
    }
    /// Sum of the counters of all scopes: moves with every row written.
    qint64 seqs() { return count("SELECT sum(seq) FROM scope"); }

    std::unique_ptr<store::Store> store;
    domain::Organisation organisation;

private:
    QTemporaryDir m_folder;
};

base::Result<ServiceNowTotals> importLog(Desk &desk, const QString &path, ImportReport &report, bool dryRun = false,
                                         const Progress &progress = kQuiet)
{
    const auto log = ServiceNowLog::read(path, report);
    if (!log) {
        return tl::unexpected(log.error());
    }
    return importServiceNow(*desk.store, *log, desk.organisation, dryRun, static_cast<qint64>(report.refused.size()), progress);
}

bool addsUp(const ServiceNowTotals &totals)
{
    return totals.read == totals.imported + totals.merged + totals.known + totals.refused;
}

const QByteArray
    kHeader = "number,incident_state,active,reassignment_count,reopen_count,sys_mod_count,made_sla,caller_id,opened_by,opened_at,sys_"
              "created_by,sys_created_at,"
              "sys_updated_by,sys_updated_at,contact_type,location,category,subcategory,u_symptom,cmdb_ci,impact,urgency,priority,"
              "assignment_group,assigned_to,"
              "knowledge,u_priority_confirmation,notify,problem_id,rfc,vendor,caused_by,closed_code,resolved_by,resolved_at,closed_at\n";

QByteArray event(const char *number, const char *state, int mod, const char *updated, const char *assignee = "?")
{
    return QByteArray(number) + ',' + state + ",true,0,0," + QByteArray::number(mod)
        + ",true,Caller 7,Opened by  8,29/2/2016 01:16,?,?,Updated by 21," + updated
        + ",Phone,Location 143,Category 55,Subcategory 170,?,?,2 - Medium,2 - Medium,3 - Moderate,Group 56," + assignee
        + ",true,false,Do Not Notify,?,?,?,?,code 5,Resolved by 149,29/2/2016 11:29,5/3/2016 12:00\n";
}

QByteArray shortLog()
{
    return kHeader + event("INC1", "New", 0, "29/2/2016 01:23") + event("INC1", "Active", 1, "29/2/2016 02:00", "Resolver 3")
        + event("INC1", "Active", 2, "29/2/2016 02:30", "Resolver 3")
        + event("INC1", "Awaiting User Info", 3, "29/2/2016 03:00", "Resolver 3")
        + event("INC1", "-100", 4, "29/2/2016 03:10", "Resolver 3") + event("INC1", "Resolved", 5, "29/2/2016 11:29", "Resolver 3")
        + event("INC1", "Closed", 6, "5/3/2016 12:00", "Resolver 3") + event("INC2", "Active", 0, "1/3/2016 09:00");
}

} // namespace

TEST_CASE("a ServiceNow incident becomes a ticket with its history and the log's times", "[central][import]")
{
    Desk desk;
    ImportReport report;
    const auto totals = importLog(desk, desk.write(QStringLiteral("log.csv"), shortLog()), report);
    REQUIRE(totals);
    CHECK(totals->read == 8);
    CHECK(totals->imported == 7);
    CHECK(totals->merged == 1);
    CHECK(totals->incidents.added == 2);
    CHECK(addsUp(*totals));
    CHECK(
        desk.count(
            "SELECT count(*) FROM ticket WHERE aliases = '[\"INC1\"]' AND state = 'closed' AND opened_ms = 1456704960000 AND "
            "resolved_ms = 1456741740000 "
            "AND closed_ms = 1457175600000 AND channel = 'phone' AND resolution_code = '' AND description LIKE '%closed_code: code 5%' AND requester_name = 'Caller 7' "
            "AND priority = 'p3'")
        == 1);
    CHECK(desk.text(
              "SELECT group_concat(kind, ' ') FROM (SELECT e.kind AS kind FROM timeline e JOIN ticket t ON t.id = e.ticket WHERE t.state = "
              "'closed' ORDER BY e.at_ms)")
          == QStringLiteral("opened assigned waiting imported resolved closed"));
    CHECK(desk.text("SELECT changes FROM timeline WHERE kind = 'imported'") == QStringLiteral("[[\"state\",\"waiting\",\"-100\"]]"));
    CHECK(desk.text("SELECT changes FROM timeline e JOIN ticket t ON t.id = e.id OR t.id = e.ticket WHERE e.kind = 'opened' AND t.state = "
                    "'in_progress'")
              .contains(u"\"in_progress\""));
    CHECK(desk.count("SELECT count(*) FROM operator WHERE name = 'Resolver 3' AND active = 0") == 1);
    CHECK(desk.count("SELECT count(*) FROM category") == 2);
    CHECK(desk.count("SELECT count(DISTINCT number) FROM ticket") == 2);
}

TEST_CASE("ServiceNow's closing codes become the desk's, anybody's own stay a text", "[central][import]")
{
    CHECK(snResolution(u"Solved (Work Around)") == domain::Resolution::Workaround);
    CHECK(snResolution(u"solved (permanently)") == domain::Resolution::Fixed);
    CHECK_FALSE(snResolution(u"code 5"));
    Desk desk;
    ImportReport report;
    REQUIRE(importLog(desk, desk.write(QStringLiteral("log.csv"), shortLog().replace("code 5", "Duplicate")), report));
    CHECK(desk.count("SELECT count(*) FROM ticket WHERE state = 'closed' AND resolution_code = 'duplicate'") == 1);
}

TEST_CASE("a second run changes nothing, a longer log adds to it, a ticket the desk has touched is left alone", "[central][import]")
{
    Desk desk;
    ImportReport report;
    REQUIRE(importLog(desk, desk.write(QStringLiteral("log.csv"), shortLog()), report));
    const qint64 rows = desk.rows();
    const qint64 seqs = desk.seqs();
    const auto again = importLog(desk, desk.path(QStringLiteral("log.csv")), report);
    REQUIRE(again);
    CHECK(again->known == 8);
    CHECK(again->imported == 0);
    CHECK(again->incidents.unchanged == 2);
    CHECK(desk.rows() == rows);
    CHECK(desk.seqs() == seqs);

    const QString longer = desk.write(QStringLiteral("longer.csv"), shortLog() + event("INC2", "Resolved", 1, "1/3/2016 10:00"));
    REQUIRE(inTransaction(*desk.store, [&](store::Db &db) -> base::Result<> {
        store::Statement query = db.prepare(store::EntityTable<domain::Ticket>::select("WHERE aliases = '[\"INC1\"]'"));
        auto ticket = store::EntityTable<domain::Ticket>::all(query).value().front().entity;
        ticket.summary = QStringLiteral("changed at the desk");
        return RowWriter(db, ticket.scope).put(ticket).map([](qint64) {});
    }));
    const auto more = importLog(desk, longer, report);
    REQUIRE(more);
    CHECK(more->imported == 1);
    CHECK(more->incidents.changed == 1);
    CHECK(addsUp(*more));
    CHECK(desk.count("SELECT count(*) FROM ticket WHERE state = 'resolved'") == 1);
    CHECK(desk.count("SELECT count(*) FROM ticket WHERE summary = 'changed at the desk'") == 1);
}

TEST_CASE("rows that cannot be read are refused with line and reason, the others are taken", "[central][import]")
{
    Desk desk;
    ImportReport report;
    const QString path = desk.write(QStringLiteral("log.csv"),
                                    kHeader + event("INC1", "New", 0, "29/2/2016 01:23") + event("INC2", "Wrong", 0, "29/2/2016 01:23")
                                        + event("INC3", "New", 0, "31/2/2016 01:23") + "INC4,New\n"
                                        + event("INC5", "New", 0, "29/2/2016 01:23"));
    const auto totals = importLog(desk, path, report);
    REQUIRE(totals);
    CHECK(totals->refused == 3);
    CHECK(totals->imported == 2);
    CHECK(addsUp(*totals));
    REQUIRE(report.refused.size() == 3);
    CHECK(report.toText().toStdString()
          == "refused\tline 3: the state \"Wrong\" is not known\nrefused\tline 4: \"31/2/2016 01:23\" is not a time (d/m/Y "
             "H:M)\nrefused\tline 5: has 2 columns, the header has 36\n");
}

TEST_CASE("a bad log leaves nothing behind", "[central][import]")
{
    Desk desk;
    const qint64 rows = desk.rows();
    const auto error = [&](const QByteArray &content) {
        ImportReport report;
        const auto totals = importLog(desk, desk.write(QStringLiteral("bad.csv"), content), report);
        CHECK(desk.rows() == rows);
        return totals ? std::string() : totals.error().message.toStdString();
    };
    const QByteArray whole = shortLog();
    CHECK_THAT(error(whole.chopped(60)), Catch::Contains("line 9: the last line is cut off"));
    CHECK_THAT(error("PK\x03\x04" + whole), Catch::Contains("zip archive: unzip it first"));
    CHECK_THAT(error("nom;email\nMartin;a@b.fr\n"), Catch::Contains("the columns number, incident_state"));
    CHECK_THAT(error(whole + QByteArray("INC\0", 4)), Catch::Contains("line 10: holds a NUL"));
    CHECK_THAT(error(whole + QByteArray(10'000'000, 'x') + '\n'), Catch::Contains("line 10: is longer than 1 MiB"));
    CHECK_THAT(error(whole + "INC\xE9,\xC3\xA9\n"), Catch::Contains("line 10"));
    CHECK_THAT(error(kHeader), Catch::Contains("no event"));
}

TEST_CASE("the real log is accounted for to the last row and a second run changes nothing", "[central][import][real]")
{
    const QString archive = tests::sharedDataDir().isEmpty() ? QString()
                                                             : tests::sharedDataDir() + QStringLiteral("/incident/incident_event_log.zip");
    if (archive.isEmpty() || !QFile::exists(archive)) {
        WARN("skipped: the real data (../shared/data/incident) is not here");
        return;
    }
    Desk desk;
    ImportReport report;
    const auto zipped = importLog(desk, archive, report);
    REQUIRE_FALSE(zipped);
    CHECK_THAT(zipped.error().message.toStdString(), Catch::Contains("unzip it first"));
    const QString folder = desk.path(QStringLiteral("."));
    if (QProcess::execute(QStringLiteral("unzip"), {QStringLiteral("-qo"), archive, QStringLiteral("-d"), folder}) != 0) {
        WARN("skipped: unzip is not here");
        return;
    }
    const QString path = desk.path(QStringLiteral("incident_event_log.csv"));
    QElapsedTimer timer;
    timer.start();
    const auto totals = importLog(desk, path, report);
    REQUIRE(totals);
    WARN("the real log took " << timer.elapsed() << " ms");
    CHECK(totals->read == 119'998);
    CHECK(totals->incidents.added == 20'769);
    CHECK(totals->refused == 0);
    CHECK(totals->known == 0);
    CHECK(addsUp(*totals));
    CHECK(totals->people.added == 4'828);
    CHECK(desk.count("SELECT count(*) FROM ticket") == 20'769);
    CHECK(desk.count("SELECT count(*) FROM timeline") == totals->imported);
    CHECK(desk.count("SELECT count(*) FROM timeline WHERE kind = 'imported'") == 2);
    CHECK(desk.count("SELECT count(*) FROM ticket WHERE state = 'closed'") == 20'768);
    const qint64 rows = desk.rows();
    const qint64 seqs = desk.seqs();
    const auto again = importLog(desk, path, report);
    REQUIRE(again);
    CHECK(again->known == 119'998);
    CHECK(again->imported + again->merged == 0);
    CHECK(again->incidents.unchanged == 20'769);
    CHECK(desk.rows() == rows);
    CHECK(desk.seqs() == seqs);
}
