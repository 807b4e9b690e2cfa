// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace comptoir::domain {

/// Text as words are compared: letters and digits only, small, without accents, ligatures taken apart (œ → oe, ß → ss),
/// everything else (apostrophes, hyphens, dots) a space.
[[nodiscard]] std::string foldWords(std::string_view utf8);

} // namespace comptoir::domain
