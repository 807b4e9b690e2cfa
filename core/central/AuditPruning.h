// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Db.h"

namespace comptoir::central {

/// Takes the entries of every chain away that are older than `beforeMs`, from its beginning on, with their personal values. What is left tells
/// the number and the digest of the last one that went, so that the chain still verifies. How many went; Corrupt, and nothing is taken from it,
/// where a chain does not fit there.
[[nodiscard]] base::Result<qint64> pruneAudit(store::Db &db, qint64 beforeMs, qint64 nowMs);

/// Whether there is anything to take away that is older than `beforeMs`.
[[nodiscard]] base::Result<bool> isAuditOlder(store::Db &db, qint64 beforeMs);

/// The oldest time of what is kept, as the database's own setting says.
[[nodiscard]] base::Result<qint64> auditKeptSince(store::Db &db, qint64 nowMs);

} // namespace comptoir::central
