// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace comptoir::service {

/// `comptoird user add|passwd|grant|revoke|list …`
[[nodiscard]] int runUser(const QStringList &words);
/// `comptoird backup FILE`
[[nodiscard]] int runBackup(const QStringList &words);

} // namespace comptoir::service
