// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Result.h"
#include "TicketPage.h"

namespace comptoir::store {
class Db;
}

namespace comptoir::desk {

/// Everything the ticket view shows to that operator, in one snapshot. NotFound where the ticket is not here.
[[nodiscard]] base::Result<TicketPage> readTicketPage(store::Db &db, domain::TicketId id, domain::OperatorId me);

/// A ticket in one line.
[[nodiscard]] CardTicket cardTicketOf(const domain::Ticket &ticket);
[[nodiscard]] std::vector<CardTicket> cardTicketsOf(const std::vector<domain::Ticket> &tickets);

/// A ticket's row; NotFound where it is not here.
[[nodiscard]] base::Result<domain::Ticket> readTicket(store::Db &db, domain::TicketId id);

} // namespace comptoir::desk
