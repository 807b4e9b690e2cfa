// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Db.h"
#include "Ids.h"

#include <vector>

namespace comptoir::central {

/// What is no more in a scope. A row that comes back to the scope loses its tombstone.
class TombstoneTable
{
public:
    struct Row
    {
        domain::ScopeId scope;
        QByteArray entity; ///< name of its table
        base::Uuid id;
        qint64 seq = 0;
    };

    [[nodiscard]] static base::Result<> put(store::Db &db, const Row &row);
    /// Forgets the tombstone of an id in a scope, if there is one.
    [[nodiscard]] static base::Result<> forget(store::Db &db, domain::ScopeId scope, const base::Uuid &id);
    /// The tombstones with `from` < seq ≤ `to`, by seq.
    [[nodiscard]] static base::Result<std::vector<Row>> between(store::Db &db, domain::ScopeId scope, qint64 from, qint64 to);
};

} // namespace comptoir::central
