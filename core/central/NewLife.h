// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Db.h"

namespace comptoir::base {
class Random;
} // namespace comptoir::base

namespace comptoir::central {

/// What a database needs that was gone back to an earlier state, or that may have been: a new epoch, so that every console fetches anew and
/// sends what it kept; device codes beyond those that may have been given since (`leastDevice` and a gap); nobody signed in; a line in the audit.
/// Within the caller's transaction.
[[nodiscard]] base::Result<> beginNewLife(store::Db &db, qint64 leastDevice, qint64 nowMs, base::Random &random);

} // namespace comptoir::central
