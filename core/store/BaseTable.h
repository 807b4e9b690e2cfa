// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Db.h"
#include "Operation.h"

#include <vector>

namespace comptoir::store {

/// The service's row of an entity that has operations shown on top.
struct BaseRow
{
    domain::EntityId entity;
    domain::ScopeId scope;
    domain::EntityKind kind = domain::EntityKind::Ticket;
    qint64 seq = 0; ///< 0: the service has told nothing of it yet
    std::optional<QString> body; ///< snapshot; nothing where the service has no such row
    bool damaged = false; ///< of what kind it is cannot be read
};

/// The rows as the service last told them, under their own changes not sent yet.
class BaseTable
{
public:
    [[nodiscard]] static base::Result<std::optional<BaseRow>> find(Db &db, domain::EntityId entity);
    [[nodiscard]] static base::Result<std::vector<BaseRow>> in(Db &db, domain::ScopeId scope);
    [[nodiscard]] static base::Result<std::vector<BaseRow>> all(Db &db);
    [[nodiscard]] static base::Result<> put(Db &db, const BaseRow &row);
    /// Marks the rows of a scope as not come again (negative seq).
    [[nodiscard]] static base::Result<> markStale(Db &db, domain::ScopeId scope);
    [[nodiscard]] static base::Result<> removeIn(Db &db, domain::ScopeId scope);
    [[nodiscard]] static base::Result<> remove(Db &db, domain::EntityId entity);
};

} // namespace comptoir::store

namespace comptoir::domain {

template <>
struct CodesOf<EntityKind>
{
    static constexpr std::array list{std::pair{EntityKind::Ticket, "ticket"}, std::pair{EntityKind::Person, "person"},
                                     std::pair{EntityKind::Contact, "contact"}};
};

} // namespace comptoir::domain
