// SPDX-License-Identifier: GPL-3.0-or-later
#include "Refusals.h"

namespace comptoir::domain {

QString sentenceOf(const Refusal &refusal)
{
    return QStringLiteral("%1 %2: %3").arg(codeOf(refusal.code), refusal.field, refusal.reason);
}

std::optional<Refusal> refusalIn(const QString &sentence)
{
    const qsizetype space = sentence.indexOf(u' ');
    const qsizetype colon = sentence.indexOf(QStringLiteral(": "), space + 1);
    const auto code = space < 0 ? std::nullopt : fromCode<Refusal::Code>(sentence.left(space));
    if (!code || colon < 0) {
        return std::nullopt;
    }
    return Refusal{*code, sentence.mid(space + 1, colon - space - 1), {}, {}, sentence.mid(colon + 2)};
}

std::optional<Refusal> tooLong(const QString &column, const QString &text)
{
    const qsizetype most = textLimit(column);
    if (text.size() <= most) {
        return std::nullopt;
    }
    return Refusal{Refusal::Code::Invalid,
                   column,
                   {},
                   {},
                   QStringLiteral("%1 has %2 characters, %3 are allowed").arg(column).arg(text.size()).arg(most)};
}

} // namespace comptoir::domain
