// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace comptoir::service {

/// `comptoird restore FILE`
[[nodiscard]] int runRestore(const QStringList &words);

} // namespace comptoir::service
