// SPDX-License-Identifier: GPL-3.0-or-later
#include "Asset.h"

#include "JsonText.h"

namespace comptoir::domain {

QString RemoteAccesses::toText() const
{
    return listText(list, [](const RemoteAccess &access) {
        return QString(QLatin1String("{\"type\":") + quoted(access.tool) + QLatin1String(",\"id\":") + quoted(access.id) + u'}');
    });
}

std::optional<RemoteAccesses> RemoteAccesses::fromText(QStringView text)
{
    return listFrom<RemoteAccesses>(text, [](const QJsonValue &value) {
        const bool good = value[u"type"].isString() && value[u"id"].isString();
        return good ? std::optional(RemoteAccess{value[u"type"].toString(), value[u"id"].toString()}) : std::nullopt;
    });
}

} // namespace comptoir::domain
