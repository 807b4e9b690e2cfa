// SPDX-License-Identifier: GPL-3.0-or-later
#include "TimelineTable.h"

#include "Rows.h"

namespace comptoir::store {

namespace {

/// The smallest id made at that time.
base::Uuid firstIdAt(qint64 ms)
{
    QByteArray bytes(16, '\0');
    for (int i = 0; i < 6; ++i) {
        bytes[i] = static_cast<char>((ms >> (8 * (5 - i))) & 0xff);
    }
    return base::Uuid::fromBytes(bytes).value_or(base::Uuid{});
}

} // namespace

base::Result<std::vector<TimelineTable::Stored>> TimelineTable::of(Db &db, domain::TicketId ticket)
{
    // What waits here comes after what the service has ordered by its seq within the same millisecond.
    static const std::string sql = select("WHERE ticket=? ORDER BY at_ms, seq=0, seq, row");
    Statement query = db.prepare(sql);
    query.bind(0, ticket);
    return allRows(query, [](const Statement &row) {
        return readToShow(row).map([](Stored stored) {
            if (!stored.unknown.isEmpty()) {
                stored.entity.kind = domain::EntryKind::Unknown; // the one code it has
            }
            return stored;
        });
    });
}

base::Result<std::vector<domain::TicketId>> TimelineTable::overtaken(Db &db, domain::OperatorId me, qint64 fromMs, qint64 untilMs,
                                                                     int limit)
{
    Statement query = db.prepare("SELECT DISTINCT mine.ticket FROM timeline mine WHERE mine.id >= ? AND mine.id < ? AND mine.actor = ?"
                                 " AND mine.kind = 'edited' AND mine.seq > 0 AND EXISTS (SELECT 1 FROM timeline theirs"
                                 " WHERE theirs.ticket = mine.ticket AND theirs.at_ms <= mine.at_ms AND theirs.seq > mine.seq"
                                 " AND theirs.actor IS NOT mine.actor) LIMIT ?");
    query.bindAll(firstIdAt(fromMs), firstIdAt(untilMs), me, qint64(limit));
    return allRows(query, [](const Statement &row) { return row.id<domain::TicketId>(0); });
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
