// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Id.h"
#include "Result.h"

namespace comptoir::store {
class Db;
}

namespace comptoir::desk {

// A refusal stands for ever, and what an operation opens bears its id: done again, it has another one. What names it goes on naming the old
// one, and is led to the new.

/// What stands for `entity` now; itself where it was never done again.
[[nodiscard]] base::Result<base::Uuid> successorOf(store::Db &db, const base::Uuid &entity);
/// `entity` is done again as `anew`.
[[nodiscard]] base::Result<> noteSuccessor(store::Db &db, const base::Uuid &entity, const base::Uuid &anew);

} // namespace comptoir::desk
