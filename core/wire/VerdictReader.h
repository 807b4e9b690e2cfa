// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "JsonReader.h"
#include "OpsMessages.h"

namespace comptoir::wire {

// Parts that several messages read. Private to wire.

[[nodiscard]] Verdict readVerdict(const ObjectReader &object);
/// `shared` or a UUID; required.
[[nodiscard]] domain::ScopeId readScope(const ObjectReader &object, const char *key);

} // namespace comptoir::wire
