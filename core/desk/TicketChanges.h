// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Acting.h"
#include "TicketPage.h"
#include "TryAgain.h"

namespace comptoir::desk {

// The operations on tickets, made and performed inside one transaction: guarded versions are those of the row as it stands there.

/// Performs one operation on `ticket`; it waits for whatever it names that is itself still on its way (an own parent, an own person).
[[nodiscard]] base::Result<> performOn(store::Db &db, const Acting &acting, domain::OperationId op, const domain::Ticket &ticket,
                                       domain::Payload payload);

/// The draft with a number: its own, or the one it was kept with, or the next of this device.
[[nodiscard]] base::Result<Draft> numbered(store::Db &db, Draft draft);

/// What openDraft() may need for what comes after the opening, and for what is tried again before it.
inline constexpr std::size_t kRepeatedIds = 14;
using LaterIds = std::array<domain::OperationId, kRepeatedIds + 3 * kSpareIds>;

/// Opens the ticket of a draft under the draft's id and drops the draft. One without a group goes to that of its category, or to the
/// operator's first. What had been done to a ticket that became a draft again (taken, handed over, waiting, resolved…) is done again,
/// and what was refused of its call and its people is tried again with it. A draft opened before gives that ticket again. One made from a
/// ticket that stands after all joins it: what it says more becomes the text kept beside that one.
[[nodiscard]] base::Result<domain::TicketId> openDraft(store::Db &db, const Acting &acting, const Draft &draft, const LaterIds &later);
/// The draft without what had been done to it: something else is done now.
[[nodiscard]] Draft untouched(Draft draft);

[[nodiscard]] domain::TicketEdit editing(const domain::Ticket &ticket, const QString &field, const QString &value, const QString &display);
[[nodiscard]] domain::TicketAssign assigning(const domain::Ticket &ticket, domain::GroupId group, domain::OperatorId assignee,
                                             const QString &note);
[[nodiscard]] domain::TicketResolve resolving(const domain::Ticket &ticket, const QString &code, const QString &text);
[[nodiscard]] domain::Expected stateVersion(const domain::Ticket &ticket);

} // namespace comptoir::desk
