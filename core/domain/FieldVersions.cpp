// SPDX-License-Identifier: GPL-3.0-or-later
#include "FieldVersions.h"

#include "JsonText.h"

namespace comptoir::domain {

std::optional<OperationId> FieldVersions::of(GuardedField field) const
{
    const auto found = m_setters.find(field);
    return found == m_setters.end() ? std::nullopt : std::optional(found->second);
}

QString FieldVersions::toText() const
{
    QString out;
    for (const auto &[field, setter] : m_setters) {
        out += out.isEmpty() ? u'{' : u',';
        out += quoted(QString(codeOf(field))) + QLatin1String(":\"") + setter.toString() + u'"';
    }
    return out.isEmpty() ? out : QString(out + u'}');
}

std::optional<FieldVersions> FieldVersions::fromText(QStringView text)
{
    FieldVersions out;
    if (text.isEmpty()) {
        return out;
    }
    const auto object = objectOf(text);
    if (!object) {
        return std::nullopt;
    }
    for (auto entry = object->begin(); entry != object->end(); ++entry) {
        const auto field = fromCode<GuardedField>(entry.key());
        const auto setter = base::Uuid::fromString(entry.value().toString());
        if (!field || !setter) {
            return std::nullopt;
        }
        out.set(*field, OperationId{*setter});
    }
    return out;
}

} // namespace comptoir::domain
