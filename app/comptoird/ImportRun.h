// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Admin.h"
#include "Batch.h"

#include <limits>

namespace comptoir::service {

/// One import as somebody asks for it.
struct ImportRequest
{
    QString what; ///< `servicenow`, `people` or `inventory`
    QString path; ///< of the file, or the folder of inventories; absolute
    QString organisation; ///< name, short name or code; empty = the only one
    bool dryRun = false;
    qsizetype mostReport = std::numeric_limits<qsizetype>::max(); ///< characters of the report; beyond, its rows are only counted
};

/// Whether it is one of the three.
[[nodiscard]] bool isImport(const QString &what);

/// Runs the import on a store and waits for its end: for commands, and for a thread of its own in the running service. The reply has the
/// closing lines, what was refused and remarked (the first of it beside the closing lines, as much of it as is asked for in the report).
[[nodiscard]] AdminReply runImport(store::Store &store, const ImportRequest &request, const central::Progress &progress);

} // namespace comptoir::service
