// SPDX-License-Identifier: GPL-3.0-or-later
#include "CallLog.h"

#include "Entities.h"

namespace comptoir::store {

using base::Result;

namespace {

using Table = EntityTable<domain::Contact>;

// One wording each for the figure and for the list behind it.
const std::string kTaken = "answered_ms>0";
const std::string kMissed = "direction='in' AND outcome IN ('missed','abandoned')";

Result<std::vector<domain::Contact>> callsSince(Db &db, const std::string &condition, qint64 sinceMs, int limit)
{
    Statement query = db.prepare(
        Table::select("WHERE started_ms>=? AND channel='phone' AND " + condition + " ORDER BY started_ms DESC, id DESC LIMIT ?"));
    query.bindAll(sinceMs, static_cast<qint64>(limit));
    return entitiesOf<domain::Contact>(query);
}

} // namespace

Result<std::vector<domain::Contact>> CallLog::missed(Db &db, qint64 sinceMs, int limit)
{
    // A withheld number cannot be called back, but it was missed; each stands for itself.
    static const std::string sql = Table::select(
        "AS c WHERE started_ms>=?1 AND channel='phone' AND direction='in' AND outcome IN ('missed','abandoned')"
        " AND NOT (phone_key<>'' AND EXISTS(SELECT 1 FROM contact AS later WHERE later.phone_key=c.phone_key AND later.phone_key<>''"
        "  AND (later.started_ms, later.id)>(c.started_ms, c.id)"
        "  AND (later.answered_ms>0 OR later.direction='out' OR later.outcome IN ('missed','abandoned'))))"
        " ORDER BY started_ms DESC, id DESC LIMIT ?2");
    Statement query = db.prepare(sql);
    query.bindAll(sinceMs, static_cast<qint64>(limit));
    return entitiesOf<domain::Contact>(query);
}

Result<std::vector<domain::Contact>> CallLog::takenSince(Db &db, qint64 sinceMs, int limit)
{
    return callsSince(db, kTaken, sinceMs, limit);
}

Result<std::vector<domain::Contact>> CallLog::missedSince(Db &db, qint64 sinceMs, int limit)
{
    return callsSince(db, kMissed, sinceMs, limit);
}

Result<CallLog::Today> CallLog::since(Db &db, qint64 sinceMs)
{
    Statement query = db.prepare("SELECT coalesce(sum(" + kTaken + "),0), coalesce(sum(" + kMissed
                                 + "),0) FROM contact WHERE started_ms>=? AND channel='phone'");
    return query.bind(0, sinceMs).step().map([&](bool) {
        return Today{static_cast<int>(query.integer(0)), static_cast<int>(query.integer(1))};
    });
}

} // namespace comptoir::store
