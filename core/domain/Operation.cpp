// SPDX-License-Identifier: GPL-3.0-or-later
#include "Operation.h"

namespace comptoir::domain {

// OpKind and Payload list the same things in the same order.
static_assert(std::variant_size_v<Payload> == CodesOf<OpKind>::list.size());
static_assert(std::is_same_v<std::variant_alternative_t<size_t(OpKind::TicketAttach), Payload>, TicketAttach>);
static_assert(std::is_same_v<std::variant_alternative_t<size_t(OpKind::PersonUnlearnNumber), Payload>, PersonUnlearnNumber>);
static_assert(std::is_same_v<std::variant_alternative_t<size_t(OpKind::ContactWrapUp), Payload>, ContactWrapUp>);

OpKind Operation::kind() const
{
    return static_cast<OpKind>(payload.index());
}

EntityKind entityKind(OpKind kind)
{
    if (kind <= OpKind::TicketAttach) {
        return EntityKind::Ticket;
    }
    return kind <= OpKind::PersonUnlearnNumber ? EntityKind::Person : EntityKind::Contact;
}

} // namespace comptoir::domain
