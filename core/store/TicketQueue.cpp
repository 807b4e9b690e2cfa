// SPDX-License-Identifier: GPL-3.0-or-later
#include "TicketQueue.h"

#include "Rows.h"
#include "Scopes.h"

#include <limits>

namespace comptoir::store {

using base::Result;

namespace {

/// The keys of an order, `%` standing for the direction. Whitelisted here: no text from outside reaches ORDER BY.
std::string_view keysOf(TicketOrder order)
{
    switch (order) {
    case TicketOrder::Due: return "due_ms%, id%";
    case TicketOrder::Priority: return "priority%, due_ms%, id%";
    case TicketOrder::Number: return "substr(number,1,instr(number,'-'))%, length(number)%, number%, id%";
    case TicketOrder::Summary: return "summary COLLATE NOCASE%, id%";
    case TicketOrder::Requester: return "requester_name COLLATE NOCASE%, id%";
    case TicketOrder::Organisation:
        return "(SELECT short_name FROM organisation AS o WHERE o.id=ticket.organisation) COLLATE NOCASE%, due_ms%, id%";
    case TicketOrder::State:
        return "CASE state WHEN 'new' THEN 0 WHEN 'in_progress' THEN 1 WHEN 'waiting' THEN 2 WHEN 'resolved' THEN 3 ELSE 4 END%, due_ms%, id%";
    case TicketOrder::Opened: return "opened_ms%, id%";
    case TicketOrder::Updated: return "updated_ms%, id%";
    }
    return "id%";
}

std::string orderBy(TicketOrder order, bool descending)
{
    std::string out = " ORDER BY ";
    for (const char c : keysOf(order)) {
        if (c == '%') {
            out += descending ? " DESC" : "";
        } else {
            out += c;
        }
    }
    return out;
}

constexpr std::string_view kLine =
    "SELECT number, summary, requester_name, organisation, support_group, assignee, kind, state, wait_reason, priority, major, opened_ms, updated_ms,"
    " due_ms, responded_ms=0 AND respond_due_ms>0,"
    " EXISTS(SELECT 1 FROM timeline AS e WHERE e.ticket=ticket.id AND e.actor IS NOT ?2"
    "  AND e.at_ms>coalesce((SELECT seen_ms FROM read_mark AS m WHERE m.ticket=ticket.id), ?3)),"
    " EXISTS(SELECT 1 FROM outbox AS p WHERE p.entity=ticket.id AND p.shown=1), scope"
    " FROM ticket WHERE id=?1";

template <class E>
E codeAt(const Statement &row, int column)
{
    return domain::fromCode<E>(row.text(column)).value_or(E{});
}

TicketLine lineFrom(const Statement &row, domain::TicketId id)
{
    TicketLine line;
    line.id = id;
    line.number = row.text(0);
    line.summary = row.text(1);
    line.requesterName = row.text(2);
    line.organisation = row.id<domain::OrganisationId>(3);
    line.group = row.id<domain::GroupId>(4);
    line.assignee = row.id<domain::OperatorId>(5);
    line.kind = codeAt<domain::TicketKind>(row, 6);
    line.state = codeAt<domain::TicketState>(row, 7);
    line.waitReason = codeAt<domain::WaitReason>(row, 8);
    line.priority = codeAt<domain::Priority>(row, 9);
    line.major = row.integer(10) != 0;
    line.openedMs = row.integer(11);
    line.updatedMs = row.integer(12);
    const qint64 due = row.integer(13);
    line.dueMs = due == std::numeric_limits<qint64>::max() ? 0 : due;
    line.dueIsResponse = row.integer(14) != 0;
    line.unread = row.integer(15) != 0;
    line.pending = row.integer(16) != 0;
    line.restricted = domain::isRestricted(row.id<domain::ScopeId>(17), line.organisation);
    return line;
}

/// Groups of open tickets by one column; breached beside the count.
template <class Key, class Read>
Result<std::vector<std::pair<Key, TicketTally>>> openBy(Db &db, std::string_view column, qint64 nowMs, Read read)
{
    const std::string sql = "SELECT " + std::string(column) + ", count(*), sum(due_ms<=?) FROM ticket WHERE "
        + std::string(TicketConditions::kOpen) + " GROUP BY 1 ORDER BY 2 DESC, 1";
    Statement query = db.prepare(sql);
    query.bind(0, nowMs);
    std::vector<std::pair<Key, TicketTally>> out;
    auto done = eachRow(query, [&](const Statement &) {
        out.emplace_back(read(query), TicketTally{static_cast<int>(query.integer(1)), static_cast<int>(query.integer(2))});
    });
    if (!done) {
        return tl::unexpected(done.error());
    }
    return out;
}

} // namespace

Result<std::vector<TicketLine>> TicketQueue::lines(Db &db, const TicketConditions &which, TicketOrder order, bool descending, int limit,
                                                   const Reader &reader)
{
    // First which and in what order, from the indexes; then each row's texts, read once.
    std::vector<domain::TicketId> ids;
    Statement select = db.prepare("SELECT id FROM ticket" + which.where() + orderBy(order, descending) + " LIMIT ?");
    const int limitAt = which.bind(select);
    select.bind(limitAt, static_cast<qint64>(limit));
    auto selected = eachRow(select, [&](const Statement &row) { ids.push_back(row.id<domain::TicketId>(0)); });
    if (!selected) {
        return tl::unexpected(selected.error());
    }
    std::vector<TicketLine> out;
    out.reserve(ids.size());
    Statement line = db.prepare(kLine);
    for (const domain::TicketId &id : ids) {
        line.reset();
        line.bindAll(id, reader.who, reader.sinceMs);
        const auto found = line.step();
        if (!found) {
            return tl::unexpected(found.error());
        }
        if (*found) {
            out.push_back(lineFrom(line, id));
        }
    }
    return out;
}

Result<int> TicketQueue::count(Db &db, const TicketConditions &which)
{
    Statement query = db.prepare("SELECT count(*) FROM ticket" + which.where());
    which.bind(query);
    return query.step().map([&](bool) { return static_cast<int>(query.integer(0)); });
}

Result<std::vector<std::pair<domain::OrganisationId, TicketTally>>> TicketQueue::openByOrganisation(Db &db, qint64 nowMs)
{
    return openBy<domain::OrganisationId>(db, "organisation", nowMs,
                                          [](const Statement &row) { return row.id<domain::OrganisationId>(0); });
}

Result<std::vector<std::pair<domain::GroupId, TicketTally>>> TicketQueue::openByGroup(Db &db, qint64 nowMs)
{
    return openBy<domain::GroupId>(db, "support_group", nowMs, [](const Statement &row) { return row.id<domain::GroupId>(0); });
}

Result<std::vector<std::pair<domain::TicketState, TicketTally>>> TicketQueue::openByState(Db &db, qint64 nowMs)
{
    return openBy<domain::TicketState>(db, "state", nowMs, [](const Statement &row) { return codeAt<domain::TicketState>(row, 0); });
}

Result<TicketTally> TicketQueue::openTally(Db &db, const TicketConditions &which, qint64 nowMs)
{
    TicketConditions open = which;
    TicketConditions late = which;
    return count(db, open.open()).and_then([&](int all) {
        return count(db, late.open().dueUntil(nowMs)).map([&](int breached) { return TicketTally{all, breached}; });
    });
}

Result<> TicketQueue::markRead(Db &db, domain::TicketId ticket)
{
    // Announced only where it moved: whoever marks what it shows would otherwise be told to show it again, for ever.
    return db
        .prepare("INSERT INTO read_mark(ticket, seen_ms) VALUES(?1, coalesce((SELECT max(at_ms) FROM timeline WHERE ticket=?1), 0))"
                 " ON CONFLICT(ticket) DO UPDATE SET seen_ms=excluded.seen_ms WHERE excluded.seen_ms>seen_ms")
        .bind(0, ticket)
        .run()
        .map([&] {
            if (db.changedRows() > 0) {
                db.touch(Entity::Ticket, ticket.value);
            }
        });
}

} // namespace comptoir::store
