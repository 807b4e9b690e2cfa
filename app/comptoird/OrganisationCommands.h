// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace comptoir::service {

/// `comptoird organisation add|numbering|list …`
[[nodiscard]] int runOrganisation(const QStringList &words);
/// `comptoird group add|list …`
[[nodiscard]] int runGroup(const QStringList &words);

} // namespace comptoir::service
