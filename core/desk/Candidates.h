// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CardReading.h"

namespace comptoir::desk {

/// Everybody who may be calling, scored with reasons, best first; at most 8.
[[nodiscard]] base::Result<std::vector<Candidate>> candidatesFor(store::Db &db, const CardQuestion &question);

} // namespace comptoir::desk
