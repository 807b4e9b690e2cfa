// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Store.h"

namespace comptoir::central {

/// Adds all rows of consoles up again, table by table of each scope, with other reads in between, and compares with the sums that were kept as they
/// were written. How many rows; Corrupt with the first table that does not fit. A changed letter in a text is not seen: the sums are of ids and seqs.
[[nodiscard]] QFuture<base::Result<qint64>> checkRows(store::Store &store);

} // namespace comptoir::central
