// SPDX-License-Identifier: GPL-3.0-or-later
#include "TicketRules.h"

namespace comptoir::domain {

Applied<Ticket> rule(TicketChange &change, const TicketWait &asked)
{
    if (asked.reason == WaitReason::None || asked.untilMs < 0) {
        return refuse(Refusal::Code::Invalid, QStringLiteral("wait_reason"), QStringLiteral("waiting needs a reason"));
    }
    if (auto refusal = tooLong(QStringLiteral("text"), asked.text)) {
        return tl::unexpected(*refusal);
    }
    const bool same = change.ticket.waitReason == asked.reason && change.ticket.waitUntilMs == asked.untilMs && asked.text.isEmpty();
    const auto moved = change.move(asked.expected, TicketState::Waiting, same);
    if (!moved) {
        return tl::unexpected(moved.error());
    }
    change.ticket.waitReason = asked.reason;
    change.ticket.waitUntilMs = asked.untilMs;
    return change.accept(EntryKind::Waiting, asked.text);
}

Applied<Ticket> rule(TicketChange &change, const TicketResume &asked)
{
    const auto moved = change.move(asked.expected, TicketState::InProgress, true);
    if (!moved) {
        return tl::unexpected(moved.error());
    }
    if (*moved) {
        change.leaveWaiting();
    }
    return change.accept(EntryKind::Resumed);
}

Applied<Ticket> rule(TicketChange &change, const TicketResolve &asked)
{
    if (asked.code.trimmed().isEmpty() && asked.text.trimmed().isEmpty()) {
        return refuse(Refusal::Code::Invalid, QStringLiteral("resolution"), QStringLiteral("a resolution needs a code or a text"));
    }
    if (auto refusal = tooLong(QStringLiteral("resolution_code"), asked.code)) {
        return tl::unexpected(*refusal);
    }
    if (auto refusal = tooLong(QStringLiteral("resolution"), asked.text)) {
        return tl::unexpected(*refusal);
    }
    const bool same = change.ticket.resolutionCode == asked.code && change.ticket.resolution == asked.text;
    const auto moved = change.move(asked.expected, TicketState::Resolved, same);
    if (!moved) {
        return tl::unexpected(moved.error());
    }
    if (!*moved) {
        return change.accept(EntryKind::Resolved);
    }
    change.leaveWaiting();
    change.respond();
    change.ticket.resolvedMs = change.atMs();
    change.ticket.resolutionCode = asked.code;
    change.ticket.resolution = asked.text;
    return change.accept(EntryKind::Resolved, asked.text);
}

Applied<Ticket> rule(TicketChange &change, const TicketReopen &asked)
{
    if (auto refusal = tooLong(QStringLiteral("text"), asked.text)) {
        return tl::unexpected(*refusal);
    }
    const auto moved = change.move(asked.expected, TicketState::InProgress, asked.text.isEmpty());
    if (!moved) {
        return tl::unexpected(moved.error());
    }
    if (*moved) {
        change.ticket.resolvedMs = 0;
        change.ticket.closedMs = 0;
        ++change.ticket.reopenCount;
    }
    return change.accept(EntryKind::Reopened, asked.text);
}

Applied<Ticket> rule(TicketChange &change, const TicketClose &asked)
{
    const auto moved = change.move(asked.expected, TicketState::Closed, true);
    if (!moved) {
        return tl::unexpected(moved.error());
    }
    if (*moved) {
        change.ticket.closedMs = change.atMs();
    }
    return change.accept(EntryKind::Closed);
}

Applied<Ticket> rule(TicketChange &change, const TicketCancel &asked)
{
    if (auto refusal = tooLong(QStringLiteral("text"), asked.text)) {
        return tl::unexpected(*refusal);
    }
    const auto moved = change.move(asked.expected, TicketState::Cancelled, asked.text.isEmpty());
    if (!moved) {
        return tl::unexpected(moved.error());
    }
    if (*moved) {
        change.leaveWaiting();
        change.ticket.closedMs = change.atMs();
    }
    return change.accept(EntryKind::Cancelled, asked.text);
}

} // namespace comptoir::domain
