// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <string>
#include <string_view>

namespace comptoir::store {

/// Text as the word indexes hold it: letters and digits only, small, without accents, ligatures taken apart (œ → oe, ß → ss),
/// everything else (apostrophes, hyphens, dots) a space. Index and query go through here, so that they always agree.
[[nodiscard]] std::string foldWords(std::string_view utf8);

/// What to MATCH for the words typed: each the beginning of a word, in any order. Empty where nothing can be looked for.
/// At most 8 words of 40 characters count.
[[nodiscard]] QString wordQuery(QStringView typed);

} // namespace comptoir::store
