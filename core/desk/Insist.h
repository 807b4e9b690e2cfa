// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Acting.h"
#include "Ticket.h"
#include "Outstanding.h"
#include "Payloads.h"

namespace comptoir::desk {

/// Whether a refused or parked operation is one on a ticket that stands, and may be done again on what stands there now. What opened the
/// ticket, a file, and what tryAgain() does, are not among them.
[[nodiscard]] bool canInsist(const store::Outstanding::Row &row);

/// Does it again as `anew`: it builds on the ticket as it stands in this transaction, so that what replaced it is replaced. Its notice goes
/// from the list. Refused where the ticket's state does not permit it; NotFound where the notice or the ticket is not here.
[[nodiscard]] base::Result<> insist(store::Db &db, const Acting &acting, domain::OperationId anew, domain::OperationId refused);

} // namespace comptoir::desk
