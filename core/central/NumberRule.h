// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Apply.h"
#include "Db.h"

namespace comptoir::central {

/// A number told to a caller never means another ticket (SYNC.md, invariant 12).
namespace NumberRule {

/// Nothing where `device` may open a ticket under `number`. Otherwise a refusal about the field `number`: with the counter to go on from
/// in `current` where the number was met twice, be it as another's alias (the operator takes the ticket up again under a new one), empty
/// where the code is not the device's own.
[[nodiscard]] base::Result<std::optional<domain::Refusal>> check(store::Db &db, domain::DeviceId device, const QString &number);
/// Nothing where none of the aliases is a number of another device: whoever opens a ticket takes no numbers away from others.
[[nodiscard]] base::Result<std::optional<domain::Refusal>> checkAliases(store::Db &db, domain::DeviceId device, const QStringList &aliases);
/// A ticket was opened under `number`, which check() found right: the next one is higher, and none is opened under its aliases.
[[nodiscard]] base::Result<> taken(store::Db &db, const QString &number, const QStringList &aliases = {});

} // namespace NumberRule

} // namespace comptoir::central
