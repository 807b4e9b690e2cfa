// SPDX-License-Identifier: GPL-3.0-or-later
#include "CallLog.h"

#include "EntityTable.h"

namespace comptoir::store {

using base::Result;

Result<std::vector<domain::Contact>> CallLog::missed(Db &db, qint64 sinceMs, int limit)
{
    using Table = EntityTable<domain::Contact>;
    // A withheld number cannot be called back, but it was missed; each stands for itself.
    static const std::string sql = Table::select(
        "AS c WHERE started_ms>=?1 AND channel='phone' AND direction='in' AND outcome IN ('missed','abandoned')"
        " AND NOT (phone_key<>'' AND EXISTS(SELECT 1 FROM contact AS later WHERE later.phone_key=c.phone_key AND later.phone_key<>''"
        "  AND (later.started_ms, later.id)>(c.started_ms, c.id)"
        "  AND (later.answered_ms>0 OR later.direction='out' OR later.outcome IN ('missed','abandoned'))))"
        " ORDER BY started_ms DESC, id DESC LIMIT ?2");
    Statement query = db.prepare(sql);
    query.bindAll(sinceMs, static_cast<qint64>(limit));
    return Table::all(query).map([](std::vector<Table::Stored> rows) {
        std::vector<domain::Contact> out;
        out.reserve(rows.size());
        for (auto &row : rows) {
            out.push_back(std::move(row.entity));
        }
        return out;
    });
}

Result<CallLog::Today> CallLog::since(Db &db, qint64 sinceMs)
{
    Statement query = db.prepare(
        "SELECT coalesce(sum(answered_ms>0),0), coalesce(sum(direction='in' AND outcome IN ('missed','abandoned')),0)"
        " FROM contact WHERE started_ms>=? AND channel='phone'");
    return query.bind(0, sinceMs).step().map([&](bool) {
        return Today{static_cast<int>(query.integer(0)), static_cast<int>(query.integer(1))};
    });
}

} // namespace comptoir::store
