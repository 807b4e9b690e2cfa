// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>
#include <string_view>

namespace comptoir::central {

/// Days since 1970-01-01 of a date of the proleptic Gregorian calendar.
[[nodiscard]] qint64 dayNumber(int year, int month, int day);
/// 1 = Monday … 7 = Sunday.
[[nodiscard]] int weekday(qint64 dayNumber);

/// The calendar date of a day number.
struct CivilDate
{
    int year = 1970;
    int month = 1;
    int day = 1;

    [[nodiscard]] static CivilDate of(qint64 dayNumber);
};

/// Milliseconds since 1970 UTC of a wall clock in metropolitan France (CET, CEST by the rule of the European Union since 1996).
/// A time the clocks jump over counts as if they had not; one they pass twice is its first passing.
[[nodiscard]] qint64 parisToUtcMs(qint64 dayNumber, qint64 msOfDay);
/// Milliseconds to add to UTC at this moment: 1 or 2 hours.
[[nodiscard]] qint64 parisOffsetMs(qint64 utcMs);

/// Reads `29/2/2016 01:16` (d/m/Y H:M) as a wall clock in metropolitan France; nothing for anything else.
[[nodiscard]] std::optional<qint64> readFrenchTime(std::string_view text);

} // namespace comptoir::central
