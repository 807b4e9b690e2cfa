// SPDX-License-Identifier: GPL-3.0-or-later
#include "TicketLife.h"

namespace comptoir::central {

using domain::GuardedField;

domain::ApplyContext TicketLife::context(std::size_t operatorAt, qint64 ms) const
{
    const domain::Operator &actor = m_directory.operators[operatorAt];
    return {actor.id, actor.name, ms, m_directory.organisations.front().rules, actor.role == domain::Role::Supervisor};
}

void TicketLife::take(const domain::Applied<domain::Ticket> &applied)
{
    if (!applied) {
        m_refused = applied.error().reason;
        return;
    }
    m_ticket = applied->state;
    if (applied->entry) {
        m_entries.push_back(*applied->entry);
    }
}

void TicketLife::open(const domain::Ticket &asked, std::size_t operatorAt, qint64 ms)
{
    domain::Operation op;
    op.id = domain::OperationId{m_dice.idAt(ms)};
    op.scope = domain::scopeOf(asked.organisation);
    op.entity = domain::EntityId{op.id.value};
    op.payload = domain::TicketOpen{asked};
    take(domain::apply(op, std::optional<domain::Ticket>(), context(operatorAt, ms)));
}

bool TicketLife::perform(domain::Payload payload, std::size_t operatorAt, qint64 ms)
{
    if (ms > m_untilMs) {
        return false;
    }
    domain::Operation op;
    op.id = domain::OperationId{m_dice.idAt(ms)};
    op.scope = m_ticket.scope;
    op.entity = domain::EntityId{m_ticket.id.value};
    op.payload = std::move(payload);
    take(domain::apply(op, std::optional(m_ticket), context(operatorAt, ms)));
    return m_refused.isEmpty();
}

bool TicketLife::claim(std::size_t operatorAt, qint64 ms)
{
    return perform(domain::TicketClaim{m_ticket.versions.of(GuardedField::Assignee)}, operatorAt, ms);
}

bool TicketLife::assign(std::size_t groupAt, std::size_t operatorAt, qint64 ms)
{
    domain::TicketAssign asked;
    asked.group = m_directory.groups[groupAt].id;
    asked.expectedGroup = m_ticket.versions.of(GuardedField::Group);
    asked.expectedAssignee = m_ticket.versions.of(GuardedField::Assignee);
    return perform(asked, operatorAt, ms);
}

bool TicketLife::wait(domain::WaitReason reason, const QString &text, std::size_t operatorAt, qint64 ms)
{
    return perform(domain::TicketWait{reason, 0, text, stateVersion()}, operatorAt, ms);
}

bool TicketLife::resume(std::size_t operatorAt, qint64 ms)
{
    return perform(domain::TicketResume{stateVersion()}, operatorAt, ms);
}

bool TicketLife::resolve(const QString &code, const QString &text, std::size_t operatorAt, qint64 ms)
{
    return perform(domain::TicketResolve{code, text, stateVersion()}, operatorAt, ms);
}

bool TicketLife::reopen(const QString &text, std::size_t operatorAt, qint64 ms)
{
    return perform(domain::TicketReopen{text, stateVersion()}, operatorAt, ms);
}

bool TicketLife::close(std::size_t operatorAt, qint64 ms)
{
    return perform(domain::TicketClose{stateVersion()}, operatorAt, ms);
}

bool TicketLife::cancel(const QString &text, std::size_t operatorAt, qint64 ms)
{
    return perform(domain::TicketCancel{text, stateVersion()}, operatorAt, ms);
}

} // namespace comptoir::central
