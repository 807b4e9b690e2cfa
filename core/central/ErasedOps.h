// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Db.h"
#include "Operation.h"

namespace comptoir::central {

/// Operations of consoles that had not heard of an erasure, or push again after a restore what they made before it: none brings anybody back.
namespace erasedops {

/// Takes the erased out of an operation that came in: whoever it names, and in one made before an erasure what tells of anybody erased since.
/// `madeMs` is when it was made, by whichever clock says earlier. True where it is about somebody erased and nothing else: it is accepted
/// without effect. `newestMs` is ErasureTable::newest().
[[nodiscard]] base::Result<bool> takeOut(store::Db &db, domain::Operation &op, qint64 madeMs, qint64 newestMs);

} // namespace erasedops

} // namespace comptoir::central
