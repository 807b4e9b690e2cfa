// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Store.h"

#include <functional>

namespace comptoir::service {

struct Moved
{
    qint64 tables = 0;
    qint64 rows = 0;
    qint64 auditEntries = 0;
};

/// Moves the database in `file`, of a service that is stopped, to a server's that is empty; all of it or nothing. Locked while the service runs,
/// Invalid where the other one is in use, Corrupt where something did not arrive as it was. `done` is told of each table.
[[nodiscard]] base::Result<Moved> moveToServer(const QString &file, store::Backend &server,
                                               const std::function<void(const QString &, qint64)> &done);

} // namespace comptoir::service
