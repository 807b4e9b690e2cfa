// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "EntityTable.h"

namespace comptoir::central {

/// The row of that scope with this id, looked up in the scope alone; nothing where it is another scope's or not there.
template <class T>
[[nodiscard]] base::Result<std::optional<typename store::EntityTable<T>::Stored>> rowIn(store::Db &db, domain::ScopeId scope,
                                                                                        const base::Uuid &id)
{
    static const std::string sql = store::EntityTable<T>::select("WHERE id = ? AND scope IS NOT DISTINCT FROM ?");
    store::Statement query = db.prepare(sql);
    query.bindAll(id, scope);
    return store::EntityTable<T>::all(query).map(
        [](auto rows) { return rows.empty() ? std::nullopt : std::optional(std::move(rows.front())); });
}

} // namespace comptoir::central
