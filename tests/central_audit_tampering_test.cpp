// SPDX-License-Identifier: GPL-3.0-or-later
#include "AuditPruning.h"
#include "AuditTable.h"
#include "Catch.h"
#include "CentralRig.h"
#include "Durations.h"
#include "Rows.h"

using namespace comptoir;
using namespace comptoir::tests;
using store::Db;

namespace {

enum class Type { Whole, Text, Bytes };

struct Column
{
    const char *name;
    Type type;
};

struct Table
{
    const char *name;
    const char *number; ///< what tells a row of a chain from another; the chain alone where it is empty
    std::vector<Column> columns;
};

const std::vector<Table> &tables()
{
    static const std::vector<Table> all{
        {"audit_entry",
         "no",
         {{"no", Type::Whole},
          {"at_ms", Type::Whole},
          {"actor", Type::Bytes},
          {"action", Type::Text},
          {"subject", Type::Text},
          {"detail", Type::Text},
          {"sealed", Type::Bytes},
          {"digest", Type::Bytes},
          {"scope", Type::Bytes}}},
        {"audit_value", "no", {{"no", Type::Whole}, {"salt", Type::Bytes}, {"value", Type::Text}, {"scope", Type::Bytes}}},
        {"audit_chain",
         "",
         {{"no", Type::Whole},
          {"digest", Type::Bytes},
          {"before_no", Type::Whole},
          {"before_digest", Type::Bytes},
          {"untyped", Type::Whole},
          {"typed", Type::Whole},
          {"scope", Type::Bytes}}}};
    return all;
}

/// A row: its chain and its number.
struct Place
{
    QByteArray chain;
    qint64 no = 0;
};

/// Draws what is done to an audit, and does it. Each tells whether it changed anything.
class Forger
{
public:
    Forger(Db &db, base::Random &random) : m_db(db), m_random(random) {}

    bool tamper(std::string &what)
    {
        switch (m_random.below(8)) {
        case 0:
        case 1:
        case 2: return flip(what);
        case 3: return remove(what);
        case 4: return swap(what);
        case 5: return insert(what);
        case 6: return cutTail(what);
        default: return cutWhole(what);
        }
    }

private:
    /// Nothing for an empty table.
    std::optional<Place> draw(const Table &table)
    {
        const std::string sql = std::string("SELECT scope, no FROM ") + table.name + " ORDER BY scope, no";
        store::Statement query = m_db.prepare(sql);
        const auto rows = store::allRows(query, [](const store::Statement &row) { return Place{row.uuid(0).toBytes(), row.integer(1)}; });
        return rows && !rows->empty() ? std::optional((*rows)[m_random.below(rows->size())]) : std::nullopt;
    }

    static std::string where(const Table &table) { return std::string(" WHERE scope = ?1") + (table.number[0] ? " AND no = ?2" : ""); }

    bool run(const std::string &sql, const QByteArray &chain, qint64 no)
    {
        store::Statement write = m_db.prepare(sql);
        write.bind(0, chain);
        if (sql.find("?2") != std::string::npos) {
            write.bind(1, no);
        }
        return write.run() && m_db.changedRows() > 0;
    }

    bool flip(std::string &what)
    {
        const Table &table = tables()[m_random.below(tables().size())];
        const Column &column = table.columns[m_random.below(table.columns.size())];
        what = std::string("a bit of ") + table.name + "." + column.name;
        const auto place = draw(table);
        if (!place) {
            return false;
        }
        const std::string read = std::string("SELECT ") + column.name + " FROM " + table.name + where(table);
        store::Statement query = m_db.prepare(read);
        query.bind(0, place->chain);
        if (table.number[0]) {
            query.bind(1, place->no);
        }
        if (!query.step().value_or(false)) {
            return false;
        }
        const bool isScope = std::string_view(column.name) == "scope";
        const bool isNobody = query.isNull(0) && !isScope;
        QByteArray bytes = isScope ? place->chain : query.blob(0);
        const qint64 whole = query.integer(0);
        query.reset();
        const int number = table.number[0] ? 3 : 2;
        const std::string write = std::string("UPDATE ") + table.name + " SET " + column.name + " = ?" + std::to_string(number)
            + where(table);
        store::Statement change = m_db.prepare(write);
        change.bind(0, place->chain);
        if (table.number[0]) {
            change.bind(1, place->no);
        }
        if (column.type == Type::Whole) {
            change.bind(number - 1, whole ^ (qint64(1) << m_random.below(40)));
        } else if (isNobody) {
            change.bind(number - 1, QByteArray(16, '\x01'));
        } else if (column.type == Type::Bytes) {
            bytes = bytes.isEmpty() ? QByteArray("x") : bytes;
            char &byte = bytes.data()[m_random.below(quint64(bytes.size()))];
            byte = char(byte ^ char(1 << m_random.below(8)));
            change.bind(number - 1, bytes);
        } else {
            bytes = bytes.isEmpty() ? QByteArray("x") : bytes;
            char &byte = bytes.data()[m_random.below(quint64(bytes.size()))];
            byte = byte > 0 ? char(byte ^ 1) : 'x';
            change.bind(number - 1, QString::fromUtf8(bytes));
        }
        return change.run().has_value();
    }

    bool remove(std::string &what)
    {
        const Table &table = tables()[m_random.below(tables().size())];
        what = std::string("a row of ") + table.name + " taken out";
        const auto place = draw(table);
        return place && run(std::string("DELETE FROM ") + table.name + where(table), place->chain, place->no);
    }

    /// Two entries that stand beside each other change places, in their numbers or in all but those.
    bool swap(std::string &what)
    {
        what = "two entries exchanged";
        const auto place = draw(tables()[0]);
        return place && run("UPDATE audit_entry SET no = -1 WHERE scope = ?1 AND no = ?2", place->chain, place->no)
            && run("UPDATE audit_entry SET no = no - 1 WHERE scope = ?1 AND no = ?2", place->chain, place->no + 1)
            && run("UPDATE audit_entry SET no = ?2 WHERE scope = ?1 AND no = -1", place->chain, place->no + 1);
    }

    /// An entry that was never made, at the end or in between, with a digest that fits what is before it.
    bool insert(std::string &what)
    {
        const auto place = draw(tables()[0]);
        store::Statement query = m_db.prepare("SELECT digest FROM audit_entry WHERE scope = ?1 AND no = ?2");
        query.bindAll(place->chain, place->no);
        if (!query.step().value_or(false)) {
            return false;
        }
        const QByteArray before = query.blob(0);
        query.reset();
        what = "an entry put in behind another";
        const central::AuditRow row{place->no + 1, 5, {}, {"backup", "", ""}, {}};
        const domain::ScopeId chain{*base::Uuid::fromBytes(place->chain)};
        return run("UPDATE audit_entry SET no = -no - 1 WHERE scope = ?1 AND no > ?2", place->chain, place->no) | true
            && (run("UPDATE audit_entry SET no = -no WHERE scope = ?1 AND no < 0", place->chain, 0) | true)
            && m_db.prepare("INSERT INTO audit_entry(scope, no, at_ms, actor, action, subject, detail, sealed, digest) "
                            "VALUES(?, ?, 5, ?, 'backup', '', '', ?, ?)")
                   .bindAll(place->chain, row.no, base::Uuid(), QByteArray(""),
                            row.digestAfter(before, chain, central::AuditRow::Form::Chained))
                   .run()
                   .has_value();
    }

    /// The last entries of a chain, and all that tells of them, by somebody who knows how.
    bool cutTail(std::string &what)
    {
        what = "an end cut off, and the end told anew";
        const auto place = draw(tables()[0]);
        const bool isCut = run("DELETE FROM audit_entry WHERE scope = ?1 AND no > ?2", place->chain, place->no);
        (void)run("DELETE FROM audit_value WHERE scope = ?1 AND no > ?2", place->chain, place->no);
        return isCut
            && run("UPDATE audit_chain SET no = ?2, digest = (SELECT digest FROM audit_entry WHERE scope = ?1 AND no = ?2) WHERE scope = ?1",
                   place->chain, place->no);
    }

    /// A chain as a whole, or a beginning that is said to have been too old.
    bool cutWhole(std::string &what)
    {
        const auto place = draw(tables()[0]);
        if (m_random.below(2) == 0) {
            what = "a chain taken out with all that tells of it";
            bool isCut = false;
            for (const Table &table : tables()) {
                isCut = run(std::string("DELETE FROM ") + table.name + " WHERE scope = ?1", place->chain, 0) || isCut;
            }
            return isCut;
        }
        what = "a beginning cut off, and the beginning told anew";
        return run("UPDATE audit_chain SET before_no = ?2, before_digest = (SELECT digest FROM audit_entry WHERE scope = ?1 AND no = ?2) "
                   "WHERE scope = ?1",
                   place->chain, place->no)
            && run("DELETE FROM audit_entry WHERE scope = ?1 AND no <= ?2", place->chain, place->no)
            && (run("DELETE FROM audit_value WHERE scope = ?1 AND no <= ?2", place->chain, place->no) | true);
    }

    Db &m_db;
    base::Random &m_random;
};

/// So many tamperings, each undone before the next one. Tells which were not seen, and how often each kind was done.
void tamper(CentralRig &rig, int times, quint64 seed)
{
    REQUIRE(rig.service->audit().saveHeads().result());
    REQUIRE(rig.service->audit().verify().result());
    base::SeededRandom random(seed);
    std::map<std::string, int> unseen;
    const auto done = rig.store
                          ->write([&](Db &db) -> base::Result<> {
                              for (int made = 0; made < times;) {
                                  std::string what;
                                  bool changed = false;
                                  bool seen = false;
                                  (void)db.nested([&]() -> base::Result<> {
                                      changed = Forger(db, random).tamper(what);
                                      seen = changed && !central::checkAudit(db, central::Audit::headsOf(rig.store->path()));
                                      return base::fail(base::Error::Kind::Cancelled, {});
                                  });
                                  made += changed ? 1 : 0;
                                  unseen[what] += changed && !seen ? 1 : 0;
                              }
                              return {};
                          })
                          .result();
    REQUIRE(done);
    for (const auto &[what, count] : unseen) {
        INFO(what);
        CHECK(count == 0);
    }
    CHECK(unseen.size() > 15);
    CHECK(rig.service->audit().verify().result());
}

} // namespace

TEST_CASE("ten thousand tamperings with the audit are all seen: as it is, after an erasure, after entries were taken away",
          "[central][audit]")
{
    const int times = ScratchDatabase::isThere() ? 300 : 3334;
    CentralRig rig;
    rig.addOperator(QStringLiteral("anne"), domain::Role::Operator, {QStringLiteral("A")});
    for (int at = 0; at < 4; ++at) {
        rig.clock.now += base::kDayMs;
        (void)rig.signIn(QStringLiteral("anne"));
        REQUIRE(rig.service->accounts().grant(QStringLiteral("anne"), {QStringLiteral("B")}).result());
        REQUIRE(rig.service->accounts().revoke(QStringLiteral("anne"), {QStringLiteral("B")}).result());
    }
    tamper(rig, times, 1);
    const auto erased = [](Db &db) {
        return central::AuditTable::eraseValues(db, {}, {1}, QStringLiteral("somebody"), 1).and_then([&] {
            return central::AuditTable::append(db, {2, {}, QStringLiteral("backup"), {}, {}});
        });
    };
    REQUIRE(rig.store->write(erased).result());
    tamper(rig, times, 2);
    rig.clock.now += 2 * base::kDayMs;
    REQUIRE(
        rig.store->write([&](Db &db) { return central::pruneAudit(db, rig.clock.now - 4 * base::kDayMs, rig.clock.now); }).result().value()
        > 3);
    (void)rig.signIn(QStringLiteral("anne"));
    tamper(rig, times, 3);
}
