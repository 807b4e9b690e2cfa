// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace comptoir::service {

/// `comptoird demo --seed N --scale S`
[[nodiscard]] int runDemo(const QStringList &words);

} // namespace comptoir::service
