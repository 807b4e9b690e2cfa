// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "RowWriter.h"

#include <vector>

namespace comptoir::central {

/// Tickets put away: closed long ago, kept by the service alone. Their rows and those of their histories and files stand in their tables under the
/// negative of the seq they had, where no page and no digest meets them; a tombstone has told consoles that the ticket is no more.
class ArchiveTable
{
public:
    /// Tickets of the scope that were closed and last touched before `beforeMs` and have no open ticket hanging on them, oldest first.
    [[nodiscard]] static base::Result<std::vector<domain::TicketId>> due(store::Db &db, domain::ScopeId scope, qint64 beforeMs, int most);
    /// When the tickets written last in the scope were last touched: as far as work has come, whatever the clock says. 0: there are none.
    [[nodiscard]] static base::Result<qint64> newestMs(store::Db &db, domain::ScopeId scope);
    /// Puts a ticket of the writer's scope away. One that is not there, or away already, stays as it is.
    [[nodiscard]] static base::Result<> putAway(RowWriter &rows, domain::TicketId ticket);
    /// Brings it back with all its history, under new seqs: first the history and files in their order, then the ticket. False where it is not
    /// there or was not away. The scope's counter is to be held before anything of the ticket is read.
    [[nodiscard]] static base::Result<bool> bringBack(RowWriter &rows, domain::TicketId ticket);
};

} // namespace comptoir::central
