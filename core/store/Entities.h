// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "EntityTable.h"

namespace comptoir::store {

/// The entities of a query's rows (EntityTable<T>::select) as they are shown, without what the store knows of them: one of a newer service
/// (EntityTable::readToShow) takes no list away.
template <class T>
[[nodiscard]] base::Result<std::vector<T>> entitiesOf(Statement &query)
{
    using Table = EntityTable<T>;
    return allRows(query, [](const Statement &row) {
        return Table::readToShow(row).map([](typename Table::Stored stored) { return std::move(stored.entity); });
    });
}

} // namespace comptoir::store
