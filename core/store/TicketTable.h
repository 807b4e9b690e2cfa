// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "TableWriter.h"
#include "Ticket.h"
#include "WordIndex.h"

namespace comptoir::store {

/// Keeps the words of tickets beside their rows.
class TicketUpkeep
{
public:
    static constexpr std::string_view columns = ",number,aliases,summary,description,requester_name,beneficiary_name";
    explicit TicketUpkeep(Db &db) : m_words(db, "ticket_text") {}
    [[nodiscard]] base::Result<> inserted(qint64 row, const RowCells<domain::Ticket> &cells);
    [[nodiscard]] base::Result<> replacing(qint64 row, const Statement &old, int first, const RowCells<domain::Ticket> &cells);
    [[nodiscard]] base::Result<> removing(qint64 row, const base::Uuid &id, const Statement &old, int first);

private:
    WordIndex m_words;
};

using TicketWriter = TableWriter<domain::Ticket, TicketUpkeep>;

/// Tickets and their words (`ticket_text`).
class TicketTable : public EntityTable<domain::Ticket>
{
public:
    /// The condition of the queues' partial indexes; a query must hold it in these very words.
    static constexpr const char *kOpen = "(state='new' OR state='in_progress' OR state='waiting')";

    [[nodiscard]] static base::Result<> put(Db &db, const domain::Ticket &ticket, qint64 seq);
    [[nodiscard]] static base::Result<> remove(Db &db, const base::Uuid &id);
    /// Makes the index of words anew from all rows.
    [[nodiscard]] static base::Result<> indexWords(Db &db);
    /// The ticket with this number, or with this number among its aliases; nil if there is none.
    [[nodiscard]] static base::Result<domain::TicketId> withNumber(Db &db, const QString &number);
    /// Tickets whose words begin as typed (number, aliases, summary, description, names), newest rows first; at most `limit`.
    [[nodiscard]] static base::Result<std::vector<domain::Ticket>> search(Db &db, QStringView typed, int limit);

    /// The names that stand beside this person's id, those of the newest tickets.
    [[nodiscard]] static base::Result<QStringList> requesterNamesOf(Db &db, domain::PersonId requester, qint64 limit);

    // Newest first; at most `limit`.
    [[nodiscard]] static base::Result<std::vector<domain::Ticket>> openOf(Db &db, domain::PersonId requester, int limit);
    [[nodiscard]] static base::Result<std::vector<domain::Ticket>> openMajorsOf(Db &db, domain::OrganisationId organisation, int limit);
    [[nodiscard]] static base::Result<std::vector<domain::Ticket>> childrenOf(Db &db, domain::TicketId parent, int limit);
};

} // namespace comptoir::store
