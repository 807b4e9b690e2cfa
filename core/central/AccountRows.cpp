// SPDX-License-Identifier: GPL-3.0-or-later
#include "AccountRows.h"

#include "AccountTable.h"
#include "DirectoryTables.h"
#include "GrantTable.h"
#include "OrganisationChoice.h"

namespace comptoir::central {

namespace {

using base::Result;
using Kind = base::Error::Kind;

/// Behind an organisation's name: its restricted part.
constexpr QLatin1String kRestrictedPart("/restricted");

bool isCalled(const domain::Organisation &organisation, const QString &name)
{
    return organisation.id.toString() == name || isNamed(organisation, name);
}

} // namespace

Result<domain::Operator> operatorNamed(store::Db &db, const QString &login)
{
    const auto account = AccountTable::find(db, login);
    if (!account) {
        return tl::unexpected(account.error());
    }
    if (*account) {
        const auto who = store::EntityTable<domain::Operator>::find(db, (*account)->operatorId.value);
        if (!who) {
            return tl::unexpected(who.error());
        }
        if (*who) {
            return (*who)->entity;
        }
    }
    return base::fail(Kind::NotFound, QStringLiteral("there is no account %1").arg(login));
}

Result<domain::IdList<domain::GroupId>> groupsNamed(store::Db &db, const QStringList &names)
{
    const auto all = store::everyRow<domain::Group>(db);
    if (!all) {
        return tl::unexpected(all.error());
    }
    domain::IdList<domain::GroupId> out;
    for (const QString &name : names) {
        const auto found = std::find_if(all->begin(), all->end(),
                                        [&](const domain::Group &one) { return one.name.compare(name, Qt::CaseInsensitive) == 0; });
        if (found == all->end()) {
            return base::fail(Kind::NotFound, QStringLiteral("there is no group %1").arg(name));
        }
        out.list.push_back(found->id);
    }
    return out;
}

Result<std::vector<domain::Organisation>> organisationsNamed(store::Db &db, const QStringList &names)
{
    const auto all = store::everyRow<domain::Organisation>(db);
    if (!all) {
        return tl::unexpected(all.error());
    }
    std::vector<domain::Organisation> out;
    for (const QString &name : names) {
        const auto before = out.size();
        for (const domain::Organisation &organisation : *all) {
            if (name == u"all" || isCalled(organisation, name)) {
                out.push_back(organisation);
            }
        }
        if (out.size() == before && name != u"all") {
            return base::fail(Kind::NotFound, QStringLiteral("there is no organisation %1").arg(name));
        }
    }
    return out;
}

Result<std::vector<domain::ScopeId>> scopesNamed(store::Db &db, const QStringList &names, bool forGrant)
{
    std::vector<domain::ScopeId> out;
    for (const QString &name : names) {
        const bool restricted = name.endsWith(kRestrictedPart);
        const auto named = organisationsNamed(db, {restricted ? name.chopped(kRestrictedPart.size()) : name});
        if (!named) {
            return tl::unexpected(named.error());
        }
        for (const domain::Organisation &one : *named) {
            // Who works on restricted tickets needs the people they are about; who leaves an organisation leaves all of it.
            if (!restricted || forGrant) {
                out.push_back(domain::scopeOf(one.id));
            }
            if (restricted || !forGrant) {
                out.push_back(domain::restrictedScopeOf(one.id));
            }
        }
    }
    return out;
}

Result<QStringList> grantedNames(store::Db &db, domain::OperatorId operatorId)
{
    const auto granted = GrantTable::of(db, operatorId);
    if (!granted) {
        return tl::unexpected(granted.error());
    }
    QStringList out;
    for (const Grant &grant : *granted) {
        if (grant.scope.isNull()) {
            continue;
        }
        const auto organisation = store::organisationOf(db, grant.scope);
        if (!organisation) {
            return tl::unexpected(organisation.error());
        }
        if (*organisation) {
            const domain::Organisation &named = **organisation;
            const QString name = named.shortName.isEmpty() ? named.name : named.shortName;
            out.append(domain::isRestricted(grant.scope, named.id) ? QString(name + kRestrictedPart) : name);
        } else {
            out.append(grant.scope.toString());
        }
    }
    return out;
}

} // namespace comptoir::central
