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

/// How much is looked at before a database is trusted: nothing after a clean stop, its pages after another, and every index where damage was
/// met in use the last time (a page of an index that stands in another's place is no fault of the pages).
enum class Check { None, Pages, Whole };

/// Opens for writing, checks, migrates. A damaged mirror is built anew where the configuration
/// says so: outbox, drafts, kept texts, notices, device and settings are carried over, the damaged file is moved aside.
[[nodiscard]] base::Result<OpenedDb> openChecked(const Store::Config &config, const Migrations &migrations, Check check);

/// While this file stands, the next opening empties the copy of the service (Store::wipeLater).
[[nodiscard]] QString wipeMarker(const QString &path);

/// Takes away what repairs moved aside: it holds the service's rows too, and whatever of it could be read was carried over then.
[[nodiscard]] base::Result<> removeDamaged(const QString &path);

} // namespace comptoir::store
