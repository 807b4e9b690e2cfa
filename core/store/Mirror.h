// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Apply.h"
#include "ChangesMessages.h"
#include "Db.h"

namespace comptoir::store {

/// The console's copy of the service: rows as shown, base rows of entities with outstanding operations, outbox, cursors.
/// Everything here runs inside one Store::write, so that a change and its outbox row stand or fall together.
namespace mirror {

/// Why an operation was not performed here.
struct Rejected
{
    domain::Refusal refusal;
};

/// Applies `op` to the row as shown, keeps the base row, appends op to the outbox. A refusal of the reducer is an Error Refused
/// whose message is the refusal's reason; nothing is then changed.
[[nodiscard]] base::Result<> perform(Db &db, const domain::Operation &op, const domain::ApplyContext &context, const base::Uuid &bootStamp, qint64 nowMs);

/// Takes one page of one scope: base rows or rows as shown, own outstanding operations replayed on top, verdicts, cursor.
/// Applied only if `page.from` is this scope's cursor (else nothing changes and the answer is false).
[[nodiscard]] base::Result<bool> applyPage(Db &db, const wire::ScopePage &page);

} // namespace mirror

} // namespace comptoir::store
