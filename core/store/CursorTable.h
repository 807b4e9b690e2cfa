// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ChangesMessages.h"
#include "Db.h"

#include <vector>

namespace comptoir::store {

/// How far the mirror has come in one scope.
struct CursorRow
{
    domain::ScopeId scope;
    wire::Cursor at;
    bool complete = false; ///< was in agreement at the last page
    qint64 backupSeq = 0;
    bool anew = false; ///< being fetched again; rows that have not come again have a negative seq
    quint64 digest = 0; ///< over the rows here
};

/// How far each scope was pulled.
class CursorTable
{
public:
    [[nodiscard]] static base::Result<std::optional<CursorRow>> find(Db &db, domain::ScopeId scope);
    [[nodiscard]] static base::Result<std::vector<CursorRow>> all(Db &db);
    [[nodiscard]] static base::Result<> put(Db &db, const CursorRow &row);
    [[nodiscard]] static base::Result<> remove(Db &db, domain::ScopeId scope);
};

} // namespace comptoir::store
