// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Db.h"

namespace comptoir::central {

/// How far the scopes had come when, so that tombstones can be forgotten by their age. Seqs have no time of their own.
namespace ScopeMarks {

/// Notes how far the scopes are, about once a day; forgets tombstones from before `beforeMs` and raises the scope's floor to the newest
/// of them: a cursor below it has missed some, and is told 410.
[[nodiscard]] base::Result<> raiseFloors(store::Db &db, qint64 beforeMs, qint64 nowMs);

} // namespace ScopeMarks

} // namespace comptoir::central
