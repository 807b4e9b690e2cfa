// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <string>
#include <string_view>

namespace comptoir::store {

/// Text as the word indexes hold it: letters and digits only, small, without accents, ligatures taken apart (œ → oe, ß → ss),
/// everything else (apostrophes, hyphens, dots) a space. Index and query go through here, so that they always agree.
[[nodiscard]] std::string foldWords(std::string_view utf8);

/// What to MATCH for the words typed: each the beginning of a word, in any order. Empty where nothing can be looked for.
/// At most 8 words of 40 characters count.
[[nodiscard]] QString wordQuery(QStringView typed);
/// The same for whole words, none of them only the beginning of one.
[[nodiscard]] QString wholeWordQuery(QStringView typed);
/// The words typed, folded; at most 8.
[[nodiscard]] QStringList foldedWords(QStringView typed);
/// What to MATCH for any of these folded beginnings.
[[nodiscard]] QString anyOfQuery(const QStringList &beginnings);

} // namespace comptoir::store
