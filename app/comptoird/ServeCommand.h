// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace comptoir::service {

/// `comptoird serve [--listen ADDRESS:PORT] [--tls-cert FILE --tls-key FILE]`
[[nodiscard]] int runServe(const QStringList &words);

} // namespace comptoir::service
