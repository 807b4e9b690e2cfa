// SPDX-License-Identifier: GPL-3.0-or-later
#include "TicketRules.h"

namespace comptoir::domain {

Applied<Ticket> rule(TicketChange &change, const TicketClaim &asked)
{
    const OperatorId actor = change.context().actor;
    const bool alreadyMine = change.ticket.assignee == actor;
    if (auto refusal = change.barred()) {
        return tl::unexpected(*refusal);
    }
    if (auto refusal = change.conflict(GuardedField::Assignee, asked.expected, alreadyMine, Refusal::Code::Taken)) {
        return tl::unexpected(*refusal);
    }
    if (!alreadyMine) {
        change.ticket.assignee = actor;
        change.own(GuardedField::Assignee);
    }
    const TicketState after = *stateAfter(change.ticket.state, OpKind::TicketClaim);
    if (after != change.ticket.state) {
        change.ticket.state = after;
        change.own(GuardedField::State);
    }
    change.respond();
    return change.accept(EntryKind::Claimed);
}

Applied<Ticket> rule(TicketChange &change, const TicketAssign &asked)
{
    if (auto refusal = tooLong(QStringLiteral("note"), asked.note)) {
        return tl::unexpected(*refusal);
    }
    const bool sameGroup = change.ticket.group == asked.group;
    const bool sameAssignee = change.ticket.assignee == asked.assignee;
    if (auto refusal = change.barred()) {
        return tl::unexpected(*refusal);
    }
    if (auto refusal = change.conflict(GuardedField::Assignee, asked.expectedAssignee, sameAssignee, Refusal::Code::Taken)) {
        return tl::unexpected(*refusal);
    }
    if (auto refusal = change.conflict(GuardedField::Group, asked.expectedGroup, sameGroup)) {
        return tl::unexpected(*refusal);
    }
    if (!sameGroup) {
        change.ticket.group = asked.group;
        change.own(GuardedField::Group);
    }
    if (!sameAssignee) {
        change.ticket.assignee = asked.assignee;
        change.own(GuardedField::Assignee);
    }
    return change.accept(EntryKind::Assigned, asked.note);
}

} // namespace comptoir::domain
