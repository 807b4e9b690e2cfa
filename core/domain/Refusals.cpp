// SPDX-License-Identifier: GPL-3.0-or-later
#include "Refusals.h"

namespace comptoir::domain {

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
