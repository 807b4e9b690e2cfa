// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Statement.h"
#include "Ticket.h"

#include <string>
#include <vector>

namespace comptoir::store {

/// Which tickets: conditions that all hold together. Texts are constants of the program, values are bound.
class TicketConditions
{
public:
    /// The very condition of the partial indexes; a query without it does not use them.
    static constexpr std::string_view kOpen = "(state='new' OR state='in_progress' OR state='waiting')";

    TicketConditions &open() { return add(kOpen); }
    TicketConditions &inState(domain::TicketState state);
    TicketConditions &assignedTo(domain::OperatorId who); ///< nil = to nobody
    TicketConditions &ofGroup(domain::GroupId group); ///< nil = of no group
    TicketConditions &ofGroups(const std::vector<domain::GroupId> &groups); ///< none = no ticket
    TicketConditions &ofOrganisation(domain::OrganisationId organisation);
    TicketConditions &requestedBy(domain::PersonId person);
    TicketConditions &aboutAsset(domain::AssetId asset);
    TicketConditions &under(domain::TicketId parent);
    TicketConditions &major();
    TicketConditions &dueBetween(qint64 afterMs, qint64 untilMs);
    TicketConditions &dueUntil(qint64 untilMs);
    TicketConditions &openedBetween(qint64 fromMs, qint64 beforeMs); ///< 0 = no bound
    TicketConditions &pendingHere();
    /// An expression of the word index (wordQuery()); the newest 1,000 that match.
    TicketConditions &matching(const QString &expression);

    /// ` WHERE … ` or nothing.
    [[nodiscard]] std::string where() const;
    /// Binds the values from parameter 0 on and returns the next free position.
    int bind(Statement &query) const;

private:
    TicketConditions &add(std::string_view condition);
    TicketConditions &add(std::string_view condition, domain::Cell value);

    std::string m_where;
    std::vector<domain::Cell> m_values;
};

} // namespace comptoir::store
