// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Id.h"

#include <QString>

#include <optional>
#include <vector>

namespace comptoir::domain {

/// A list of ids of one kind, stored and sent as a JSON array of UUIDs; empty is the empty text.
template <class IdType>
struct IdList
{
    std::vector<IdType> list;

    [[nodiscard]] QString toText() const
    {
        QString out;
        for (const IdType &id : list) {
            out += (out.isEmpty() ? QLatin1String("[\"") : QLatin1String(",\"")) + id.toString() + u'"';
        }
        return out.isEmpty() ? out : out + u']';
    }

    [[nodiscard]] static std::optional<IdList> fromText(QStringView text)
    {
        IdList out;
        if (text.isEmpty()) {
            return out;
        }
        if (!text.startsWith(u'[') || !text.endsWith(u']')) {
            return std::nullopt;
        }
        for (QStringView part : text.sliced(1, text.size() - 2).split(u',')) {
            part = part.trimmed();
            if (part.size() != 38 || !part.startsWith(u'"') || !part.endsWith(u'"')) {
                return std::nullopt;
            }
            const auto id = base::Uuid::fromString(part.sliced(1, 36));
            if (!id) {
                return std::nullopt;
            }
            out.list.push_back(IdType{*id});
        }
        return out;
    }

    bool operator==(const IdList &) const = default;
};

} // namespace comptoir::domain
