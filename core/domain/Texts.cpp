// SPDX-License-Identifier: GPL-3.0-or-later
#include "Texts.h"

#include "JsonText.h"

namespace comptoir::domain {

QString Texts::toText() const
{
    return listText(list, [](const QString &text) { return quoted(text); });
}

std::optional<Texts> Texts::fromText(QStringView text)
{
    return listFrom<Texts>(text, [](const QJsonValue &value) { return value.isString() ? std::optional(value.toString()) : std::nullopt; });
}

} // namespace comptoir::domain
