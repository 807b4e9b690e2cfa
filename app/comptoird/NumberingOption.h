// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "NumberingPlan.h"
#include "Result.h"

namespace comptoir::service {

// How a range of extensions is written on the command line: `4000-4999` has no outside number, `4000-4999=+33556102xxx` answers to
// +33556102 and the extension's last three digits.

/// Invalid, with how it is to be written or why no extension can be in it.
[[nodiscard]] base::Result<domain::NumberingPlan::Range> rangeFrom(const QString &text);
[[nodiscard]] QString textOf(const domain::NumberingPlan::Range &range);

} // namespace comptoir::service
