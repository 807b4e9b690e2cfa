// SPDX-License-Identifier: GPL-3.0-or-later
#include "TimelineEntry.h"

#include "JsonText.h"

namespace comptoir::domain {

QString FieldChanges::toText() const
{
    return listText(list, [](const FieldChange &change) {
        return QString(u'[' + quoted(change.field) + u',' + quoted(change.before) + u',' + quoted(change.after) + u']');
    });
}

std::optional<FieldChanges> FieldChanges::fromText(QStringView text)
{
    return listFrom<FieldChanges>(text, [](const QJsonValue &value) {
        const QJsonArray parts = value.toArray();
        const bool good = parts.size() == 3 && parts[0].isString() && parts[1].isString() && parts[2].isString();
        return good ? std::optional(FieldChange{parts[0].toString(), parts[1].toString(), parts[2].toString()}) : std::nullopt;
    });
}

} // namespace comptoir::domain
