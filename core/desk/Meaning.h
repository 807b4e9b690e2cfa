// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Outstanding.h"
#include "Apply.h"
#include "TicketPage.h"

#include <optional>

namespace comptoir::desk {

/// What was done, decoded; nothing where another version wrote it. Of a store::Outstanding::Row or a store::Notice.
[[nodiscard]] std::optional<domain::Payload> payloadOf(const QByteArray &kind, int version, const QByteArray &payload);
template <class Row>
[[nodiscard]] std::optional<domain::Payload> payloadOf(const Row &row)
{
    return payloadOf(row.kind, row.version, row.payload);
}

/// What an operation meant, in the words that were typed: the note, the value, the resolution. Empty where there were none.
[[nodiscard]] QString meaningOf(const store::Outstanding::Row &row);

/// The value a refused edit would have set, in its text form; empty for every other operation.
[[nodiscard]] QString valueOf(const store::Outstanding::Row &row);

/// What a refused deed had chosen beside its words, by name: `code` (of a resolution or of a reason to wait), `group`, `assignee`.
[[nodiscard]] QMap<QString, QString> choicesOf(const store::Outstanding::Row &row);

/// What the service said to it, or that it was damaged here; a parked operation has no field. Of a store::Outstanding::Row or a store::Notice.
[[nodiscard]] domain::Refusal refusalOf(const QByteArray &code, const QByteArray &refusal);
[[nodiscard]] inline domain::Refusal refusalOf(const store::Outstanding::Row &row)
{
    return refusalOf(row.code, row.refusal);
}

} // namespace comptoir::desk
