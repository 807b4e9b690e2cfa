// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace comptoir::service {

/// `comptoird audit verify|export|prune|keep …`
[[nodiscard]] int runAudit(const QStringList &words);

} // namespace comptoir::service
