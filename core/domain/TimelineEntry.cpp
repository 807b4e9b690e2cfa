// SPDX-License-Identifier: GPL-3.0-or-later
#include "TimelineEntry.h"

#include "JsonText.h"

namespace comptoir::domain {

QString FieldChanges::toText() const
{
    QString out;
    for (const FieldChange &change : list) {
        out += out.isEmpty() ? u'[' : u',';
        out += u'[' + quoted(change.field) + u',' + quoted(change.before) + u',' + quoted(change.after) + u']';
    }
    return out.isEmpty() ? out : QString(out + u']');
}

std::optional<FieldChanges> FieldChanges::fromText(QStringView text)
{
    FieldChanges out;
    if (text.isEmpty()) {
        return out;
    }
    const auto array = arrayOf(text);
    if (!array) {
        return std::nullopt;
    }
    for (const QJsonValue &value : *array) {
        const QJsonArray parts = value.toArray();
        if (parts.size() != 3 || !parts[0].isString() || !parts[1].isString() || !parts[2].isString()) {
            return std::nullopt;
        }
        out.list.push_back({parts[0].toString(), parts[1].toString(), parts[2].toString()});
    }
    return out;
}

} // namespace comptoir::domain
