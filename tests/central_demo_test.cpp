// SPDX-License-Identifier: GPL-3.0-or-later
#include "CallerNumber.h"
#include "Demo.h"
#include "DemoDirectory.h"
#include "DemoRhythm.h"
#include "LocalTime.h"
#include "Resolution.h"

#include <Catch.h>

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <set>

using namespace comptoir;
using namespace comptoir::central;

namespace {

/// Friday 20 November 2026, 15:20 in Paris.
constexpr qint64 kUntil = 1795184400000;

DemoPlan smallPlan()
{
    DemoPlan plan;
    plan.seed = 7;
    plan.scale = 0.01;
    plan.untilMs = kUntil;
    return plan;
}

/// A service's database in a folder of its own.
class Database
{
public:
    Database()
    {
        store = store::Store::open({m_folder.filePath(QStringLiteral("central.db")), QStringLiteral(":/sql/central"),
                                    store::Db::Durability::Normal, false})
                    .value();
    }
    base::Result<DemoTotals> fill(const DemoPlan &plan)
    {
        base::SeededRandom salt(1);
        return fillDemo(*store, plan, salt, [](qint64, qint64) { return true; });
    }
    qint64 count(const QByteArray &sql)
    {
        const auto read = inSnapshot(*store, [&](store::Db &db) -> base::Result<qint64> {
            store::Statement query = db.prepare(sql.toStdString());
            return query.step().map([&](bool) { return query.integer(0); });
        });
        INFO((read ? std::string() : read.error().message.toStdString()));
        REQUIRE(read);
        return *read;
    }
    QByteArray digest()
    {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        const auto read = inSnapshot(*store, [&](store::Db &db) -> base::Result<> {
            for (const char *table :
                 {"organisation", "site", "support_group", "operator", "category", "person", "asset", "contact", "ticket", "timeline"}) {
                store::Statement query = db.prepare(std::string("SELECT * FROM ") + table + " ORDER BY id");
                while (query.step().value()) {
                    for (int i = 0; i < query.columnCount(); ++i) {
                        const std::string_view cell = query.view(i);
                        hash.addData(QByteArrayView(cell.data(), static_cast<qsizetype>(cell.size())));
                        hash.addData(QByteArrayView("|"));
                    }
                }
            }
            return {};
        });
        REQUIRE(read);
        return hash.result();
    }

    std::unique_ptr<store::Store> store;

private:
    QTemporaryDir m_folder;
};

} // namespace

TEST_CASE("the same plan makes the same rows and another seed makes others", "[central][demo]")
{
    Database one;
    Database two;
    Database three;
    QElapsedTimer timer;
    timer.start();
    const auto totals = one.fill(smallPlan());
    INFO((totals ? std::string() : totals.error().message.toStdString()));
    REQUIRE(totals);
    WARN("scale 0.01 took " << timer.elapsed() << " ms");
    REQUIRE(two.fill(smallPlan()));
    DemoPlan other = smallPlan();
    other.seed = 8;
    REQUIRE(three.fill(other));
    CHECK(one.digest() == two.digest());
    CHECK(one.digest() != three.digest());
    CHECK(one.count("SELECT count(*) FROM ticket") == totals->tickets);
    CHECK(one.count("SELECT count(*) FROM timeline") == totals->entries);
    CHECK(one.count("SELECT count(*) FROM contact") == totals->contacts);
}

TEST_CASE("the demonstration is refused where data stands already", "[central][demo]")
{
    Database database;
    REQUIRE(database.fill(smallPlan()));
    const QByteArray before = database.digest();
    const auto again = database.fill(smallPlan());
    REQUIRE_FALSE(again);
    CHECK(again.error().kind == base::Error::Kind::Invalid);
    CHECK(database.digest() == before);
}

TEST_CASE("the tour meets Claire Martin, her machine and her open ticket", "[central][demo]")
{
    Database database;
    REQUIRE(database.fill(smallPlan()));
    CHECK(database.count("SELECT count(*) FROM person p JOIN organisation o ON o.id = p.organisation WHERE given_name = 'Claire' AND "
                         "family_name = 'Martin' "
                         "AND o.name = 'Mérignac' AND vip = 1 AND numbers LIKE '%+33536491020%' AND numbers LIKE '%:4201\"%'")
          == 1);
    CHECK(
        database.count(
            "SELECT count(*) FROM asset a JOIN person p ON p.family_name = 'Martin' AND p.given_name = 'Claire' WHERE a.name = 'PC-04471' "
            "AND a.users LIKE '[\"' || lower(substr(hex(p.id), 1, 8)) || '%' AND a.remote LIKE '%127.0.0.1::5971%'")
        == 1);
    CHECK(database.count(
              "SELECT count(*) FROM ticket WHERE summary = 'Poste lent depuis la mise à jour' AND requester_name = 'Claire Martin' "
              "AND state IN ('new', 'in_progress')")
          == 1);
    CHECK(database.count("SELECT count(*) FROM ticket WHERE major = 1") == 1);
    CHECK(database.count("SELECT count(*) FROM ticket WHERE parent = (SELECT id FROM ticket WHERE major = 1)") >= 3);
    CHECK(database.count("SELECT count(*) FROM account") == 5);
    CHECK(database.count("SELECT count(*) FROM access_grant g JOIN operator o ON o.id = g.operator WHERE o.login = 'karim'") == 1);
    CHECK(database.count("SELECT count(*) FROM access_grant g JOIN operator o ON o.id = g.operator WHERE o.login = 'amelie'") == 29);
}

TEST_CASE("the rows of the demonstration agree with each other", "[central][demo]")
{
    Database database;
    REQUIRE(database.fill(smallPlan()));
    CHECK(database.count(
              "SELECT count(*) FROM ticket t WHERE NOT EXISTS(SELECT 1 FROM person p WHERE p.id = t.requester AND p.scope = t.scope)")
          == 0);
    CHECK(database.count("SELECT count(*) FROM ticket t WHERE asset IS NOT NULL AND NOT EXISTS(SELECT 1 FROM asset a WHERE a.id = t.asset)")
          == 0);
    CHECK(database.count("SELECT count(*) FROM ticket t WHERE NOT EXISTS(SELECT 1 FROM timeline e WHERE e.ticket = t.id AND e.id = t.id "
                         "AND e.kind = 'opened')")
          == 0);
    CHECK(database.count("SELECT count(*) FROM timeline WHERE at_ms > " + QByteArray::number(kUntil)) == 0);
    CHECK(database.count("SELECT count(*) FROM contact WHERE started_ms > " + QByteArray::number(kUntil)) == 0);
    CHECK(database.count(
              "SELECT count(*) FROM (SELECT scope, seq FROM ticket UNION ALL SELECT scope, seq FROM timeline UNION ALL SELECT scope, seq "
              "FROM contact "
              "UNION ALL SELECT scope, seq FROM person UNION ALL SELECT scope, seq FROM asset UNION ALL SELECT scope, seq FROM site)")
          == database.count("SELECT count(*) FROM (SELECT scope, seq FROM ticket UNION SELECT scope, seq FROM timeline UNION SELECT scope, "
                            "seq FROM contact "
                            "UNION SELECT scope, seq FROM person UNION SELECT scope, seq FROM asset UNION SELECT scope, seq FROM site)"));
    CHECK(database.count("SELECT count(*) FROM scope s WHERE s.seq < (SELECT max(seq) FROM ticket t WHERE t.scope = s.id)") == 0);
    CHECK(database.count("SELECT count(DISTINCT summary) FROM ticket") > 300);
}

TEST_CASE("the demonstration resolves with the codes the window knows", "[central][demo]")
{
    Database db;
    REQUIRE(db.fill(smallPlan()));
    QByteArrayList known;
    for (const auto &[resolution, code] : domain::CodesOf<domain::Resolution>::list) {
        known += QByteArray("'") + code + '\'';
    }
    CHECK(db.count("SELECT count(*) FROM ticket WHERE resolution_code IN (" + known.join(',') + ')') > 0);
    CHECK(db.count("SELECT count(*) FROM ticket WHERE resolution_code NOT IN (''," + known.join(',') + ')') == 0);
}

TEST_CASE("every demonstration number is the fiction's and is the key its plan makes of it", "[central][demo]")
{
    DemoPlan plan = smallPlan();
    plan.scale = 1;
    const auto words = DemoWords::read();
    REQUIRE(words);
    const DemoDirectory directory = DemoDirectory::make(plan, *words);
    CHECK(directory.people.size() == 20'000);
    CHECK(directory.sites.size() == 600);
    CHECK(directory.organisations.size() == 29);
    std::set<QString> direct;
    std::size_t wrong = 0;
    std::size_t twice = 0;
    for (std::size_t i = 0; i < directory.people.size(); ++i) {
        const auto &owner = directory.organisations[directory.organisationOf[i]];
        for (const auto &number : directory.people[i].numbers.list) {
            if (!direct.insert(number.key).second) {
                ++twice;
            }
            if (i % 50 == 0 || i == directory.claire) {
                wrong += domain::numberKey(number.written, owner) == number.key ? 0 : 1;
            }
        }
    }
    CHECK(wrong == 0);
    CHECK(twice == 0);
    CHECK(direct.size() > 30'000);
    std::set<QString> emails;
    for (const auto &person : directory.people) {
        emails.insert(person.email);
    }
    CHECK(emails.size() == directory.people.size());
    CHECK(std::count_if(directory.assets.begin(), directory.assets.end(),
                        [](const auto &asset) { return asset.kind == domain::AssetKind::Workstation; })
          >= 12'000);
}

TEST_CASE("the desk's year has a rhythm", "[central][demo]")
{
    CHECK(isFrenchHoliday(dayNumber(2026, 4, 6)));
    CHECK(isFrenchHoliday(dayNumber(2026, 5, 14)));
    CHECK(isFrenchHoliday(dayNumber(2026, 5, 25)));
    CHECK(isFrenchHoliday(dayNumber(2025, 7, 14)));
    CHECK_FALSE(isFrenchHoliday(dayNumber(2026, 4, 7)));
    CHECK(dayWeight(dayNumber(2026, 9, 7)) > 2 * dayWeight(dayNumber(2026, 8, 12)));
    const qint64 friday = parisToUtcMs(dayNumber(2026, 11, 20), 17 * 3'600'000);
    CHECK(afterWork(friday, 120) == parisToUtcMs(dayNumber(2026, 11, 23), 9 * 3'600'000));
    DemoPlan plan = smallPlan();
    const auto times = openingTimes(plan, 5000);
    CHECK(times.size() == 5000);
    CHECK(std::is_sorted(times.begin(), times.end()));
    CHECK(times.back() < plan.untilMs);
}
