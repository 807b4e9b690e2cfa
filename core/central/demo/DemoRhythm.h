// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "DemoPlan.h"
#include "Dice.h"

namespace comptoir::central {

/// Public holidays of metropolitan France.
[[nodiscard]] bool isFrenchHoliday(qint64 dayNumber);

/// How busy a day is, 1 = an ordinary Tuesday: Mondays, January and September are busy, August and the end of December are not,
/// weekends and public holidays nearly empty.
[[nodiscard]] double dayWeight(qint64 dayNumber);

/// When the desk is called: `count` moments (milliseconds UTC), in order, over the plan's months up to its end, by day and by hour.
[[nodiscard]] std::vector<qint64> openingTimes(const DemoPlan &plan, std::size_t count);

/// The moment after so many working minutes (Monday to Friday but holidays, 8 to 18 h); a start outside them is moved to the next opening.
[[nodiscard]] qint64 afterWork(qint64 startMs, double minutes);

} // namespace comptoir::central
