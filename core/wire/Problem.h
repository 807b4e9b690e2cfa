// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Result.h"

#include <map>
#include <variant>

namespace comptoir::wire {

/// An RFC 9457 problem, `application/problem+json`.
struct Problem
{
    using Extension = std::variant<qint64, QString>;

    QString type; ///< URI reference; empty reads as `about:blank`
    QString title;
    int status = 0;
    QString detail;
    std::map<QString, Extension> extensions; ///< such as `code: "epoch"`, `min_protocol: 2`

    [[nodiscard]] QByteArray encode() const;
    /// Members of an unexpected type are left out, as the RFC asks; Protocol for anything but a JSON object.
    [[nodiscard]] static base::Result<Problem> decode(QByteArrayView json);
    /// The text of an extension; empty where absent or not a text.
    [[nodiscard]] QString extension(const QString &name) const;

    bool operator==(const Problem &) const = default;
};

} // namespace comptoir::wire
