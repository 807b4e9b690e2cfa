// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Result.h"

namespace comptoir::service {

/// A password that an account may have: asked twice without echo on a terminal (once where it may not be one), else one line of standard
/// input. Never from the command line, which others can read.
[[nodiscard]] base::Result<QString> readPassword();

} // namespace comptoir::service
