// SPDX-License-Identifier: GPL-3.0-or-later
#include "TryAgain.h"

#include "ContactLogging.h"
#include "ContactTable.h"
#include "CursorTable.h"
#include "Meaning.h"
#include "NoticeTable.h"
#include "PersonTable.h"
#include "Redraft.h"
#include "Successors.h"
#include "TicketTable.h"

namespace comptoir::desk {

using base::Error;
using base::Result;
using Row = store::Outstanding::Row;

namespace {

constexpr std::size_t kOfCall = 2; ///< operations of a call done again: it is logged whole, and wrapped up

Result<std::vector<Row>> refusedOn(store::Db &db, const base::Uuid &entity, std::size_t most)
{
    return store::Outstanding::noticesOf(db, entity, static_cast<int>(most)).map([](std::vector<Row> rows) {
        std::erase_if(rows, [](const Row &row) { return !canTryAgain(row); });
        return rows;
    });
}

Result<> dismiss(store::Db &db, const std::vector<Row> &rows)
{
    for (const Row &row : rows) {
        if (auto done = store::NoticeTable::dismiss(db, row.op); !done) {
            return done;
        }
    }
    return {};
}

/// The tickets of a call that were refused with it and not made drafts yet get the ids they will have: the wrap-up names them for good.
Result<> nameTickets(store::Db &db, SpareIds ids, const domain::IdList<domain::TicketId> &tickets)
{
    for (const domain::TicketId ticket : tickets.list) {
        const auto here = store::TicketTable::find(db, ticket.value);
        const auto now = successorOf(db, ticket.value);
        if (!here || !now) {
            return tl::unexpected(here ? now.error() : here.error());
        }
        if (*here || *now != ticket.value || ids.empty() || !refusedTicket(db, ticket)) {
            continue;
        }
        if (auto noted = noteSuccessor(db, ticket.value, ids.front().value); !noted) {
            return noted;
        }
        ids = ids.subspan(1);
    }
    return {};
}

Result<> callAgain(store::Db &db, const Acting &acting, SpareIds ids, const std::vector<Row> &rows)
{
    const auto here = store::ContactTable::find(db, rows.front().entity.value);
    if (!here) {
        return tl::unexpected(here.error());
    }
    std::optional<domain::Contact> contact = *here ? std::optional((*here)->entity) : std::nullopt;
    std::optional<domain::ContactWrapUp> end;
    for (const Row &row : rows) {
        const auto payload = payloadOf(row);
        if (const auto *log = payload ? std::get_if<domain::ContactLog>(&*payload) : nullptr) {
            contact = log->contact; // each says all that those before it said
        } else if (const auto *wrapUp = payload ? std::get_if<domain::ContactWrapUp>(&*payload) : nullptr) {
            end = *wrapUp;
        }
    }
    if (!contact) {
        return base::fail(Error::Kind::NotFound, QStringLiteral("what was logged of this call is not here any more"));
    }
    contact->id = domain::ContactId{rows.front().entity.value};
    contact->wrapUpMs = 0;
    if (end) {
        contact->tickets = end->tickets;
        contact->note = end->note;
    }
    return nameTickets(db, ids.subspan(kOfCall), contact->tickets)
        .and_then([&] {
            return end ? wrapUpContact(db, acting, ids[0], ids[1], *contact, end->wrapUpMs) : logContact(db, acting, ids[0], *contact);
        })
        .and_then([&] { return dismiss(db, rows); });
}

/// Of a person, or on a ticket that is here.
Result<> eachAgain(store::Db &db, const Acting &acting, SpareIds ids, const std::vector<Row> &rows)
{
    base::Uuid at = rows.front().entity.value;
    const auto here = store::PersonTable::find(db, at);
    const auto now = successorOf(db, at);
    if (!here || !now) {
        return tl::unexpected(here ? now.error() : here.error());
    }
    at = *here ? at : *now;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        auto payload = payloadOf(rows[i]);
        if (!payload) {
            return base::fail(Error::Kind::TooNew, QStringLiteral("this was written by another version"));
        }
        if (std::holds_alternative<domain::PersonAdd>(*payload)) {
            if (*here) {
                continue; // it had arrived after all
            }
            if (auto noted = noteSuccessor(db, at, ids[i].value); !noted) {
                return noted;
            }
            at = ids[i].value;
        }
        domain::Operation operation;
        operation.id = ids[i];
        operation.scope = rows[i].scope;
        operation.entity = domain::EntityId{at};
        operation.payload = std::move(*payload);
        if (auto done = acting.perform(db, operation); !done) {
            return done;
        }
    }
    return dismiss(db, rows);
}

/// What stands for it now, tried again where it was refused; itself where it is here.
template <class Table, class Id>
Result<Id> namedAgain(store::Db &db, const Acting &acting, SpareIds ids, Id id)
{
    const auto here = Table::find(db, id.value);
    if (!here || *here || id.isNull()) {
        return here.map([&](const auto &) { return id; });
    }
    // Where a rule says no, the ticket is opened all the same, and the notice stands.
    const auto done = db.nested([&] { return tryAgain(db, acting, ids, id.value); });
    if (!done && done.error().kind != Error::Kind::Refused && done.error().kind != Error::Kind::NotFound) {
        return tl::unexpected(done.error());
    }
    return successorOf(db, id.value).map([](const base::Uuid &now) { return Id{now}; });
}

} // namespace

bool canTryAgain(const Row &row)
{
    const bool call = row.kind.startsWith("contact.");
    const bool placeless = call || row.kind.startsWith("person.") || row.kind == "ticket.assist";
    const bool rights = row.state == Row::State::Refused && row.code == "forbidden";
    return placeless && (rights || (row.state == Row::State::Parked && row.refusal.isEmpty()));
}

Result<> tryAgain(store::Db &db, const Acting &acting, SpareIds ids, const base::Uuid &entity)
{
    return refusedOn(db, entity, kSpareIds).and_then([&](const std::vector<Row> &rows) {
        return rows.empty()                            ? Result<>()
            : rows.front().kind.startsWith("contact.") ? callAgain(db, acting, ids, rows)
                                                       : eachAgain(db, acting, ids, rows);
    });
}

Result<> tryAgainIfGranted(store::Db &db, const Acting &acting, SpareIds ids, const base::Uuid &entity)
{
    const auto rows = refusedOn(db, entity, kSpareIds);
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    for (const Row &row : *rows) {
        const auto cursor = store::CursorTable::find(db, row.scope);
        if (!cursor) {
            return tl::unexpected(cursor.error());
        }
        if (!*cursor) {
            return base::fail(Error::Kind::Forbidden, QStringLiteral("its organisation is not granted"));
        }
        if (!(*cursor)->complete) {
            return base::fail(Error::Kind::Busy, QStringLiteral("its organisation is being fetched"));
        }
    }
    return tryAgain(db, acting, ids, entity);
}

Result<domain::Ticket> withNamedAgain(store::Db &db, const Acting &acting, SpareIds ids, domain::Ticket ticket)
{
    const auto requester = namedAgain<store::PersonTable>(db, acting, ids.subspan(0, kSpareIds), ticket.requester);
    if (!requester) {
        return tl::unexpected(requester.error());
    }
    const auto beneficiary = namedAgain<store::PersonTable>(db, acting, ids.subspan(kSpareIds, kSpareIds), ticket.beneficiary);
    if (!beneficiary) {
        return tl::unexpected(beneficiary.error());
    }
    const auto contact = namedAgain<store::ContactTable>(db, acting, ids.subspan(2 * kSpareIds, kSpareIds), ticket.contact);
    if (!contact) {
        return tl::unexpected(contact.error());
    }
    ticket.requester = *requester;
    ticket.beneficiary = *beneficiary;
    ticket.contact = *contact;
    return ticket;
}

} // namespace comptoir::desk
