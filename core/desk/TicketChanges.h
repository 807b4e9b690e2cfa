// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Acting.h"
#include "TicketPage.h"

namespace comptoir::desk {

// The operations on tickets, made and performed inside one transaction: guarded versions are those of the row as it stands there.

/// Performs one operation on `ticket`; it waits for whatever it names that is itself still on its way (an own parent, an own person).
[[nodiscard]] base::Result<> performOn(store::Db &db, const Acting &acting, domain::OperationId op, const domain::Ticket &ticket,
                                       domain::Payload payload);

/// Opens the ticket of a draft under the draft's id and drops the draft. One without a group goes to that of its category, or to the
/// operator's first. A draft opened before gives that ticket again.
[[nodiscard]] base::Result<domain::TicketId> openDraft(store::Db &db, const Acting &acting, const Draft &draft);

[[nodiscard]] domain::TicketEdit editing(const domain::Ticket &ticket, const QString &field, const QString &value, const QString &display);
[[nodiscard]] domain::TicketAssign assigning(const domain::Ticket &ticket, domain::GroupId group, domain::OperatorId assignee,
                                             const QString &note);
[[nodiscard]] domain::TicketResolve resolving(const domain::Ticket &ticket, const QString &code, const QString &text);
[[nodiscard]] domain::Expected stateVersion(const domain::Ticket &ticket);

} // namespace comptoir::desk
