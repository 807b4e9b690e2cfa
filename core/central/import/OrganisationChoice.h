// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Batch.h"
#include "Organisation.h"

namespace comptoir::central {

/// The organisation an import is for, by its name, short name or code (accents and case do not matter). With an empty `wanted` the only one
/// there is. Where the database knows no organisation at all, one of the name `wanted` (or `fallback`) is made as by an administrator, at
/// `nowMs`, unless `dryRun`: it is then only pretended. NotFound, with those there are, for anything else.
[[nodiscard]] base::Result<domain::Organisation> organisationFor(store::Store &store, const QString &wanted, const QString &fallback,
                                                                 bool dryRun, qint64 nowMs);

/// Whether `text` names this organisation in one of these ways.
[[nodiscard]] bool isNamed(const domain::Organisation &organisation, const QString &text);

} // namespace comptoir::central
