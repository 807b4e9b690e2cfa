// SPDX-License-Identifier: GPL-3.0-or-later
#include "DigestTable.h"

#include "Digest.h"
#include "ManyRows.h"
#include "PageRows.h"
#include "Rows.h"

namespace comptoir::central {

namespace {

using base::Result;

constexpr quint64 kLowerHalf = 0xFFFFFFFF;

using Halves = DigestHalves;

const store::ManyRows &added()
{
    static const store::ManyRows rows("INSERT INTO row_digest(scope, entity, upper_half, lower_half)", 4,
                                      " ON CONFLICT(scope, entity) DO UPDATE SET upper_half = row_digest.upper_half + excluded.upper_half, "
                                      "lower_half = row_digest.lower_half + excluded.lower_half");
    return rows;
}

Result<> add(store::Db &db, domain::ScopeId scope, std::string_view entity, const Halves &halves)
{
    return added().write(db, 1, [&](store::Statement &write, int at, std::size_t) {
        write.bind(at, scope.value.toBytes()).bindText(at + 1, entity).bind(at + 2, halves.upper).bind(at + 3, halves.lower);
    });
}

Result<> fillTable(store::Db &db, domain::ScopeId scope, const std::string &entity)
{
    const std::string sql = "SELECT id, seq FROM " + entity + " WHERE scope IS NOT DISTINCT FROM ?1";
    store::Statement query = db.prepare(sql);
    query.bind(0, scope);
    Halves halves;
    return eachRow(query, [&](const store::Statement &row) { halves.add(row.uuid(0), row.integer(1)); }).and_then([&] {
        return add(db, scope, entity, halves);
    });
}

Result<> fillScope(store::Db &db, domain::ScopeId scope)
{
    auto done = db.prepare("DELETE FROM row_digest WHERE scope = ?").bindAll(scope.value.toBytes()).run();
    for (const PageTable &table : pageTables()) {
        done = done.and_then([&] { return fillTable(db, scope, table.name); });
    }
    return done.and_then(
        [&] { return db.prepare("UPDATE scope SET digest_known = 1 WHERE id IS NOT DISTINCT FROM ?").bindAll(scope).run(); });
}

} // namespace

void DigestHalves::add(const base::Uuid &id, qint64 seq)
{
    const quint64 hash = seq > 0 ? wire::rowHash(id, seq) : 0;
    upper += qint64(hash >> 32);
    lower += qint64(hash & kLowerHalf);
}

void DigestHalves::take(const base::Uuid &id, qint64 seq)
{
    const quint64 hash = seq > 0 ? wire::rowHash(id, seq) : 0;
    upper -= qint64(hash >> 32);
    lower -= qint64(hash & kLowerHalf);
}

quint64 DigestHalves::sum() const
{
    return (quint64(upper) << 32) + quint64(lower);
}

void DigestSums::move(domain::ScopeId scope, std::string_view entity, const base::Uuid &id, qint64 before, qint64 seq)
{
    Halves &halves = m_sums[{scope, std::string(entity)}];
    halves.add(id, seq);
    halves.take(id, before);
}

Result<> DigestSums::write(store::Db &db)
{
    const std::vector<std::pair<std::pair<domain::ScopeId, std::string>, Halves>> sums(m_sums.begin(), m_sums.end());
    m_sums.clear();
    return added().write(db, sums.size(), [&](store::Statement &write, int at, std::size_t row) {
        const auto &[key, halves] = sums[row];
        write.bind(at, key.first.value.toBytes()).bindText(at + 1, key.second).bind(at + 2, halves.upper).bind(at + 3, halves.lower);
    });
}

Result<> DigestTable::move(store::Db &db, domain::ScopeId scope, std::string_view entity, const base::Uuid &id, qint64 before, qint64 seq)
{
    Halves halves;
    halves.add(id, seq);
    halves.take(id, before);
    return add(db, scope, entity, halves);
}

Result<> DigestTable::moveAll(store::Db &db, domain::ScopeId scope, std::string_view entity, const std::vector<Moved> &rows)
{
    Halves halves;
    for (const Moved &row : rows) {
        halves.add(row.id, row.seq);
        halves.take(row.id, row.before);
    }
    return rows.empty() ? Result<>() : add(db, scope, entity, halves);
}

Result<std::optional<quint64>> DigestTable::of(store::Db &db, domain::ScopeId scope, const std::vector<QByteArray> &entities)
{
    store::Statement known = db.prepare("SELECT digest_known FROM scope WHERE id IS NOT DISTINCT FROM ?");
    known.bind(0, scope);
    const auto told = firstRow(known, [](const store::Statement &row) { return row.integer(0) != 0; });
    if (!told || !told->value_or(true)) {
        return told.map([](const auto &) { return std::optional<quint64>(); });
    }
    store::Statement query = db.prepare("SELECT entity, upper_half, lower_half FROM row_digest WHERE scope = ?");
    query.bind(0, scope.value.toBytes());
    const auto rows = allRows(query, [](const store::Statement &row) {
        return std::pair(row.text(0).toUtf8(), Halves{row.integer(1), row.integer(2)});
    });
    return rows.map([&](const auto &all) {
        quint64 sum = 0;
        for (const auto &[entity, halves] : all) {
            sum += std::find(entities.begin(), entities.end(), entity) != entities.end() ? halves.sum() : 0;
        }
        return std::optional(sum);
    });
}

Result<qint64> DigestTable::check(store::Db &db, domain::ScopeId scope, const std::string &entity)
{
    const auto stored = of(db, scope, {QByteArray::fromStdString(entity)});
    if (!stored || !*stored) {
        return stored.map([](const auto &) { return qint64(0); });
    }
    const std::string sql = "SELECT id, seq FROM " + entity + " WHERE scope IS NOT DISTINCT FROM ?1";
    store::Statement query = db.prepare(sql);
    query.bind(0, scope);
    Halves halves;
    qint64 rows = 0;
    const auto read = eachRow(query, [&](const store::Statement &row) {
        halves.add(row.uuid(0), row.integer(1));
        ++rows;
    });
    return read.and_then([&]() -> Result<qint64> {
        return halves.sum() == **stored ? Result<qint64>(rows)
                                        : base::fail(base::Error::Kind::Corrupt,
                                                     QStringLiteral("the rows of %1 in the scope %2 are not those that were written")
                                                         .arg(QString::fromStdString(entity), scope.toString()));
    });
}

Result<> DigestTable::fill(store::Db &db)
{
    store::Statement query = db.prepare("SELECT id FROM scope WHERE digest_known = 0");
    const auto scopes = allRows(query, [](const store::Statement &row) { return row.id<domain::ScopeId>(0); });
    if (!scopes) {
        return tl::unexpected(scopes.error());
    }
    for (const domain::ScopeId &scope : *scopes) {
        if (auto done = fillScope(db, scope); !done) {
            return done;
        }
    }
    return {};
}

} // namespace comptoir::central
