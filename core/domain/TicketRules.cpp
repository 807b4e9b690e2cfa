// SPDX-License-Identifier: GPL-3.0-or-later
#include "TicketRules.h"

namespace comptoir::domain {

Applied<Ticket> apply(const Operation &op, const std::optional<Ticket> &state, const ApplyContext &context)
{
    if (entityKind(op.kind()) != EntityKind::Ticket) {
        return refuse(Refusal::Code::Invalid, {}, QStringLiteral("not an operation on a ticket"));
    }
    if (const auto *open = std::get_if<TicketOpen>(&op.payload)) {
        return openTicket(op, *open, state, context);
    }
    // A ticket of another scope answers as an absent one.
    if (!state || state->id.value != op.entity.value || state->scope != op.scope) {
        return refuse(Refusal::Code::Gone, {}, QStringLiteral("there is no such ticket"));
    }
    TicketChange change(op, *state, context);
    return std::visit(
        [&]<class P>(const P &asked) -> Applied<Ticket> {
            if constexpr (requires { rule(change, asked); }) {
                return rule(change, asked);
            } else {
                return refuse(Refusal::Code::Invalid, {}, QStringLiteral("not an operation on a ticket"));
            }
        },
        op.payload);
}

} // namespace comptoir::domain
