// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace comptoir::base {

/// Built with COMPTOIR_PLANTS: plants the bug (Planted.h) that the environment's COMPTOIR_PLANT names, so that a test of a real process can
/// show that it would see it. In every other build this does nothing and knows no such variable.
void plantChosen();

} // namespace comptoir::base
