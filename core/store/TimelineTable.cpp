// SPDX-License-Identifier: GPL-3.0-or-later
#include "TimelineTable.h"

namespace comptoir::store {

base::Result<std::vector<TimelineTable::Stored>> TimelineTable::of(Db &db, domain::TicketId ticket)
{
    // What waits here comes after what the service has ordered by its seq within the same millisecond.
    static const std::string sql = select("WHERE ticket=? ORDER BY at_ms, seq=0, seq, row");
    Statement query = db.prepare(sql);
    query.bind(0, ticket);
    return all(query);
}

base::Result<> TimelineTable::putPending(Db &db, const domain::TimelineEntry &entry)
{
    static const std::string sql = upsert() + " WHERE timeline.seq=0";
    Statement write = db.prepare(sql);
    int at = 0;
    domain::forEachField<domain::TimelineEntry>([&](const auto &field) { write.bind(at++, domain::toCell(entry.*(field.member))); });
    return write.bind(at, qint64(0)).run();
}

base::Result<> TimelineTable::removePending(Db &db, domain::OperationId op)
{
    return db.prepare("DELETE FROM timeline WHERE id=? AND seq=0").bind(0, op).run();
}

} // namespace comptoir::store
