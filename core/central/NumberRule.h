// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Apply.h"
#include "Db.h"

namespace comptoir::central {

/// A number told to a caller never means another ticket (SYNC.md, invariant 12).
namespace NumberRule {

/// Nothing where `device` may open a ticket under `number`. Otherwise a refusal about the field `number`: with the counter to go on from
/// in `current` where the number was met twice (the console renumbers), empty where the code is not the device's own.
[[nodiscard]] base::Result<std::optional<domain::Refusal>> check(store::Db &db, domain::DeviceId device, const QString &number);
/// A ticket was opened under `number`, which check() found right: the next one is higher.
[[nodiscard]] base::Result<> taken(store::Db &db, const QString &number);

} // namespace NumberRule

} // namespace comptoir::central
