// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Db.h"
#include "OrganisationRules.h"
#include "References.h"

#include <map>

namespace comptoir::central {

/// What the operations of one batch ask of rows that none of them writes: each thing is asked once in the transaction.
class OpsReads
{
public:
    OpsReads(store::Db &db, domain::OperatorId operatorId) : m_db(db), m_operator(operatorId) {}

    /// GrantTable::isGranted for who sent the batch.
    [[nodiscard]] base::Result<bool> isGranted(domain::ScopeId scope);
    /// Active and at work in the scope: a ticket given to anybody else would be seen by nobody.
    [[nodiscard]] base::Result<bool> mayBeAssigned(domain::OperatorId who, domain::ScopeId scope);
    /// reduction::scopeOf, of rows of the directory.
    [[nodiscard]] base::Result<std::optional<domain::ScopeId>> scopeOf(const domain::Reference &reference);
    /// Of the organisation the scope is of; none in the shared one.
    [[nodiscard]] base::Result<domain::OrganisationRules> rulesOf(domain::ScopeId scope);
    [[nodiscard]] base::Result<qint64> newestErasureMs();

private:
    /// The answer that is known for `key`, or the one `ask()` gives now.
    template <class Key, class Value, class Ask>
    [[nodiscard]] static base::Result<Value> once(std::map<Key, Value> &known, const Key &key, Ask &&ask)
    {
        const auto there = known.find(key);
        return there != known.end() ? base::Result<Value>(there->second)
                                    : ask().map([&](const Value &value) { return known[key] = value; });
    }

    store::Db &m_db;
    domain::OperatorId m_operator;
    std::map<domain::ScopeId, bool> m_granted;
    std::map<std::pair<domain::OperatorId, domain::ScopeId>, bool> m_assignable;
    std::map<std::pair<domain::Referent, base::Uuid>, std::optional<domain::ScopeId>> m_scopes;
    std::map<domain::ScopeId, domain::OrganisationRules> m_rules;
    std::optional<qint64> m_newestErasureMs;
};

} // namespace comptoir::central
