// SPDX-License-Identifier: GPL-3.0-or-later
#include "GrantTable.h"

#include "Rows.h"

namespace comptoir::central {

using base::Result;

Result<std::vector<Grant>> GrantTable::of(store::Db &db, domain::OperatorId operatorId)
{
    store::Statement query = db.prepare("SELECT scope, generation FROM access_grant WHERE operator = ? AND active = 1 ORDER BY scope");
    query.bindAll(operatorId);
    return allRows(query,
                   [](const store::Statement &row) {
                       return Grant{row.id<domain::ScopeId>(0), row.integer(1)};
                   })
        .map([](std::vector<Grant> granted) {
            granted.insert(granted.begin(), Grant{});
            return granted;
        });
}

Result<bool> GrantTable::isGranted(store::Db &db, domain::OperatorId operatorId, domain::ScopeId scope)
{
    if (scope.isNull()) {
        return true;
    }
    store::Statement query = db.prepare("SELECT 1 FROM access_grant WHERE operator = ? AND scope = ? AND active = 1");
    return query.bindAll(operatorId, scope).step();
}

Result<bool> GrantTable::grant(store::Db &db, domain::OperatorId operatorId, domain::ScopeId scope)
{
    store::Statement write = db.prepare(
        "INSERT INTO access_grant(operator, scope, generation, active) VALUES(?, ?, 1, 1) "
        "ON CONFLICT(operator, scope) DO UPDATE SET generation = access_grant.generation + 1, active = 1 WHERE access_grant.active = 0");
    return write.bindAll(operatorId, scope).run().map([&] { return db.changedRows() > 0; });
}

Result<bool> GrantTable::revoke(store::Db &db, domain::OperatorId operatorId, domain::ScopeId scope)
{
    store::Statement write = db.prepare("UPDATE access_grant SET active = 0 WHERE operator = ? AND scope = ? AND active = 1");
    return write.bindAll(operatorId, scope).run().map([&] { return db.changedRows() > 0; });
}

} // namespace comptoir::central
