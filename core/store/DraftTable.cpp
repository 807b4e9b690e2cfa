// SPDX-License-Identifier: GPL-3.0-or-later
#include "DraftTable.h"

#include "ContentSum.h"
#include "Log.h"
#include "Rows.h"
#include "Snapshot.h"

namespace comptoir::store {

namespace {

ContentSum sumOf(const base::Uuid &id, QByteArrayView ticket, qint64 savedMs)
{
    ContentSum sum;
    sum.add(id).add(ticket).add(savedMs);
    return sum;
}

/// What can be read, and what is damaged; a draft of another version that cannot be read stays where it is.
base::Result<std::vector<DraftRow>> readableDrafts(Statement &query)
{
    std::vector<DraftRow> out;
    auto done = eachRow(query, [&](const Statement &row) {
        auto ticket = fromSnapshot<domain::Ticket>(row.text(1));
        const bool damaged = sumOf(row.uuid(0), row.view(1), row.integer(2)).differs(row, 3);
        if (ticket) {
            out.push_back({row.uuid(0), std::move(*ticket), row.integer(2), damaged});
        } else if (damaged) {
            domain::Ticket legible;
            legible.description = row.text(1);
            out.push_back({row.uuid(0), std::move(legible), row.integer(2), true});
        } else {
            qCWarning(base::lcStore) << "draft" << row.uuid(0).toString() << "is kept but cannot be read:" << ticket.error().message;
        }
    });
    return done.map([&] { return std::move(out); });
}

} // namespace

base::Result<> DraftTable::put(Db &db, const DraftRow &draft)
{
    db.touch(Entity::Draft, draft.id);
    const QString ticket = toSnapshot(draft.ticket);
    const auto sum = sumOf(draft.id, ticket.toUtf8(), draft.savedMs);
    return db.prepare("INSERT OR REPLACE INTO draft(id,ticket,saved_ms,sum) VALUES(?,?,?,?)")
        .bindAll(draft.id, ticket, draft.savedMs, draft.damaged ? ContentSum::ofDamaged() : sum.value())
        .run();
}

base::Result<std::optional<DraftRow>> DraftTable::find(Db &db, const base::Uuid &id)
{
    Statement query = db.prepare("SELECT id,ticket,saved_ms,sum FROM draft WHERE id=?");
    query.bind(0, id);
    return readableDrafts(query).map(
        [](std::vector<DraftRow> rows) { return rows.empty() ? std::nullopt : std::optional(std::move(rows.front())); });
}

base::Result<std::vector<DraftRow>> DraftTable::all(Db &db)
{
    Statement query = db.prepare("SELECT id,ticket,saved_ms,sum FROM draft ORDER BY id");
    return readableDrafts(query);
}

base::Result<> DraftTable::remove(Db &db, const base::Uuid &id)
{
    db.touch(Entity::Draft, id);
    return db.prepare("DELETE FROM draft WHERE id=?").bind(0, id).run();
}

base::Result<std::vector<UnreadDraft>> DraftTable::unread(Db &db)
{
    std::vector<UnreadDraft> out;
    Statement query = db.prepare("SELECT id,ticket,saved_ms,sum FROM draft ORDER BY id");
    auto done = eachRow(query, [&](const Statement &row) {
        if (!fromSnapshot<domain::Ticket>(row.text(1))) {
            const bool damaged = sumOf(row.uuid(0), row.view(1), row.integer(2)).differs(row, 3);
            out.push_back({row.uuid(0), row.text(1), row.integer(2), damaged});
        }
    });
    return done.map([&] { return std::move(out); });
}

base::Result<> DraftTable::blank(Db &db, const UnreadDraft &draft)
{
    db.touch(Entity::Draft, draft.id);
    const auto sum = sumOf(draft.id, draft.body.toUtf8(), draft.savedMs);
    return db.prepare("UPDATE draft SET ticket=?, sum=? WHERE id=?")
        .bindAll(draft.body, draft.damaged ? ContentSum::ofDamaged() : sum.value(), draft.id)
        .run();
}

base::Result<> KeptTextTable::put(Db &db, domain::TicketId ticket, const QString &text, qint64 nowMs)
{
    db.touch(Entity::Draft, ticket.value);
    if (text.isEmpty()) {
        return db.prepare("DELETE FROM kept_text WHERE ticket=?").bind(0, ticket).run();
    }
    return db.prepare("INSERT OR REPLACE INTO kept_text(ticket,text,saved_ms) VALUES(?,?,?)").bindAll(ticket, text, nowMs).run();
}

base::Result<QString> KeptTextTable::find(Db &db, domain::TicketId ticket)
{
    Statement query = db.prepare("SELECT text FROM kept_text WHERE ticket=?");
    return query.bind(0, ticket).step().map([&](bool found) { return found ? query.text(0) : QString(); });
}

base::Result<std::vector<KeptTextTable::Row>> KeptTextTable::all(Db &db)
{
    Statement query = db.prepare("SELECT ticket,text,saved_ms FROM kept_text");
    return allRows(query, [](const Statement &row) { return Row{row.id<domain::TicketId>(0), row.text(1), row.integer(2)}; });
}

} // namespace comptoir::store
