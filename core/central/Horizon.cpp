// SPDX-License-Identifier: GPL-3.0-or-later
#include "Horizon.h"

#include "ArchiveTable.h"
#include "ScopeTable.h"
#include "Tuning.h"

namespace comptoir::central {

base::Result<qint64> horizonNowMs(store::Db &db, qint64 nowMs)
{
    const auto scopes = ScopeTable::all(db);
    if (!scopes) {
        return tl::unexpected(scopes.error());
    }
    qint64 newestMs = 0;
    for (const ScopeTable::Row &scope : *scopes) {
        const auto newest = ArchiveTable::newestMs(db, scope.scope);
        if (!newest) {
            return newest;
        }
        newestMs = std::max(newestMs, *newest);
    }
    return newestMs > 0 ? std::min(nowMs, newestMs + kMostAheadMs) : nowMs; // no work at all: nothing to be lost of it
}

} // namespace comptoir::central
