// SPDX-License-Identifier: GPL-3.0-or-later
#include "Outstanding.h"

#include "NoticeTable.h"

namespace comptoir::store {

using base::Result;

namespace {

Outstanding::Row::State stateFrom(const QString &word)
{
    using State = Outstanding::Row::State;
    return word == u"pending" ? State::Waiting : word == u"accepted" ? State::Sent : word == u"parked" ? State::Parked : State::Refused;
}

/// A notice that is damaged says that, whatever else it says.
void verify(const Statement &query, Outstanding::Row &row)
{
    const Notice kept{
        row.op, row.scope, row.entity, row.kind, row.version, row.payload, row.label, row.madeMs, QString::fromUtf8(row.code), row.refusal};
    if (const Notice read = NoticeTable::verified(kept, query, 11); read.damaged) {
        row.state = Outstanding::Row::State::Refused;
        row.code = read.code.toUtf8();
        row.refusal = read.refusal;
    }
}

Result<> append(Statement &query, std::size_t limit, std::vector<Outstanding::Row> &out)
{
    while (out.size() < limit) {
        const auto more = query.step();
        if (!more) {
            return tl::unexpected(more.error());
        }
        if (!*more) {
            return {};
        }
        Outstanding::Row row;
        row.op = query.id<domain::OperationId>(0);
        row.entity = query.id<domain::EntityId>(1);
        row.kind = query.text(2).toUtf8();
        row.version = static_cast<int>(query.integer(3));
        row.payload = query.blob(4);
        row.label = query.text(5);
        row.madeMs = query.integer(6);
        row.code = query.text(7).toUtf8();
        row.refusal = query.text(8).toUtf8();
        row.state = stateFrom(query.text(9));
        row.scope = query.id<domain::ScopeId>(10);
        verify(query, row);
        out.push_back(std::move(row));
    }
    return {};
}

constexpr std::string_view kNotice =
    "SELECT op_id, entity, kind, version, payload, label, made_ms, code, refusal, CASE code WHEN 'parked' THEN 'parked' ELSE 'refused' END,"
    " scope, sum FROM notice WHERE dismissed=0";

} // namespace

Result<std::vector<Outstanding::Row>> Outstanding::all(Db &db, int limit)
{
    std::vector<Row> out;
    const auto most = static_cast<std::size_t>(limit);
    Statement notices = db.prepare(std::string(kNotice) + " ORDER BY made_ms DESC, op_id");
    if (auto done = append(notices, most, out); !done) {
        return tl::unexpected(done.error());
    }
    Statement waiting = db.prepare(
        "SELECT op_id, entity, kind, version, payload, '', wall_ms, '', '', state, scope, NULL FROM outbox WHERE shown=1"
        " AND state IN ('pending','accepted') ORDER BY no");
    if (auto done = append(waiting, most, out); !done) {
        return tl::unexpected(done.error());
    }
    return out;
}

Result<std::vector<Outstanding::Row>> Outstanding::noticesOf(Db &db, const base::Uuid &entity, int limit)
{
    std::vector<Row> out;
    Statement query = db.prepare(std::string(kNotice) + " AND entity=? ORDER BY made_ms, op_id");
    query.bind(0, entity);
    return append(query, static_cast<std::size_t>(limit), out).map([&] { return std::move(out); });
}

Result<bool> Outstanding::shownOn(Db &db, const base::Uuid &entity)
{
    Statement query = db.prepare("SELECT 1 FROM outbox WHERE entity=? AND shown=1 LIMIT 1");
    return query.bind(0, entity).step();
}

} // namespace comptoir::store
