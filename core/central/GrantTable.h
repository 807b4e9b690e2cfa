// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Db.h"
#include "Ids.h"

#include <vector>

namespace comptoir::central {

/// A scope an operator works in. Each time it is granted anew the generation rises, so that the console starts that scope over.
struct Grant
{
    domain::ScopeId scope;
    qint64 generation = 1;

    bool operator==(const Grant &) const = default;
};

/// Who works in which scope. The shared scope is everybody's, generation 1, without a row.
class GrantTable
{
public:
    /// The shared scope first, then by id.
    [[nodiscard]] static base::Result<std::vector<Grant>> of(store::Db &db, domain::OperatorId operatorId);
    [[nodiscard]] static base::Result<bool> isGranted(store::Db &db, domain::OperatorId operatorId, domain::ScopeId scope);
    /// False where it was granted already.
    [[nodiscard]] static base::Result<bool> grant(store::Db &db, domain::OperatorId operatorId, domain::ScopeId scope);
    /// False where it was not granted.
    [[nodiscard]] static base::Result<bool> revoke(store::Db &db, domain::OperatorId operatorId, domain::ScopeId scope);
};

} // namespace comptoir::central
