// SPDX-License-Identifier: GPL-3.0-or-later
#include "Successors.h"

#include "SettingTable.h"

namespace comptoir::desk {

using base::Result;

namespace {

constexpr int kMostSteps = 64; ///< nothing is refused so often

QString keyOf(const base::Uuid &entity)
{
    return QStringLiteral("successor.") + entity.toString();
}

} // namespace

Result<base::Uuid> successorOf(store::Db &db, const base::Uuid &entity)
{
    base::Uuid now = entity;
    for (int step = 0; step < kMostSteps; ++step) {
        const auto kept = store::SettingTable::find(db, keyOf(now));
        if (!kept) {
            return tl::unexpected(kept.error());
        }
        const auto next = base::Uuid::fromString(*kept);
        if (!next || *next == entity) { // what it was made from proved to stand after all
            return next ? entity : now;
        }
        now = *next;
    }
    return now;
}

Result<> noteSuccessor(store::Db &db, const base::Uuid &entity, const base::Uuid &anew)
{
    return entity == anew ? Result<>() : store::SettingTable::put(db, keyOf(entity), anew.toString());
}

} // namespace comptoir::desk
