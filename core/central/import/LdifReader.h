// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "SourceFile.h"

#include <optional>
#include <utility>
#include <vector>

namespace comptoir::central {

/// One entry of an LDIF file: its attributes in order, names in lower case without options (`cn;lang-fr` → `cn`).
struct LdifEntry
{
    qint64 line = 0; ///< of its `dn:`
    std::vector<std::pair<QByteArray, QByteArray>> attributes;

    /// The first value of the attribute as text; nothing where it is absent, empty or not UTF-8.
    [[nodiscard]] std::optional<QString> text(QByteArrayView name) const;
    [[nodiscard]] bool has(QByteArrayView name, QByteArrayView value) const;
};

/// The entries of an LDIF file (RFC 2849): folded lines, comments, base64. Refuses change records other than additions, values to be
/// fetched from elsewhere (`:<`), lines that are none, base64 that is none.
[[nodiscard]] base::Result<std::vector<LdifEntry>> readLdif(const QString &path);

} // namespace comptoir::central
