// SPDX-License-Identifier: GPL-3.0-or-later
#include "ErasedOps.h"

#include "Erasure.h"
#include "ErasureTable.h"

namespace comptoir::central::erasedops {

namespace {

using base::Result;
using domain::PersonId;

/// Whom the operation names by id.
std::vector<PersonId> namedIn(const domain::Operation &op)
{
    std::vector<PersonId> out;
    if (domain::entityKind(op.kind()) == domain::EntityKind::Person) {
        out.push_back(PersonId{op.entity.value});
    } else if (const auto *open = std::get_if<domain::TicketOpen>(&op.payload)) {
        out = {open->ticket.requester, open->ticket.beneficiary};
    } else if (const auto *log = std::get_if<domain::ContactLog>(&op.payload)) {
        out = {log->contact.person};
    } else if (const auto *edit = std::get_if<domain::TicketEdit>(&op.payload)) {
        out = {PersonId{base::Uuid::fromString(edit->value).value_or(base::Uuid{})}};
    }
    std::erase_if(out, [](PersonId one) { return one.isNull(); });
    return out;
}

/// What the operation tells of the erased person it names.
Result<> learn(store::Db &db, const domain::Operation &op, PersonId person, qint64 atMs)
{
    domain::PlainTraces traces;
    std::set<domain::TicketId> tickets;
    domain::learn(op, person, traces);
    if (std::holds_alternative<domain::TicketOpen>(op.payload)) {
        tickets.insert(domain::TicketId{op.entity.value});
    }
    return ErasedTraceTable::learn(db, person, atMs, traces, tickets);
}

} // namespace

Result<bool> takeOut(store::Db &db, domain::Operation &op, qint64 madeMs, qint64 newestMs)
{
    if (newestMs == 0) {
        return false;
    }
    for (const PersonId &person : namedIn(op)) {
        const auto erased = ErasureTable::find(db, person);
        if (!erased) {
            return tl::unexpected(erased.error());
        }
        if (!*erased) {
            continue;
        }
        if (const auto learnt = learn(db, op, person, **erased); !learnt) {
            return tl::unexpected(learnt.error());
        }
        const HashedTraces all(db, -1);
        const bool on = domain::isOn(op, person);
        (void)domain::erase({person, all}, op, true);
        if (on) {
            return true;
        }
    }
    if (madeMs < newestMs) {
        const HashedTraces since(db, madeMs);
        const bool own = domain::entityKind(op.kind()) == domain::EntityKind::Ticket && since.wasTheirs(domain::TicketId{op.entity.value});
        (void)domain::erase({{}, since}, op, own);
    }
    return false;
}

} // namespace comptoir::central::erasedops
