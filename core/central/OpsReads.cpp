// SPDX-License-Identifier: GPL-3.0-or-later
#include "OpsReads.h"

#include "DirectoryTables.h"
#include "ErasureTable.h"
#include "GrantTable.h"
#include "Reduction.h"

namespace comptoir::central {

using base::Result;
using domain::OperatorId;
using domain::ScopeId;

Result<bool> OpsReads::isGranted(ScopeId scope)
{
    return once(m_granted, scope, [&] { return GrantTable::isGranted(m_db, m_operator, scope); });
}

Result<bool> OpsReads::mayBeAssigned(OperatorId who, ScopeId scope)
{
    return once(m_assignable, std::pair(who, scope), [&] {
        return store::OperatorTable::find(m_db, who.value).and_then([&](const auto &row) {
            return row && row->entity.active ? GrantTable::isGranted(m_db, who, scope) : Result<bool>(false);
        });
    });
}

Result<std::optional<ScopeId>> OpsReads::scopeOf(const domain::Reference &reference)
{
    return once(m_scopes, std::pair(reference.referent, reference.id), [&] { return store::reduction::scopeOf(m_db, reference); });
}

Result<domain::OrganisationRules> OpsReads::rulesOf(ScopeId scope)
{
    if (scope.isNull()) {
        return domain::OrganisationRules();
    }
    return once(m_rules, scope, [&] {
        return store::organisationOf(m_db, scope).map([](const auto &organisation) {
            return organisation ? organisation->rules : domain::OrganisationRules();
        });
    });
}

Result<qint64> OpsReads::newestErasureMs()
{
    if (m_newestErasureMs) {
        return *m_newestErasureMs;
    }
    return ErasureTable::newest(m_db).map([&](qint64 ms) { return m_newestErasureMs.emplace(ms); });
}

} // namespace comptoir::central
