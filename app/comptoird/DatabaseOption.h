// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Store.h"

#include <QCommandLineParser>

namespace comptoir::service {

/// Adds --database, --database-password-file and --ledger.
void addDatabaseOptions(QCommandLineParser &parser);

/// The database of a server they name, or $COMPTOIR_DATABASE where the option is not given; none where neither is. The password comes from
/// the file, or from $COMPTOIR_DATABASE_PASSWORD, or from where libpq finds it (PGPASSFILE); never from the command line.
[[nodiscard]] base::Result<std::shared_ptr<store::Backend>> backendOf(const QCommandLineParser &parser);
/// The folder that --ledger names, or $COMPTOIR_LEDGER; empty where neither does.
[[nodiscard]] QString ledgerOf(const QCommandLineParser &parser);
/// The database of a server at `uri`, with the password as above.
[[nodiscard]] base::Result<std::shared_ptr<store::Backend>> backendAt(const QString &uri, const QCommandLineParser &parser);

} // namespace comptoir::service
