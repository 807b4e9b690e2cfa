// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Acting.h"
#include "Attaching.h"
#include "TicketPage.h"

namespace comptoir::desk {

/// A ticket whose opening was refused, or parked behind a refused one: it is not in the mirror any more, only what was meant is.
/// The ticket as it was to be opened; NotFound where no such opening is on the list of the refused.
[[nodiscard]] base::Result<domain::Ticket> refusedTicket(store::Db &db, domain::TicketId refused);

/// Makes it a draft again, under the id `anew` (or the one a call tried again names it by already): with the number that was told to the caller (where the number was what was refused: a new
/// one, both in the description), the fields, tags and state as they were set since, and the other texts written to it, the note half
/// written included, below its description; files attached to it, under the ids of `files`. The notices it is made from go from the list.
/// A number that is taken by a ticket of this desk that was refused for want of a grant, was made a draft and proved to have been accepted
/// stays as it is: opened, the draft joins that ticket.
[[nodiscard]] base::Result<Draft> redraft(store::Db &db, const Acting &acting, domain::TicketId refused, const base::Uuid &anew,
                                          const FileIds &files);

} // namespace comptoir::desk
