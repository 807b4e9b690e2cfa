// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Db.h"
#include "SimTime.h"
#include "Store.h"

#include <functional>
#include <string>

namespace comptoir::sim {

/// A transaction whose power is cut, on the database of a machine of its own.
struct CutScript
{
    /// One session: opens the database, does it, closes. A value says that it was confirmed.
    using Session = std::function<base::Result<>(const QString &database)>;

    const char *name = "";
    QString prepared; ///< a folder with the database as it is before; closed
    QString migrations; ///< `:/sql/console` or `:/sql/central`
    Session session;
    int transactions = 1; ///< of the session; after each of them the database may be found
    /// The database is opened and brought up to date before it is looked at; for what leaves a damaged or an older one behind.
    bool opensFirst = false;
};

/// How often it was cut.
struct Cuts
{
    int points = 0; ///< writes and syncs of the session
    int runs = 0; ///< each of them cut, in each way
};

/// The name of the database in a prepared folder.
[[nodiscard]] QString cutDatabase();
[[nodiscard]] store::Store::Config cutConfig(const QString &database, const QString &migrations);

/// All a database holds, table by table.
[[nodiscard]] std::string stateOf(const QString &database);

/// Cuts the session at each of its writes and syncs: a kill, which keeps what was written, a power cut that takes all unsynced sectors, and one
/// that takes some; the write itself is torn. Afterwards the database opens, undamaged, and holds what it held before or after, whole; what was confirmed is there.
/// What does not hold is thrown (tests::Broken).
[[nodiscard]] Cuts cutEverywhere(const CutScript &script);

} // namespace comptoir::sim
