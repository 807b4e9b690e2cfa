// SPDX-License-Identifier: GPL-3.0-or-later
#include "OpTable.h"

#include "ManyRows.h"
#include "Rows.h"

namespace comptoir::central {

namespace {

using base::Result;

wire::Verdict verdictOf(const store::Statement &row)
{
    const auto code = domain::fromCode<wire::VerdictCode>(row.text(2));
    return {row.id<domain::OperationId>(0), row.id<domain::ScopeId>(1), code.value_or(wire::VerdictCode::Invalid), row.integer(3),
            row.text(4).toUtf8()};
}

constexpr std::string_view kSelect = "SELECT id, scope, code, seq, result, device, operator, hash, received_ms, age_ms FROM op WHERE id";

OpTable::Row rowOf(const store::Statement &row)
{
    return {row.id<domain::DeviceId>(5), row.id<domain::OperatorId>(6), row.blob(7), row.integer(8), row.integer(9), verdictOf(row)};
}

} // namespace

Result<std::optional<OpTable::Row>> OpTable::find(store::Db &db, domain::OperationId id)
{
    static const std::string sql = std::string(kSelect).append(" = ?");
    store::Statement query = db.prepare(sql);
    query.bindAll(id);
    return firstRow(query, rowOf);
}

Result<std::vector<OpTable::Row>> OpTable::findAll(store::Db &db, const std::vector<domain::OperationId> &ids)
{
    std::vector<Row> out;
    return store::eachOf(db, kSelect, ids, [&](const store::Statement &row) { out.push_back(rowOf(row)); }).map([&] {
        return std::move(out);
    });
}

Result<> OpTable::putAll(store::Db &db, const std::vector<const Row *> &rows)
{
    static const store::ManyRows inserted("INSERT INTO op(id, scope, code, seq, result, device, operator, hash, received_ms, age_ms)", 10);
    return inserted.write(db, rows.size(), [&](store::Statement &write, int at, std::size_t which) {
        const Row &row = *rows[which];
        write.bind(at, row.verdict.id).bind(at + 1, row.verdict.scope).bind(at + 2, QString(domain::codeOf(row.verdict.code)));
        write.bind(at + 3, row.verdict.seq).bind(at + 4, QString::fromUtf8(row.verdict.data)).bind(at + 5, row.device);
        write.bind(at + 6, row.operatorId).bind(at + 7, row.hash).bind(at + 8, row.receivedMs).bind(at + 9, row.ageMs);
    });
}

Result<std::vector<wire::Verdict>> OpTable::results(store::Db &db, domain::DeviceId device, domain::OperatorId operatorId,
                                                    domain::ScopeId scope, qint64 from, qint64 to)
{
    store::Statement query = db.prepare(
        "SELECT id, scope, code, seq, result FROM op WHERE device = ?1 AND scope IS NOT DISTINCT FROM ?2 AND seq > ?3 AND seq <= ?4 "
        "AND operator = ?5 ORDER BY seq");
    query.bindAll(device, scope, from, to, operatorId);
    return allRows(query, verdictOf);
}

Result<> OpTable::blank(store::Db &db, domain::OperationId id, const QString &data)
{
    return db.prepare("UPDATE op SET result = ? WHERE id = ?").bindAll(data, id).run();
}

Result<> OpTable::forget(store::Db &db, domain::OperationId id)
{
    return db.prepare("DELETE FROM op WHERE id = ?").bindAll(id).run();
}

Result<std::optional<qint64>> OpTable::newerOf(store::Db &db, domain::DeviceId device, domain::ScopeId scope, domain::OperationId id)
{
    store::Statement query = db.prepare(
        "SELECT seq FROM op WHERE device = ? AND scope IS NOT DISTINCT FROM ? AND id >= ? ORDER BY id DESC LIMIT 1");
    query.bindAll(device, scope, id);
    return firstRow(query, [](const store::Statement &row) { return row.integer(0); });
}

Result<qint64> OpTable::forgetBefore(store::Db &db, qint64 horizonMs)
{
    // Version 7 ids begin with their time, so the oldest are the smallest.
    base::Uuid bound;
    for (int at = 0; at < 6; ++at) {
        bound.bytes[size_t(at)] = quint8(quint64(horizonMs) >> (8 * (5 - at)));
    }
    return db.prepare("DELETE FROM op WHERE id < ?").bindAll(bound).run().map([&] { return db.changedRows(); });
}

} // namespace comptoir::central
