// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Codes.h"

namespace comptoir::domain {

/// How a ticket came to its end: the codes a resolution is given, the window offers and the imports write.
enum class Resolution { Fixed, Advice, Workaround, Delivered, NoFault, Duplicate };

template <>
struct CodesOf<Resolution>
{
    static constexpr std::array list{std::pair{Resolution::Fixed, "fixed"},           std::pair{Resolution::Advice, "advice"},
                                     std::pair{Resolution::Workaround, "workaround"}, std::pair{Resolution::Delivered, "delivered"},
                                     std::pair{Resolution::NoFault, "no_fault"},      std::pair{Resolution::Duplicate, "duplicate"}};
};

} // namespace comptoir::domain
