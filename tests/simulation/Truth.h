// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Db.h"
#include "ScopeRows.h"

#include <map>
#include <string>

namespace comptoir::sim {

/// Every row of one scope: kind and id → the row in its text form and its seq.
using ScopeContent = std::map<std::string, std::string>;

/// One cell as text; two rows are equal where all their cells are.
[[nodiscard]] std::string textOf(const store::Statement &row, int columns);

/// Rows that are looked at.
enum class Which {
    All,
    Told, ///< those the service tells consoles: not what was put away
};

/// What a database, the service's or a mirror, holds of a scope.
[[nodiscard]] base::Result<ScopeContent> contentOf(store::Db &db, domain::ScopeId scope, Which which = Which::All);

/// The first difference in words, empty where there is none.
[[nodiscard]] std::string difference(const ScopeContent &truth, const ScopeContent &replica);

/// Invariant 4: the seqs that two rows of a scope share, at the service.
[[nodiscard]] base::Result<std::vector<qint64>> sharedSeqs(store::Db &db, domain::ScopeId scope);

} // namespace comptoir::sim
