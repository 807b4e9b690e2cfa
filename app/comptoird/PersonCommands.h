// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace comptoir::service {

/// `comptoird person list|erase …`
[[nodiscard]] int runPerson(const QStringList &words);

} // namespace comptoir::service
