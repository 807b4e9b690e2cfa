// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace comptoir::service {

// The commands about a database that is PostgreSQL's.
[[nodiscard]] int runSchema(const QStringList &words);
[[nodiscard]] int runRestored(const QStringList &words);
[[nodiscard]] int runMigrate(const QStringList &words);

} // namespace comptoir::service
