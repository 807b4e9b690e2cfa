// SPDX-License-Identifier: GPL-3.0-or-later
#include "Refusals.h"

namespace comptoir::domain {

base::Error errorOf(const Refusal &refusal)
{
    const QString code = codeOf(refusal.code);
    return {base::Error::Kind::Refused, QStringLiteral("%1 %2: %3").arg(code, refusal.field, refusal.reason), code, refusal.field};
}

std::optional<Refusal> refusalIn(const base::Error &error)
{
    const auto code = fromCode<Refusal::Code>(error.code);
    if (error.kind != base::Error::Kind::Refused || !code) {
        return std::nullopt;
    }
    return Refusal{*code, error.field, {}, {}, error.message};
}

Refusal damagedHere()
{
    return {Refusal::Code::Invalid, {}, {}, {}, QStringLiteral("damaged on the disk of this console")};
}

bool isDamagedHere(const Refusal &refusal)
{
    return refusal.reason == damagedHere().reason;
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
