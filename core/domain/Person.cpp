// SPDX-License-Identifier: GPL-3.0-or-later
#include "Person.h"

#include "JsonText.h"

namespace comptoir::domain {

QString PhoneNumbers::toText() const
{
    QString out;
    for (const PhoneNumber &number : list) {
        out += out.isEmpty() ? u'[' : u',';
        out += QLatin1String("{\"kind\":\"") + codeOf(number.kind) + QLatin1String("\",\"written\":") + quoted(number.written)
            + QLatin1String(",\"key\":") + quoted(number.key) + u'}';
    }
    return out.isEmpty() ? out : QString(out + u']');
}

std::optional<PhoneNumbers> PhoneNumbers::fromText(QStringView text)
{
    PhoneNumbers out;
    if (text.isEmpty()) {
        return out;
    }
    const auto array = arrayOf(text);
    if (!array) {
        return std::nullopt;
    }
    for (const QJsonValue &value : *array) {
        const auto kind = fromCode<NumberKind>(value[u"kind"].toString());
        if (!kind || !value[u"written"].isString() || !value[u"key"].isString()) {
            return std::nullopt;
        }
        out.list.push_back({*kind, value[u"written"].toString(), value[u"key"].toString()});
    }
    return out;
}

QString Person::displayName() const
{
    const QString name = QString(givenName + u' ' + familyName).trimmed();
    return name.isEmpty() ? email : name;
}

} // namespace comptoir::domain
