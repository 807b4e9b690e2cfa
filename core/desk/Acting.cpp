// SPDX-License-Identifier: GPL-3.0-or-later
#include "Acting.h"

#include "Clock.h"
#include "DirectoryTables.h"
#include "Mirror.h"
#include "OutboxTable.h"

namespace comptoir::desk {

using base::Result;

Acting Acting::now(const DeskParts &parts)
{
    Acting out;
    out.id = parts.session.operatorId;
    out.name = parts.session.name;
    out.group = parts.session.groups.empty() ? domain::GroupId{} : parts.session.groups.front();
    out.supervises = parts.session.supervises();
    out.when = store::AgeAnchor::now(parts.clock);
    return out;
}

Result<> Acting::perform(store::Db &db, const domain::Operation &op) const
{
    const auto organisation = store::organisationOf(db, op.scope);
    if (!organisation) {
        return tl::unexpected(organisation.error());
    }
    domain::ApplyContext context;
    context.actor = id;
    context.actorName = name;
    context.atMs = when.wallMs;
    context.rules = *organisation ? (*organisation)->rules : domain::OrganisationRules{};
    context.mayDeclareMajor = supervises;
    return store::mirror::perform(db, op, context, when);
}

Result<std::vector<domain::OperationId>> openersOf(store::Db &db, const std::vector<base::Uuid> &entities)
{
    std::vector<domain::OperationId> out;
    for (const base::Uuid &entity : entities) {
        const domain::OperationId opener{entity}; // what an entity is opened by has the entity's id
        const auto pending = store::OutboxTable::isPending(db, opener);
        if (!pending) {
            return tl::unexpected(pending.error());
        }
        if (*pending) {
            out.push_back(opener);
        }
    }
    return out;
}

} // namespace comptoir::desk
