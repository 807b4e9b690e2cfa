// SPDX-License-Identifier: GPL-3.0-or-later
#include "Planted.h"

#ifdef COMPTOIR_PLANTS
namespace comptoir::base {

namespace {

Plant planted = Plant::None;

} // namespace

void plant(Plant bug)
{
    planted = bug;
}

bool isPlanted(Plant bug)
{
    return bug == planted;
}

} // namespace comptoir::base
#endif
