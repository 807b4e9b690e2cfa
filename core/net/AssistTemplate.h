// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Result.h"

#include <QHash>
#include <QStringList>

namespace comptoir::net {

/// What may fill a slot of a template. Every kind refuses a beginning `-`, spaces, control characters and anything a shell or a URI would read.
enum class SlotKind {
    Host, ///< a host name, an IPv4 address, or an IPv6 address in brackets; at most 253 characters
    Port, ///< 1 … 65535
    Digits, ///< 1 … 20 digits (spaces between them are taken out)
    Id, ///< a letter or digit, then at most 127 of letters, digits, `_`, `.`, `@`, `$`, `-`
};

/// The value as it may stand in a command; Invalid where it breaks the grammar of its kind.
[[nodiscard]] base::Result<QString> slotValue(SlotKind kind, const QString &raw);

using SlotValues = QHash<SlotKind, QString>;
[[nodiscard]] inline size_t qHash(SlotKind kind, size_t seed = 0)
{
    return ::qHash(static_cast<int>(kind), seed);
}

/// Fills `{host}`, `{port}`, `{digits}`, `{id}` of the policy's texts with checked values. The number of texts never changes.
/// Invalid for an unknown slot, a slot without a value, or a brace without its other.
[[nodiscard]] base::Result<QStringList> filled(const QStringList &texts, const SlotValues &values, bool inUri);

/// Which slots the texts name; Invalid for an unknown one.
[[nodiscard]] base::Result<QList<SlotKind>> slotsOf(const QStringList &texts);

} // namespace comptoir::net
