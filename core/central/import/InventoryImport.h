// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Batch.h"
#include "ImportReport.h"
#include "Organisation.h"

namespace comptoir::central {

/// What became of a folder of inventories: `files` = `assets.sum()` + `refused`.
struct InventoryTotals
{
    qint64 files = 0;
    ImportCount assets;
    qint64 refused = 0;
    qint64 usersMatched = 0; ///< links from a machine to somebody of that login
    qint64 usersUnknown = 0;
};

/// Takes GLPI inventories in: one file, or all `*.json` of a folder and those below it, in the order of their names. A machine is known again
/// by its device id, its UUID, its serial number, else its name. Each file stands or falls for itself. All are
/// read before anything is written, then taken in by batches: interrupted, the next run takes the rest. Partial ones change only what they tell.
[[nodiscard]] base::Result<InventoryTotals> importInventory(store::Store &store, const QString &path,
                                                            const domain::Organisation &organisation, bool dryRun, const Progress &progress,
                                                            ImportReport &report);

} // namespace comptoir::central
