// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace comptoir::domain {

// The small JSON of text forms. Written by hand so that the same value always gives the same text; read by Qt.

/// `text` in quotes, escaped.
[[nodiscard]] QString quoted(QStringView text);

/// The array or object of a text form; nothing where it is not exactly one of that kind.
[[nodiscard]] std::optional<QJsonArray> arrayOf(QStringView text);
[[nodiscard]] std::optional<QJsonObject> objectOf(QStringView text);

} // namespace comptoir::domain
