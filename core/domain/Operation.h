// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Payloads.h"

#include <QByteArray>

#include <vector>

namespace comptoir::domain {

/// One enumerator per alternative of Payload, in the same order.
enum class OpKind {
    TicketOpen,
    TicketEdit,
    TicketTag,
    TicketClaim,
    TicketAssign,
    TicketNote,
    TicketWait,
    TicketResume,
    TicketResolve,
    TicketReopen,
    TicketClose,
    TicketCancel,
    TicketLink,
    TicketAssist,
    TicketAttach,
    PersonAdd,
    PersonEdit,
    PersonLearnNumber,
    PersonUnlearnNumber,
    ContactLog,
    ContactWrapUp,
};

template <>
struct CodesOf<OpKind>
{
    static constexpr std::array list{std::pair{OpKind::TicketOpen, "ticket.open"},
                                     std::pair{OpKind::TicketEdit, "ticket.edit"},
                                     std::pair{OpKind::TicketTag, "ticket.tag"},
                                     std::pair{OpKind::TicketClaim, "ticket.claim"},
                                     std::pair{OpKind::TicketAssign, "ticket.assign"},
                                     std::pair{OpKind::TicketNote, "ticket.note"},
                                     std::pair{OpKind::TicketWait, "ticket.wait"},
                                     std::pair{OpKind::TicketResume, "ticket.resume"},
                                     std::pair{OpKind::TicketResolve, "ticket.resolve"},
                                     std::pair{OpKind::TicketReopen, "ticket.reopen"},
                                     std::pair{OpKind::TicketClose, "ticket.close"},
                                     std::pair{OpKind::TicketCancel, "ticket.cancel"},
                                     std::pair{OpKind::TicketLink, "ticket.link"},
                                     std::pair{OpKind::TicketAssist, "ticket.assist"},
                                     std::pair{OpKind::TicketAttach, "ticket.attach"},
                                     std::pair{OpKind::PersonAdd, "person.add"},
                                     std::pair{OpKind::PersonEdit, "person.edit"},
                                     std::pair{OpKind::PersonLearnNumber, "person.learn_number"},
                                     std::pair{OpKind::PersonUnlearnNumber, "person.unlearn_number"},
                                     std::pair{OpKind::ContactLog, "contact.log"},
                                     std::pair{OpKind::ContactWrapUp, "contact.wrap_up"}};
};

/// What an operation is about.
enum class EntityKind { Ticket, Person, Contact };

[[nodiscard]] EntityKind entityKind(OpKind kind);

/// What somebody meant to change: the unit of synchronisation. Immutable once made; its payload travels as the bytes first written of it.
struct Operation
{
    OperationId id;
    ScopeId scope;
    EntityId entity; ///< for the opening operations its value equals `id`
    int version = 1; ///< of the payload's form
    std::vector<OperationId> deps; ///< must be applied before this one
    Payload payload;

    [[nodiscard]] OpKind kind() const;
    bool operator==(const Operation &) const = default;
};

} // namespace comptoir::domain
