// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Directory.h"
#include "Entities.h"
#include "Organisation.h"
#include "Scopes.h"
#include "TableWriter.h"

namespace comptoir::store {

// The small, slow-moving lists. Their SQL follows from the field lists alone.

using OrganisationTable = EntityTable<domain::Organisation>;
using SiteTable = EntityTable<domain::Site>;
using GroupTable = EntityTable<domain::Group>;
using OperatorTable = EntityTable<domain::Operator>;
using CategoryTable = EntityTable<domain::Category>;

/// Every row of a small table.
template <class T>
[[nodiscard]] base::Result<std::vector<T>> everyRow(Db &db)
{
    static const std::string sql = EntityTable<T>::select("");
    Statement query = db.prepare(sql);
    return entitiesOf<T>(query);
}

/// The organisation a scope is of, its common part or its restricted one; nothing for the shared scope and where it is not here. `legible`: what
/// cannot be read of it has its default.
[[nodiscard]] inline base::Result<std::optional<domain::Organisation>> organisationOf(Db &db, domain::ScopeId scope, bool legible = false)
{
    for (const domain::OrganisationId id : {domain::OrganisationId{scope.value}, domain::organisationIfRestricted(scope)}) {
        if (id.isNull()) {
            break;
        }
        auto found = legible ? OrganisationTable::findLegible(db, id.value) : OrganisationTable::find(db, id.value);
        if (!found) {
            return tl::unexpected(found.error());
        }
        if (*found) {
            return std::optional(std::move((*found)->entity));
        }
    }
    return std::optional<domain::Organisation>();
}

} // namespace comptoir::store
