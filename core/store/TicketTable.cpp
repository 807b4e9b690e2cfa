// SPDX-License-Identifier: GPL-3.0-or-later
#include "TicketTable.h"

#include "Fold.h"

namespace comptoir::store {

namespace {

using domain::Ticket;

constexpr int kWordColumns = 6;

std::string wordsOf(const RowCells<Ticket> &cells)
{
    std::string out;
    for (const std::size_t at : {fieldAt<Ticket>("number"), fieldAt<Ticket>("aliases"), fieldAt<Ticket>("summary"),
                                 fieldAt<Ticket>("description"), fieldAt<Ticket>("requester_name"), fieldAt<Ticket>("beneficiary_name")}) {
        out.append(cells[at].type == wire::RawCell::Text ? cells[at].text : std::string_view()).push_back(' ');
    }
    return out;
}

std::string ticketWordsOf(const Statement &old, int first)
{
    std::string out;
    for (int at = first; at < first + kWordColumns; ++at) {
        out.append(old.view(at)).push_back(' ');
    }
    return out;
}

base::Result<std::vector<EntityTable<Ticket>::Stored>> matching(Db &db, const QString &words, int limit)
{
    static const std::string sql = EntityTable<Ticket>::select(
        "WHERE row IN (SELECT rowid FROM ticket_text WHERE ticket_text MATCH ? ORDER BY rowid DESC LIMIT ?) ORDER BY row DESC");
    Statement query = db.prepare(sql);
    query.bindAll(words, qint64(limit));
    return EntityTable<Ticket>::all(query);
}

} // namespace

base::Result<> TicketUpkeep::inserted(qint64 row, const RowCells<Ticket> &cells)
{
    return m_words.add(row, wordsOf(cells));
}

base::Result<> TicketUpkeep::replacing(qint64 row, const Statement &old, int first, const RowCells<Ticket> &cells)
{
    return m_words.replace(row, ticketWordsOf(old, first), wordsOf(cells));
}

base::Result<> TicketUpkeep::removing(qint64 row, const base::Uuid &, const Statement &old, int first)
{
    return m_words.remove(row, ticketWordsOf(old, first));
}

base::Result<> TicketTable::put(Db &db, const Ticket &ticket, qint64 seq)
{
    return TicketWriter(db).put(ticket, seq);
}

base::Result<> TicketTable::remove(Db &db, const base::Uuid &id)
{
    return TicketWriter(db).remove(id);
}

base::Result<domain::TicketId> TicketTable::withNumber(Db &db, const QString &number)
{
    Statement query = db.prepare("SELECT id FROM ticket WHERE number=? ORDER BY opened_ms LIMIT 1");
    const auto found = query.bind(0, number).step();
    if (!found) {
        return tl::unexpected(found.error());
    }
    if (*found) {
        return query.id<domain::TicketId>(0);
    }
    constexpr int kMostLookAlikes = 50; // tickets that hold the number's parts as words
    const QString words = wordQuery(number);
    if (words.isEmpty()) {
        return domain::TicketId{};
    }
    return matching(db, words, kMostLookAlikes).map([&](const std::vector<Stored> &rows) {
        for (const Stored &row : rows) {
            if (row.entity.aliases.list.contains(number, Qt::CaseInsensitive)) {
                return row.entity.id;
            }
        }
        return domain::TicketId{};
    });
}

base::Result<std::vector<Ticket>> TicketTable::search(Db &db, QStringView typed, int limit)
{
    const QString words = wordQuery(typed);
    if (words.isEmpty()) {
        return std::vector<Ticket>{};
    }
    return matching(db, words, limit).map([](std::vector<Stored> rows) {
        std::vector<Ticket> out;
        for (Stored &row : rows) {
            out.push_back(std::move(row.entity));
        }
        return out;
    });
}

} // namespace comptoir::store
