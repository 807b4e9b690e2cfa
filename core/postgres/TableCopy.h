// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Db.h"

#include <QStringList>

#include <functional>
#include <vector>

namespace comptoir::postgres {

/// Moves the service's tables from SQLite to PostgreSQL, within one transaction of the caller's on each side.
namespace tablecopy {

struct Counted
{
    QString table;
    qint64 rows = 0;
};

/// The tables of the service's schema that a file of SQLite's has.
[[nodiscard]] base::Result<QStringList> tablesOf(store::Db &sqlite);
/// Invalid where something was put into the database already, apart from what its migrations put there.
[[nodiscard]] base::Result<> mustBeFresh(store::Db &server);
/// Copies all rows of all tables and compares them afterwards, table by table: how many there are and a digest of every row. Corrupt where
/// they differ. `moved` is told of each table when it is done.
[[nodiscard]] base::Result<std::vector<Counted>> copyAll(store::Db &sqlite, store::Db &server,
                                                         const std::function<void(const Counted &)> &moved);

} // namespace tablecopy

} // namespace comptoir::postgres
