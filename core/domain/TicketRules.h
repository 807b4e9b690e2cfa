// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "TicketChange.h"

namespace comptoir::domain {

// One rule per operation on a ticket. Private to the reducer; apply() is the way in.

[[nodiscard]] Applied<Ticket> openTicket(const Operation &op, const TicketOpen &asked, const std::optional<Ticket> &state,
                                         const ApplyContext &context);

[[nodiscard]] Applied<Ticket> rule(TicketChange &change, const TicketEdit &asked);
[[nodiscard]] Applied<Ticket> rule(TicketChange &change, const TicketTag &asked);
[[nodiscard]] Applied<Ticket> rule(TicketChange &change, const TicketLink &asked);

[[nodiscard]] Applied<Ticket> rule(TicketChange &change, const TicketClaim &asked);
[[nodiscard]] Applied<Ticket> rule(TicketChange &change, const TicketAssign &asked);

[[nodiscard]] Applied<Ticket> rule(TicketChange &change, const TicketWait &asked);
[[nodiscard]] Applied<Ticket> rule(TicketChange &change, const TicketResume &asked);
[[nodiscard]] Applied<Ticket> rule(TicketChange &change, const TicketResolve &asked);
[[nodiscard]] Applied<Ticket> rule(TicketChange &change, const TicketReopen &asked);
[[nodiscard]] Applied<Ticket> rule(TicketChange &change, const TicketClose &asked);
[[nodiscard]] Applied<Ticket> rule(TicketChange &change, const TicketCancel &asked);

[[nodiscard]] Applied<Ticket> rule(TicketChange &change, const TicketNote &asked);
[[nodiscard]] Applied<Ticket> rule(TicketChange &change, const TicketAssist &asked);
[[nodiscard]] Applied<Ticket> rule(TicketChange &change, const TicketAttach &asked);

} // namespace comptoir::domain
