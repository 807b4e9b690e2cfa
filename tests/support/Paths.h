// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace comptoir::tests {

/// The folder of the sources.
[[nodiscard]] QString sourceDir();
/// The folder the programs are built to.
[[nodiscard]] QString binDir();
/// The real data beside the sources (`../shared/data`); empty where it is not there: say so and skip the test.
[[nodiscard]] QString sharedDataDir();

} // namespace comptoir::tests
