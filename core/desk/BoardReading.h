// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Board.h"

namespace comptoir::store {
class Db;
}

namespace comptoir::desk {

/// Everything of the board that the mirror knows, each figure with the list behind it. "Today" is the local day of `nowMs`.
[[nodiscard]] base::Result<BoardFigures> readFigures(store::Db &db, qint64 nowMs);

/// Puts the names of groups and organisations to their bars.
void nameBars(BoardFigures &figures, const Catalogue &catalogue);

/// Midnight before `nowMs` in this machine's zone.
[[nodiscard]] qint64 startOfLocalDayMs(qint64 nowMs);

} // namespace comptoir::desk
