// SPDX-License-Identifier: GPL-3.0-or-later
#include "TicketChange.h"

#include "FieldText.h"

namespace comptoir::domain {

namespace {

/// Columns that follow from others or from the clock: history does not repeat them.
bool isKept(std::string_view column)
{
    constexpr std::array<std::string_view, 8> derived{"updated_ms",     "responded_ms",   "resolved_ms", "closed_ms",
                                                      "respond_due_ms", "resolve_due_ms", "versions",    "reopen_count"};
    return std::find(derived.begin(), derived.end(), column) == derived.end();
}

QString columnOf(GuardedField field)
{
    return field == GuardedField::Group ? QStringLiteral("support_group") : QString(codeOf(field));
}

} // namespace

TicketChange::TicketChange(const Operation &op, const Ticket &before, const ApplyContext &context)
    : ticket(before)
    , m_op(op)
    , m_before(before)
    , m_context(context)
{}

Refusal TicketChange::standing(Refusal::Code code, GuardedField field, const QString &reason) const
{
    const QString column = columnOf(field);
    return {code, column, fieldText(m_before, column).value_or(QString()), m_before.versions.of(field).value_or(OperationId{}), reason};
}

std::optional<Refusal> TicketChange::conflict(GuardedField field, const Expected &expected, bool alreadySo, Refusal::Code code) const
{
    if (alreadySo || m_before.versions.of(field) == expected) {
        return std::nullopt;
    }
    return standing(code, field, QStringLiteral("%1 was set by somebody else meanwhile").arg(columnOf(field)));
}

std::optional<Refusal> TicketChange::barred() const
{
    if (stateAfter(m_before.state, m_op.kind())) {
        return std::nullopt;
    }
    const auto code = m_before.versions.of(GuardedField::State) ? Refusal::Code::Stale : Refusal::Code::Invalid;
    return standing(code, GuardedField::State, QStringLiteral("not possible while the ticket is %1").arg(codeOf(m_before.state)));
}

tl::expected<bool, Refusal> TicketChange::move(const Expected &expected, TicketState target, bool nothingLost)
{
    const bool moved = m_before.versions.of(GuardedField::State) != expected;
    if (moved && m_before.state == target && nothingLost) {
        return false;
    }
    if (moved) {
        return tl::unexpected(
            standing(Refusal::Code::Stale, GuardedField::State, QStringLiteral("the state was set by somebody else meanwhile")));
    }
    if (stateAfter(m_before.state, m_op.kind()) != target) {
        return tl::unexpected(standing(Refusal::Code::Invalid, GuardedField::State,
                                       QStringLiteral("not possible while the ticket is %1").arg(codeOf(m_before.state))));
    }
    ticket.state = target;
    own(GuardedField::State);
    return true;
}

void TicketChange::leaveWaiting()
{
    ticket.waitReason = WaitReason::None;
    ticket.waitUntilMs = 0;
}

void TicketChange::respond()
{
    if (ticket.respondedMs == 0) {
        ticket.respondedMs = atMs();
    }
}

void TicketChange::reckon()
{
    if (!isOpen(ticket.state)) {
        return;
    }
    ticket.priority = m_context.rules.priority(ticket.impact, ticket.urgency, ticket.major);
    const auto &target = m_context.rules.target(ticket.priority);
    ticket.respondDueMs = ticket.openedMs + qint64{target.respondMinutes} * 60'000;
    ticket.resolveDueMs = ticket.openedMs + qint64{target.resolveMinutes} * 60'000;
}

FieldChanges TicketChange::changes() const
{
    FieldChanges out;
    forEachField<Ticket>([&](const auto &field) {
        if (isKept(field.name) && !(m_before.*(field.member) == ticket.*(field.member))) {
            out.list.push_back({QLatin1String(field.name), textOf(m_before.*(field.member)), textOf(ticket.*(field.member))});
        }
    });
    return out;
}

Applied<Ticket> TicketChange::accept(EntryKind kind, const QString &text, FieldChanges extra)
{
    FieldChanges told = changes();
    told.list.insert(told.list.end(), extra.list.begin(), extra.list.end());
    if (told.list.empty() && text.isEmpty()) {
        return Outcome<Ticket>{m_before, std::nullopt, true};
    }
    ticket.updatedMs = std::max(m_before.updatedMs, m_context.atMs);
    TimelineEntry entry{m_op.id, ticket.scope, ticket.id,      m_context.atMs, m_context.actor, m_context.actorName,
                        kind,    text,         std::move(told)};
    return Outcome<Ticket>{ticket, std::move(entry), false};
}

} // namespace comptoir::domain
