// SPDX-License-Identifier: GPL-3.0-or-later
#include "Refusals.h"

namespace comptoir::domain {

QString sentenceOf(const Refusal &refusal)
{
    return QStringLiteral("%1 %2: %3").arg(codeOf(refusal.code), refusal.field, refusal.reason);
}

base::Error errorOf(const Refusal &refusal)
{
    return {base::Error::Kind::Refused, sentenceOf(refusal), QString(codeOf(refusal.code)), refusal.field};
}

std::optional<Refusal> refusalIn(const base::Error &error)
{
    const qsizetype space = error.message.indexOf(u' ');
    const qsizetype colon = error.message.indexOf(QStringLiteral(": "), space + 1);
    const bool alone = error.code.isEmpty() && space >= 0 && colon >= 0;
    const auto code = fromCode<Refusal::Code>(alone ? error.message.left(space) : error.code);
    if (error.kind != base::Error::Kind::Refused || !code) {
        return std::nullopt;
    }
    return Refusal{*code, alone ? error.message.mid(space + 1, colon - space - 1) : error.field, {}, {}, error.message};
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
