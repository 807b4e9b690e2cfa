// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace comptoir::service {

/// `comptoird import servicenow|people|inventory PATH`
[[nodiscard]] int runImportCommand(const QStringList &words);

} // namespace comptoir::service
