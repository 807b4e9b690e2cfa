// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Directory.h"
#include "Entities.h"
#include "Organisation.h"
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

} // namespace comptoir::store
