// SPDX-License-Identifier: GPL-3.0-or-later
#include "Texts.h"

#include "JsonText.h"

namespace comptoir::domain {

QString Texts::toText() const
{
    QString out;
    for (const QString &text : list) {
        out += out.isEmpty() ? u'[' : u',';
        out += quoted(text);
    }
    return out.isEmpty() ? out : QString(out + u']');
}

std::optional<Texts> Texts::fromText(QStringView text)
{
    Texts out;
    if (text.isEmpty()) {
        return out;
    }
    const auto array = arrayOf(text);
    if (!array) {
        return std::nullopt;
    }
    for (const QJsonValue &value : *array) {
        if (!value.isString()) {
            return std::nullopt;
        }
        out.list.append(value.toString());
    }
    return out;
}

} // namespace comptoir::domain
