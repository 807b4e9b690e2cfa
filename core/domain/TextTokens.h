// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace comptoir::domain::texttokens {

/// A part of a text, its end not in it.
struct Range
{
    qsizetype begin = 0;
    qsizetype end = 0;

    [[nodiscard]] qsizetype size() const { return end - begin; }
};

/// Letters and digits that stand together, with their marks.
struct Word
{
    qsizetype begin = 0;
    qsizetype end = 0;
    QString folded;
};

/// Digits with nothing between them but what people write between digits of a number.
struct Digits
{
    qsizetype begin = 0; ///< where it begins, a plus before it included
    QString digits;
    std::vector<qsizetype> at; ///< where each of them stands
};

[[nodiscard]] std::vector<Word> wordsIn(const QString &text);
[[nodiscard]] std::vector<Digits> digitsIn(const QString &text);
/// What looks like an e-mail's address.
[[nodiscard]] std::vector<Range> emailsIn(const QString &text);
/// The folded words of a name.
[[nodiscard]] QStringList foldedWordsOf(const QString &name);

} // namespace comptoir::domain::texttokens
