// SPDX-License-Identifier: GPL-3.0-or-later
#include "TicketTable.h"

#include "Entities.h"
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

base::Result<std::vector<Ticket>> matching(Db &db, const QString &words, int limit)
{
    static const std::string sql = EntityTable<Ticket>::select(
        "WHERE row IN (SELECT rowid FROM ticket_text WHERE ticket_text MATCH ? ORDER BY rowid DESC LIMIT ?) ORDER BY row DESC");
    Statement query = db.prepare(sql);
    query.bindAll(words, qint64(limit));
    return entitiesOf<Ticket>(query);
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

base::Result<> TicketTable::indexWords(Db &db)
{
    static const std::string sql = "SELECT row" + std::string(TicketUpkeep::columns) + " FROM ticket";
    return WordIndex(db, "ticket_text").makeAnew(sql, ticketWordsOf);
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
    return matching(db, words, kMostLookAlikes).map([&](const std::vector<Ticket> &tickets) {
        for (const Ticket &ticket : tickets) {
            if (ticket.aliases.list.contains(number, Qt::CaseInsensitive)) {
                return ticket.id;
            }
        }
        return domain::TicketId{};
    });
}

base::Result<std::vector<Ticket>> TicketTable::search(Db &db, QStringView typed, int limit)
{
    const QString words = wordQuery(typed);
    return words.isEmpty() ? std::vector<Ticket>{} : matching(db, words, limit);
}

base::Result<std::vector<Ticket>> TicketTable::openOf(Db &db, domain::PersonId requester, int limit)
{
    static const std::string sql = select("WHERE requester=? AND " + std::string(kOpen) + " ORDER BY opened_ms DESC, id LIMIT ?");
    Statement query = db.prepare(sql);
    query.bindAll(requester, qint64(limit));
    return entitiesOf<Ticket>(query);
}

base::Result<QStringList> TicketTable::requesterNamesOf(Db &db, domain::PersonId requester, qint64 limit)
{
    Statement query = db.prepare("SELECT requester_name FROM ticket WHERE requester=? ORDER BY opened_ms DESC LIMIT ?");
    query.bindAll(requester, limit);
    QStringList out;
    return eachRow(query, [&](const Statement &row) { out.append(row.text(0)); }).map([&] { return out; });
}

base::Result<std::vector<Ticket>> TicketTable::openMajorsOf(Db &db, domain::OrganisationId organisation, int limit)
{
    static const std::string sql = select("WHERE organisation=? AND priority='p1' AND major=1 AND " + std::string(kOpen)
                                          + " ORDER BY opened_ms DESC, id LIMIT ?");
    Statement query = db.prepare(sql);
    query.bindAll(organisation, qint64(limit));
    return entitiesOf<Ticket>(query);
}

base::Result<std::vector<Ticket>> TicketTable::childrenOf(Db &db, domain::TicketId parent, int limit)
{
    static const std::string sql = select("WHERE parent=? ORDER BY opened_ms DESC, id LIMIT ?");
    Statement query = db.prepare(sql);
    query.bindAll(parent, qint64(limit));
    return entitiesOf<Ticket>(query);
}

} // namespace comptoir::store
