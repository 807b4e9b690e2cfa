// SPDX-License-Identifier: GPL-3.0-or-later
#include "Asset.h"

#include "JsonText.h"

namespace comptoir::domain {

QString RemoteAccesses::toText() const
{
    QString out;
    for (const RemoteAccess &access : list) {
        out += out.isEmpty() ? u'[' : u',';
        out += QLatin1String("{\"type\":") + quoted(access.tool) + QLatin1String(",\"id\":") + quoted(access.id) + u'}';
    }
    return out.isEmpty() ? out : QString(out + u']');
}

std::optional<RemoteAccesses> RemoteAccesses::fromText(QStringView text)
{
    RemoteAccesses out;
    if (text.isEmpty()) {
        return out;
    }
    const auto array = arrayOf(text);
    if (!array) {
        return std::nullopt;
    }
    for (const QJsonValue &value : *array) {
        if (!value[u"type"].isString() || !value[u"id"].isString()) {
            return std::nullopt;
        }
        out.list.push_back({value[u"type"].toString(), value[u"id"].toString()});
    }
    return out;
}

} // namespace comptoir::domain
