// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "WordFold.h"

#include <QStringList>

namespace comptoir::store {

/// Text as the word indexes hold it. Index and query go through here, so that they always agree.
using domain::foldWords;

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
