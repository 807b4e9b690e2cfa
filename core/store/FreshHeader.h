// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Result.h"

#include <QString>

namespace comptoir::store {

/// Copies a damaged database, with its log, to `copy`, under a header made anew for the pages there are: where only the header or the end
/// of the file is lost, the rows behind it can be read again. Removes what was at `copy`.
[[nodiscard]] base::Result<> copyUnderFreshHeader(const QString &damaged, const QString &copy);
/// Removes such a copy, with what SQLite put beside it.
void removeCopy(const QString &copy);

} // namespace comptoir::store
