// SPDX-License-Identifier: GPL-3.0-or-later
#include "ArchivePages.h"

#include "Attachment.h"
#include "ChangesMessages.h"
#include "EntityRows.h"
#include "GrantTable.h"
#include "MetaTable.h"
#include "Rights.h"
#include "RowInScope.h"
#include "Ticket.h"
#include "TimelineEntry.h"

namespace comptoir::central::archivepages {

namespace {

using base::Result;
using domain::Attachment;
using domain::ScopeId;
using domain::Ticket;
using domain::TicketId;
using domain::TimelineEntry;

template <class T>
using Rows = std::vector<typename store::EntityTable<T>::Stored>;

template <class T>
void writeTable(wire::PageWriter &page, const Rows<T> &rows)
{
    if (rows.empty()) {
        return;
    }
    page.beginTable(domain::FieldsOf<T>::kind, wire::headerOf<T>());
    for (const auto &row : rows) {
        wire::writeRow(page, row.entity, std::abs(row.seq));
    }
    page.endTable();
}

/// What belongs to the ticket, in the order it was written.
template <class T>
Result<> writeParts(store::Db &db, const Session &session, ScopeId scope, TicketId ticket, wire::PageWriter &page)
{
    if (!mayRead(session.role, scope, domain::FieldsOf<T>::kind)) {
        return {};
    }
    static const std::string sql = store::EntityTable<T>::select("WHERE scope IS NOT DISTINCT FROM ? AND ticket = ? ORDER BY abs(seq)");
    store::Statement query = db.prepare(sql);
    query.bindAll(scope, ticket);
    return store::EntityTable<T>::all(query).map([&](const Rows<T> &rows) { writeTable<T>(page, rows); });
}

tl::unexpected<Fault> notThere()
{
    return fault(404, QStringLiteral("not_found"), QStringLiteral("There is no such ticket."));
}

Answer<std::optional<Grant>> readable(store::Db &db, const Session &session, ScopeId scope)
{
    const auto granted = GrantTable::of(db, session.operatorId);
    if (!granted) {
        return tl::unexpected<Fault>(granted.error());
    }
    const auto grant = std::find_if(granted->begin(), granted->end(), [&](const Grant &one) { return one.scope == scope; });
    return grant != granted->end() && mayRead(session.role, scope, domain::FieldsOf<Ticket>::kind) ? std::optional(*grant) : std::nullopt;
}

Answer<QByteArray> replyOf(store::Db &db, const std::vector<QByteArray> &pages)
{
    const auto epoch = MetaTable::epoch(db);
    return epoch ? Answer<QByteArray>(wire::encodeChangesReply(*epoch, pages, {})) : tl::unexpected<Fault>(epoch.error());
}

} // namespace

Answer<QByteArray> ofTickets(store::Db &db, const Session &session, const std::vector<Chosen> &chosen)
{
    std::vector<QByteArray> pages;
    for (const Chosen &one : chosen) {
        const auto grant = readable(db, session, one.scope);
        if (!grant) {
            return tl::unexpected(grant.error());
        }
        if (!*grant) {
            continue;
        }
        Rows<Ticket> rows;
        for (const TicketId &ticket : one.tickets) {
            auto found = rowIn<Ticket>(db, one.scope, ticket.value);
            if (!found) {
                return tl::unexpected<Fault>(found.error());
            }
            if (*found && (*found)->seq < 0) {
                rows.push_back(std::move(**found));
            }
        }
        wire::PageWriter page(one.scope, (*grant)->generation, 0);
        writeTable<Ticket>(page, rows);
        pages.push_back(page.finish(0, 0, one.complete));
    }
    return replyOf(db, pages);
}

Answer<QByteArray> ofTicket(store::Db &db, const Session &session, ScopeId scope, TicketId ticket)
{
    const auto grant = readable(db, session, scope);
    if (!grant || !*grant) {
        return grant ? notThere() : tl::unexpected(grant.error());
    }
    const auto row = rowIn<Ticket>(db, scope, ticket.value);
    if (!row || !*row) {
        return row ? notThere() : tl::unexpected<Fault>(row.error());
    }
    wire::PageWriter page(scope, (*grant)->generation, 0);
    writeTable<Ticket>(page, {**row});
    const auto written = writeParts<TimelineEntry>(db, session, scope, ticket, page).and_then([&] {
        return writeParts<Attachment>(db, session, scope, ticket, page);
    });
    return written ? replyOf(db, {page.finish(0, 0, true)}) : tl::unexpected<Fault>(written.error());
}

} // namespace comptoir::central::archivepages
