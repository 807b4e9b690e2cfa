// SPDX-License-Identifier: GPL-3.0-or-later
#include "DataFolder.h"

#include <Catch.h>
#include <Paths.h>

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

using namespace comptoir;

namespace {

constexpr int kPatienceMs = 120'000;

struct Run
{
    int exitCode = -1;
    QString out;
    QString err;
};

QString program()
{
    return tests::binDir() + QStringLiteral("/comptoird");
}

Run run(const QStringList &words)
{
    QProcess process;
    process.start(program(), words);
    REQUIRE(process.waitForFinished(kPatienceMs));
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
}

/// A log of `incidents` with four events each.
QByteArray manyEvents(int incidents)
{
    QByteArray
        out = "number,incident_state,active,reassignment_count,reopen_count,sys_mod_count,made_sla,caller_id,opened_by,opened_at,sys_"
              "created_by,sys_created_at,"
              "sys_updated_by,sys_updated_at,contact_type,location,category,subcategory,u_symptom,cmdb_ci,impact,urgency,priority,"
              "assignment_group,assigned_to,"
              "knowledge,u_priority_confirmation,notify,problem_id,rfc,vendor,caused_by,closed_code,resolved_by,resolved_at,closed_at\n";
    for (int i = 0; i < incidents; ++i) {
        const QByteArray number = "INC" + QByteArray::number(i).rightJustified(7, '0');
        int mod = 0;
        for (const char *state : {"New", "Active", "Resolved", "Closed"}) {
            out += number + ',' + state + ",true,0,0," + QByteArray::number(mod) + ",true,Caller " + QByteArray::number(i % 97)
                + ",Opened by  8,1/3/2016 01:16,?,?,Updated by 21,1/3/2016 0" + QByteArray::number(2 + mod)
                + ":00,Phone,Location 1,Category 5,Subcategory 1,?,?,2 - Medium,2 - Medium,3 - Moderate,Group 5,?,true,false,Do Not "
                  "Notify,?,?,?,?,code 5,"
                  "Resolved by 149,1/3/2016 04:00,1/3/2016 05:00\n";
            ++mod;
        }
    }
    return out;
}

QByteArray contentOf(const QString &folder)
{
    const auto store = service::DataFolder(folder).open(false);
    REQUIRE(store);
    QByteArray out;
    const auto read = (*store)
                          ->read([&](store::Db &db) -> base::Result<> {
                              for (const char *sql :
                                   {"SELECT hex(id), number, aliases, state, opened_ms, closed_ms FROM ticket ORDER BY id",
                                    "SELECT hex(id), hex(ticket), kind, at_ms, changes FROM timeline ORDER BY id",
                                    "SELECT hex(id), family_name FROM person ORDER BY id"}) {
                                  store::Statement query = db.prepare(sql);
                                  while (query.step().value()) {
                                      for (int i = 0; i < query.columnCount(); ++i) {
                                          out += query.text(i).toUtf8() + '|';
                                      }
                                  }
                              }
                              return {};
                          })
                          .result();
    REQUIRE(read);
    return out;
}

qint64 organisationsIn(const QString &folder)
{
    const auto store = service::DataFolder(folder).open(false);
    REQUIRE(store);
    const auto count = (*store)
                           ->read([](store::Db &db) -> base::Result<qint64> {
                               store::Statement query = db.prepare("SELECT count(*) FROM organisation");
                               return query.step().map([&](bool) { return query.integer(0); });
                           })
                           .result();
    REQUIRE(count);
    return *count;
}

} // namespace

TEST_CASE("an import that is killed goes on at the next run and ends with the same rows", "[service][import]")
{
    if (!QFile::exists(program())) {
        WARN("skipped: " << program().toStdString() << " is not built");
        return;
    }
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("log.csv"));
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(manyEvents(6000)) > 0);
    file.close();
    const auto words = [&](const char *data) {
        return QStringList{QStringLiteral("import"), QStringLiteral("servicenow"), path, QStringLiteral("--data"),
                           folder.filePath(QLatin1String(data))};
    };
    const Run whole = run(words("whole"));
    INFO(whole.err.toStdString());
    REQUIRE(whole.exitCode == 0);
    CHECK_THAT(whole.out.toStdString(), Catch::Contains("24000 events read: 24000 imported, 0 merged"));

    int killed = 0;
    for (int tenth = 2; tenth <= 8; tenth += 3) {
        QProcess process;
        process.start(program(), words("killed"));
        QByteArray told;
        while (process.waitForReadyRead(kPatienceMs) || process.state() == QProcess::Running) {
            told += process.readAllStandardError();
            if (told.contains(QByteArray(QByteArray::number(tenth * 10) + " %"))) {
                process.kill();
                ++killed;
                break;
            }
        }
        REQUIRE(process.waitForFinished(kPatienceMs));
    }
    CHECK(killed > 0);
    const Run rest = run(words("killed"));
    INFO(rest.err.toStdString());
    REQUIRE(rest.exitCode == 0);
    CHECK(contentOf(folder.filePath(QStringLiteral("killed"))) == contentOf(folder.filePath(QStringLiteral("whole"))));
    const Run again = run(words("killed"));
    CHECK_THAT(again.out.toStdString(), Catch::Contains("0 imported, 0 merged (they change nothing), 24000 known"));
}

TEST_CASE("the commands refuse what they cannot read and say why", "[service][import]")
{
    if (!QFile::exists(program())) {
        WARN("skipped: " << program().toStdString() << " is not built");
        return;
    }
    QTemporaryDir folder;
    const QString data = folder.filePath(QStringLiteral("data"));
    const QString path = folder.filePath(QStringLiteral("bad.csv"));
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("PK\x03\x04");
    file.close();
    const auto import = [&](const QStringList &words) {
        return run(QStringList{QStringLiteral("import")} + words + QStringList{QStringLiteral("--data"), data});
    };
    const Run zip = import({QStringLiteral("servicenow"), path});
    CHECK(zip.exitCode == 4);
    CHECK_THAT(zip.err.toStdString(), Catch::Contains("this is a zip archive: unzip it first"));
    CHECK(import({QStringLiteral("people"), folder.filePath(QStringLiteral("absent.csv"))}).exitCode == 5);
    CHECK(import({QStringLiteral("nonsense"), path}).exitCode == 2);
    CHECK(import({QStringLiteral("inventory"), folder.path(), QStringLiteral("--dry-run")}).exitCode == 5);
    const Run empty = import({QStringLiteral("inventory"), folder.path()});
    CHECK(empty.exitCode == 5);
    CHECK_THAT(empty.err.toStdString(), Catch::Contains("there is no .json file in"));
    QFile broken(folder.filePath(QStringLiteral("broken.json")));
    REQUIRE(broken.open(QIODevice::WriteOnly));
    broken.write("{");
    broken.close();
    const Run refused = import({QStringLiteral("inventory"), folder.path()});
    CHECK(refused.exitCode == 4);
    CHECK_THAT(refused.out.toStdString() + refused.err.toStdString(), Catch::Contains("1 file read: 0 taken, 1 refused"));
    CHECK(organisationsIn(data) == 0); // none was made for an import that brings nothing
    CHECK(run({QStringLiteral("demo"), QStringLiteral("--scale"), QStringLiteral("9"), QStringLiteral("--data"), data}).exitCode == 2);
    const Run demo = run({QStringLiteral("demo"), QStringLiteral("--scale"), QStringLiteral("0.01"), QStringLiteral("--data"), data});
    CHECK(demo.exitCode == 0);
    CHECK_THAT(demo.out.toStdString(), Catch::Contains("password: comptoir-demo"));
    const Run again = run({QStringLiteral("demo"), QStringLiteral("--scale"), QStringLiteral("0.01"), QStringLiteral("--data"), data});
    CHECK(again.exitCode == 4);
    CHECK_THAT(again.err.toStdString(), Catch::Contains("holds data already"));
}
