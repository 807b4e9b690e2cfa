// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Batch.h"
#include "ImportReport.h"
#include "Organisation.h"
#include "ServiceNowLog.h"

namespace comptoir::central {

/// What became of a log: `read` = `imported` + `merged` + `known` + `refused`.
struct ServiceNowTotals
{
    qint64 read = 0; ///< events (rows behind the header)
    qint64 imported = 0; ///< became an entry of a timeline
    qint64 merged = 0; ///< say nothing the event before does not, or are repeated
    qint64 known = 0; ///< stand here since an earlier run
    qint64 refused = 0;
    ImportCount incidents;
    qint64 keptByDesk = 0; ///< of the incidents: changed at the desk since, so that only new history was added
    ImportCount people;
    ImportCount sites;
    ImportCount groups;
    ImportCount operators;
    ImportCount categories;
};

/// Takes the log in as tickets of `organisation`, with the log's own times, in batches: interrupted, the next run goes on; a second run
/// changes nothing. With `dryRun` nothing is written. The refusals noted while the log was read are counted, not repeated.
[[nodiscard]] base::Result<ServiceNowTotals> importServiceNow(store::Store &store, const ServiceNowLog &log,
                                                              const domain::Organisation &organisation, bool dryRun, qint64 refused,
                                                              const Progress &progress);

} // namespace comptoir::central
