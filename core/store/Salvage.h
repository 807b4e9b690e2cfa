// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Db.h"

namespace comptoir::store {

/// Moves a database and its companions beside itself (`<path>.damaged-1`, …); nothing is ever deleted. The new name.
[[nodiscard]] base::Result<QString> moveAside(const QString &path);

/// Copies what is this operator's alone (outbox, drafts, notices, settings, device) from a damaged file into `fresh`, row by row
/// and as far as it can be read; makes the base rows the outbox needs. How many rows were saved.
[[nodiscard]] base::Result<qint64> salvage(Db &fresh, const QString &damaged);

/// Copies the same from a sound file whole, or fails.
[[nodiscard]] base::Result<> carryOver(Db &fresh, const QString &sound);

} // namespace comptoir::store
