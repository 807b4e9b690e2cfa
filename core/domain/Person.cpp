// SPDX-License-Identifier: GPL-3.0-or-later
#include "Person.h"

#include "JsonText.h"

namespace comptoir::domain {

QString PhoneNumbers::toText() const
{
    return listText(list, [](const PhoneNumber &number) {
        return QString(QLatin1String("{\"kind\":\"") + codeOf(number.kind) + QLatin1String("\",\"written\":") + quoted(number.written)
                       + QLatin1String(",\"key\":") + quoted(number.key) + u'}');
    });
}

std::optional<PhoneNumbers> PhoneNumbers::fromText(QStringView text)
{
    return listFrom<PhoneNumbers>(text, [](const QJsonValue &value) {
        const auto kind = fromCode<NumberKind>(value[u"kind"].toString());
        const bool good = kind && value[u"written"].isString() && value[u"key"].isString();
        return good ? std::optional(PhoneNumber{*kind, value[u"written"].toString(), value[u"key"].toString()}) : std::nullopt;
    });
}

QString Person::displayName() const
{
    const QString name = QString(givenName + u' ' + familyName).trimmed();
    return name.isEmpty() ? email : name;
}

} // namespace comptoir::domain
