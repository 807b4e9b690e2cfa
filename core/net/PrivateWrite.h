// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Result.h"

#include <QString>

namespace comptoir::net {

/// Writes a file (0600) whole, or leaves the one that stands. Io where that cannot be done.
[[nodiscard]] base::Result<> writePrivately(const QString &path, const QByteArray &bytes);

} // namespace comptoir::net
