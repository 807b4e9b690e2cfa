// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Batch.h"
#include "ImportReport.h"
#include "InventoryFile.h"
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

/// What was read of a file, or of a folder.
struct ReadInventory
{
    std::vector<InventoryFile> machines; ///< whole inventories first: a partial one may be of a machine told by another file
    qint64 files = 0;
    qint64 refused = 0;
};

/// Reads GLPI inventories: one file, or all `*.json` of a folder and those below it, in the order of their names. Each stands or falls for
/// itself. NotFound where there is none.
[[nodiscard]] base::Result<ReadInventory> readInventory(const QString &path, const Progress &progress, ImportReport &report);

/// Takes them in. A machine is known again by its device id, its UUID, its serial number, else its name. By batches: interrupted, the next
/// run takes the rest. Partial ones change only what they tell.
[[nodiscard]] base::Result<InventoryTotals> importInventory(store::Store &store, const ReadInventory &inventory,
                                                            const domain::Organisation &organisation, bool dryRun,
                                                            const Progress &progress);

} // namespace comptoir::central
