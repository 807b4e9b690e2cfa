// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Db.h"

namespace comptoir::central {

/// The time by which it is judged what is old enough to be put away or forgotten: the clock's, but not more than kMostAheadMs after the work done
/// last. What a clock set years ahead would take away no clock set right brings back; a database nobody works in keeps what it has meanwhile.
[[nodiscard]] base::Result<qint64> horizonNowMs(store::Db &db, qint64 nowMs);

} // namespace comptoir::central
