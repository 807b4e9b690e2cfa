// SPDX-License-Identifier: GPL-3.0-or-later
#include "Fold.h"

#include <QString>
#include <QStringList>

namespace comptoir::store {

namespace {

constexpr int kMostWords = 8;
constexpr int kMostLetters = 40;

} // namespace

QStringList foldedWords(QStringView typed)
{
    const std::string folded = foldWords(typed.left(kMostWords * kMostLetters * 2).toUtf8().toStdString());
    QStringList words;
    for (const QString &word : QString::fromStdString(folded).split(u' ', Qt::SkipEmptyParts)) {
        if (words.size() == kMostWords) {
            break;
        }
        words.append(word.left(kMostLetters));
    }
    return words;
}

namespace {

QString matchOf(const QStringList &words, const QString &ending, const QString &between)
{
    QStringList terms;
    for (const QString &word : words) {
        terms.append(u'"' + word + ending);
    }
    return terms.join(between);
}

} // namespace

QString wordQuery(QStringView typed)
{
    return matchOf(foldedWords(typed), QStringLiteral("\"*"), QStringLiteral(" "));
}

QString wholeWordQuery(QStringView typed)
{
    return matchOf(foldedWords(typed), QStringLiteral("\""), QStringLiteral(" "));
}

QString anyOfQuery(const QStringList &beginnings)
{
    return matchOf(beginnings, QStringLiteral("\"*"), QStringLiteral(" OR "));
}

} // namespace comptoir::store
