// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Store.h"

namespace comptoir::central {

/// Puts away every ticket that was closed and last touched longer ago than `keepMs` before now (ArchiveTable::due()), scope by scope, a batch a
/// transaction, with other work in between. How many. A clock that is ahead puts nothing more away than `kMostAheadMs` behind the last work.
[[nodiscard]] QFuture<base::Result<qint64>> putOldTicketsAway(store::Store &store, qint64 nowMs, qint64 keepMs);

} // namespace comptoir::central
