// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace comptoir::domain {

/// A list of short texts (tags, aliases), stored and sent as a JSON array of strings; empty is the empty text.
struct Texts
{
    QStringList list;

    [[nodiscard]] QString toText() const;
    [[nodiscard]] static std::optional<Texts> fromText(QStringView text);
    bool operator==(const Texts &) const = default;
};

} // namespace comptoir::domain
