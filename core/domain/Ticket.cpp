// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ticket.h"

namespace comptoir::domain {

bool isOpen(TicketState state)
{
    return state == TicketState::New || state == TicketState::InProgress || state == TicketState::Waiting;
}

} // namespace comptoir::domain
