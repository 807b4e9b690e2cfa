// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Migrations.h"
#include "Store.h"

namespace comptoir::store {

struct OpenedDb
{
    std::unique_ptr<Db> db;
    bool repaired = false;
};

/// Opens for writing, checks where the last stop was unclean, migrates. A damaged mirror is built anew where the configuration
/// says so: outbox, drafts, kept texts, notices, device and settings are carried over, the damaged file is moved aside.
[[nodiscard]] base::Result<OpenedDb> openChecked(const Store::Config &config, const Migrations &migrations, bool unclean);

/// While this file stands, the next opening empties the copy of the service (Store::wipeLater).
[[nodiscard]] QString wipeMarker(const QString &path);

} // namespace comptoir::store
