// SPDX-License-Identifier: GPL-3.0-or-later
#include "TicketConditions.h"

namespace comptoir::store {

TicketConditions &TicketConditions::add(std::string_view condition)
{
    m_where += m_where.empty() ? " WHERE " : " AND ";
    m_where += condition;
    return *this;
}

TicketConditions &TicketConditions::add(std::string_view condition, domain::Cell value)
{
    m_values.push_back(std::move(value));
    return add(condition);
}

TicketConditions &TicketConditions::inState(domain::TicketState state)
{
    // Beside it the condition of the partial indexes, so that they serve.
    return domain::isOpen(state) ? open().add("state=?", domain::toCell(state)) : add("state=?", domain::toCell(state));
}

TicketConditions &TicketConditions::assignedTo(domain::OperatorId who)
{
    return who ? add("assignee=?", domain::toCell(who)) : add("assignee IS NULL");
}

TicketConditions &TicketConditions::ofGroup(domain::GroupId group)
{
    return group ? add("support_group=?", domain::toCell(group)) : add("support_group IS NULL");
}

TicketConditions &TicketConditions::ofGroups(const std::vector<domain::GroupId> &groups)
{
    std::string marks;
    for (const domain::GroupId &group : groups) {
        marks += marks.empty() ? "?" : ",?";
        m_values.push_back(domain::toCell(group));
    }
    return add("support_group IN (" + marks + ")");
}

TicketConditions &TicketConditions::ofOrganisation(domain::OrganisationId organisation)
{
    return add("organisation=?", domain::toCell(organisation));
}

TicketConditions &TicketConditions::requestedBy(domain::PersonId person)
{
    return add("requester=?", domain::toCell(person));
}

TicketConditions &TicketConditions::aboutAsset(domain::AssetId asset)
{
    return add("asset=?", domain::toCell(asset));
}

TicketConditions &TicketConditions::under(domain::TicketId parent)
{
    return add("parent=?", domain::toCell(parent));
}

TicketConditions &TicketConditions::major()
{
    // A major ticket is of the first priority, for which there is an index.
    return add("priority='p1' AND major=1");
}

TicketConditions &TicketConditions::dueBetween(qint64 afterMs, qint64 untilMs)
{
    return add("due_ms>?", afterMs).add("due_ms<=?", untilMs);
}

TicketConditions &TicketConditions::dueUntil(qint64 untilMs)
{
    return add("due_ms<=?", untilMs);
}

TicketConditions &TicketConditions::openedBetween(qint64 fromMs, qint64 beforeMs)
{
    if (fromMs > 0) {
        add("opened_ms>=?", fromMs);
    }
    return beforeMs > 0 ? add("opened_ms<?", beforeMs) : *this;
}

TicketConditions &TicketConditions::pendingHere()
{
    return add("id IN (SELECT entity FROM outbox WHERE shown=1)");
}

TicketConditions &TicketConditions::matching(const QString &expression)
{
    return add("row IN (SELECT rowid FROM ticket_text WHERE ticket_text MATCH ? ORDER BY rowid DESC LIMIT 1000)", expression);
}

std::string TicketConditions::where() const
{
    return m_where;
}

int TicketConditions::bind(Statement &query) const
{
    int at = 0;
    for (const domain::Cell &value : m_values) {
        query.bind(at++, value);
    }
    return at;
}

} // namespace comptoir::store
