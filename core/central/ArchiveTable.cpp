// SPDX-License-Identifier: GPL-3.0-or-later
#include "ArchiveTable.h"

#include "Attachment.h"
#include "Planted.h"
#include "RowInScope.h"
#include "Ticket.h"
#include "TimelineEntry.h"
#include "WordFold.h"

namespace comptoir::central {

namespace {

using base::Result;
using domain::Ticket;
using domain::TicketId;

/// A row that stands in the archive, or has just been put there.
struct Away
{
    std::string_view table;
    base::Uuid id;
    qint64 seq = 0; ///< negative
};

/// Turns the seqs of the rows of T that belong to the ticket, and takes them out of the digest.
template <class T>
Result<> turnAway(RowWriter &rows, TicketId ticket)
{
    static const std::string sql = std::string("UPDATE ") + domain::FieldsOf<T>::kind
        + " SET seq = -seq WHERE scope IS NOT DISTINCT FROM ?1 AND ticket = ?2 AND seq > 0 RETURNING id, seq";
    store::Statement write = rows.db().prepare(sql);
    write.bindAll(rows.scope(), ticket);
    return allRows(write,
                   [](const store::Statement &row) {
                       return DigestTable::Moved{row.uuid(0), -row.integer(1), 0};
                   })
        .and_then([&](const auto &moved) { return DigestTable::moveAll(rows.db(), rows.scope(), domain::FieldsOf<T>::kind, moved); });
}

template <class T>
Result<> addAway(RowWriter &rows, TicketId ticket, std::vector<Away> &out)
{
    static const std::string sql = std::string("SELECT id, seq FROM ") + domain::FieldsOf<T>::kind
        + " WHERE scope IS NOT DISTINCT FROM ?1 AND ticket = ?2 AND seq < 0";
    store::Statement query = rows.db().prepare(sql);
    query.bindAll(rows.scope(), ticket);
    return eachRow(query, [&](const store::Statement &row) { out.push_back({domain::FieldsOf<T>::kind, row.uuid(0), row.integer(1)}); });
}

Result<> moveTo(RowWriter &rows, const Away &row, qint64 seq)
{
    const std::string sql = "UPDATE " + std::string(row.table) + " SET seq = ?3 WHERE scope IS NOT DISTINCT FROM ?1 AND id = ?2";
    return rows.db().prepare(sql).bindAll(rows.scope(), row.id, seq).run().and_then([&] {
        return DigestTable::move(rows.db(), rows.scope(), row.table, row.id, row.seq, seq);
    });
}

/// What it is found by.
Result<> index(RowWriter &rows, const Ticket &ticket)
{
    const QByteArray scope = rows.scope().value.toBytes();
    const QString text = ticket.summary % u' ' % ticket.description % u' ' % ticket.requesterName % u' ' % ticket.beneficiaryName;
    const std::string words = ' ' + domain::foldWords(text.toStdString()) + ' ';
    auto done = rows.db()
                    .prepare("INSERT INTO archived_ticket(scope, ticket, closed_ms, words) VALUES(?, ?, ?, ?)")
                    .bindAll(scope, ticket.id, ticket.closedMs > 0 ? ticket.closedMs : ticket.updatedMs, QString::fromStdString(words))
                    .run();
    for (const QString &number : QStringList(ticket.number) + ticket.aliases.list) {
        done = done.and_then([&] {
            return rows.db()
                .prepare("INSERT INTO archived_number(scope, number, ticket) VALUES(?, ?, ?) ON CONFLICT DO NOTHING")
                .bindAll(scope, number.trimmed().toUpper(), ticket.id)
                .run();
        });
    }
    return done;
}

Result<> unindex(RowWriter &rows, TicketId ticket)
{
    Result<> done;
    for (const char *sql :
         {"DELETE FROM archived_ticket WHERE scope = ? AND ticket = ?", "DELETE FROM archived_number WHERE scope = ? AND ticket = ?"}) {
        done = done.and_then([&] { return rows.db().prepare(sql).bindAll(rows.scope().value.toBytes(), ticket).run(); });
    }
    return done;
}

} // namespace

Result<std::vector<TicketId>> ArchiveTable::due(store::Db &db, domain::ScopeId scope, qint64 beforeMs, int most)
{
    store::Statement query = db.prepare(
        "SELECT t.id FROM ticket t WHERE t.scope IS NOT DISTINCT FROM ?1 AND t.seq > 0 AND t.state IN ('closed', 'cancelled') "
        "AND t.updated_ms < ?2 AND t.closed_ms < ?2 AND NOT EXISTS (SELECT 1 FROM ticket c WHERE c.scope IS NOT DISTINCT FROM ?1 "
        "AND c.parent = t.id AND c.state NOT IN ('closed', 'cancelled')) AND NOT EXISTS (SELECT 1 FROM timeline e "
        "WHERE e.scope IS NOT DISTINCT FROM ?1 AND e.ticket = t.id AND e.at_ms >= ?2) ORDER BY t.updated_ms LIMIT ?3");
    query.bindAll(scope, beforeMs, qint64(most));
    return allRows(query, [](const store::Statement &row) { return row.id<TicketId>(0); });
}

Result<qint64> ArchiveTable::newestMs(store::Db &db, domain::ScopeId scope)
{
    store::Statement query = db.prepare(
        "SELECT coalesce(max(updated_ms), 0) FROM (SELECT updated_ms FROM ticket WHERE scope IS NOT DISTINCT FROM ?1 AND seq > 0 "
        "ORDER BY seq DESC LIMIT 100) AS newest");
    query.bindAll(scope);
    return firstRow(query, [](const store::Statement &row) { return row.integer(0); }).map([](const auto &ms) { return ms.value_or(0); });
}

Result<> ArchiveTable::putAway(RowWriter &rows, TicketId ticket)
{
    const auto stored = rowIn<Ticket>(rows.db(), rows.scope(), ticket.value);
    if (!stored || !*stored || (*stored)->seq < 0) {
        return stored.map([](const auto &) {});
    }
    const Away row{domain::FieldsOf<Ticket>::kind, ticket.value, (*stored)->seq};
    return turnAway<domain::TimelineEntry>(rows, ticket)
        .and_then([&] { return turnAway<domain::Attachment>(rows, ticket); })
        .and_then([&] { return moveTo(rows, row, -row.seq); })
        .and_then([&] { return rows.nextSeq(); })
        .and_then([&](qint64 seq) {
            return TombstoneTable::put(rows.db(), {rows.scope(), domain::FieldsOf<Ticket>::kind, ticket.value, seq});
        })
        .and_then([&] { return index(rows, (*stored)->entity); });
}

Result<bool> ArchiveTable::bringBack(RowWriter &rows, TicketId ticket)
{
    store::Statement query = rows.db().prepare("SELECT seq FROM ticket WHERE id = ? AND scope IS NOT DISTINCT FROM ?");
    query.bindAll(ticket, rows.scope());
    const auto stands = firstRow(query, [](const store::Statement &row) { return row.integer(0); });
    if (!stands || stands->value_or(1) > 0) {
        return stands.map([](const auto &) { return false; });
    }
    query.reset();
    std::vector<Away> away;
    auto done = addAway<domain::TimelineEntry>(rows, ticket, away).and_then([&] {
        return addAway<domain::Attachment>(rows, ticket, away);
    });
    if (base::isPlanted(base::Plant::BackWithoutHistory)) {
        away.clear();
    }
    std::sort(away.begin(), away.end(), [](const Away &one, const Away &other) { return one.seq > other.seq; });
    away.push_back({domain::FieldsOf<Ticket>::kind, ticket.value, **stands}); // last: who has the row has its history
    qint64 last = 0;
    for (const Away &row : away) {
        done = done.and_then([&] { return rows.nextSeq(); }).and_then([&](qint64 seq) { return moveTo(rows, row, last = seq); });
    }
    return done.and_then([&] { return TombstoneTable::forget(rows.db(), rows.scope(), ticket.value); })
        .and_then([&] { return unindex(rows, ticket); })
        .and_then([&] { // the desk has not touched it: an import may go on
            return rows.db().prepare("UPDATE import_item SET seq = ?3 WHERE id = ?1 AND seq = ?2").bindAll(ticket, -**stands, last).run();
        })
        .map([] { return true; });
}

} // namespace comptoir::central
