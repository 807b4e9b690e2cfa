// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Batch.h"
#include "ImportReport.h"
#include "Organisation.h"
#include "PeopleFile.h"

namespace comptoir::central {

/// What became of a file of people: `read` = `people.sum()` + `duplicates` + `refused`.
struct PeopleTotals
{
    qint64 read = 0;
    ImportCount people;
    qint64 duplicates = 0; ///< rows about somebody an earlier row of the file tells already
    qint64 refused = 0;
    ImportCount sites;
};

/// Takes people in. All of it is worked through first, so that nothing of a bad file comes in; then who is new or changed
/// is written in batches, so that the consoles' changes go in between: what one of them changed meanwhile stands, unless the file says
/// otherwise. Interrupted, the next run writes the rest. A row is somebody known (by e-mail, by login, or by name and one number): that row
/// is brought up to date, empty cells change nothing, numbers are added. Who shares a number with somebody else is remarked in `report`.
/// Rows without a name and an e-mail, and numbers nobody can dial, are refused or remarked with their line.
[[nodiscard]] base::Result<PeopleTotals> importPeople(store::Store &store, const CheckedPeople &file,
                                                      const domain::Organisation &organisation, bool dryRun, qint64 nowMs,
                                                      const Progress &progress, ImportReport &report);

} // namespace comptoir::central
