// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Ids.h"
#include "Operation.h"

#include <string_view>

namespace comptoir::central {

// The one table of who may do what within a scope that is granted. Which scopes are granted is GrantTable's.

[[nodiscard]] bool mayPerform(domain::Role role, domain::OpKind kind);
[[nodiscard]] bool mayDeclareMajor(domain::Role role);
/// Whether the presence of all operators is told, or the own alone.
[[nodiscard]] bool maySeePresenceOfAll(domain::Role role);
/// Whether rows of a table (its entity's kind) are sent.
[[nodiscard]] bool mayRead(domain::Role role, domain::ScopeId scope, std::string_view table);

} // namespace comptoir::central
