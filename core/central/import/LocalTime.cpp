// SPDX-License-Identifier: GPL-3.0-or-later
#include "LocalTime.h"

#include "Durations.h"

#include <array>
#include <charconv>

namespace comptoir::central {

namespace {

int daysIn(int year, int month)
{
    constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[static_cast<std::size_t>(month - 1)];
}

/// Last Sunday of a month of 31 days, 01:00 UTC.
qint64 changeMs(int year, int month)
{
    const qint64 last = dayNumber(year, month, 31);
    return (last - weekday(last) % 7) * base::kDayMs + base::kHourMs;
}

/// Takes a whole number of 1 to `most` digits that ends at `stop` (0 = the end of the text).
bool takeNumber(std::string_view &text, std::size_t most, char stop, int &out)
{
    const std::size_t end = stop == 0 ? text.size() : text.find(stop);
    if (end == std::string_view::npos || end == 0 || end > most) {
        return false;
    }
    const auto read = std::from_chars(text.data(), text.data() + end, out);
    if (read.ec != std::errc() || read.ptr != text.data() + end || out < 0) {
        return false;
    }
    text.remove_prefix(stop == 0 ? end : end + 1);
    return true;
}

} // namespace

qint64 dayNumber(int year, int month, int day)
{
    // Counts in years that begin in March, so that the leap day is the last (Richards' method).
    const int shifted = (month + 9) % 12;
    const qint64 years = qint64{year} - (month <= 2 ? 1 : 0);
    const qint64 leaps = years / 4 - years / 100 + years / 400;
    return 365 * years + leaps + (153 * shifted + 2) / 5 + day - 1 - 719'468;
}

int weekday(qint64 day)
{
    return static_cast<int>(((day + 3) % 7 + 7) % 7) + 1;
}

CivilDate CivilDate::of(qint64 day)
{
    int year = static_cast<int>(day / 366) + 1970;
    while (dayNumber(year + 1, 1, 1) <= day) {
        ++year;
    }
    int month = 1;
    while (month < 12 && dayNumber(year, month + 1, 1) <= day) {
        ++month;
    }
    return {year, month, static_cast<int>(day - dayNumber(year, month, 1)) + 1};
}

qint64 parisOffsetMs(qint64 utcMs)
{
    const int year = CivilDate::of(utcMs / base::kDayMs).year;
    const bool summer = utcMs >= changeMs(year, 3) && utcMs < changeMs(year, 10);
    return summer ? 2 * base::kHourMs : base::kHourMs;
}

qint64 parisToUtcMs(qint64 day, qint64 msOfDay)
{
    const qint64 wall = day * base::kDayMs + msOfDay;
    const qint64 asSummer = wall - 2 * base::kHourMs;
    return parisOffsetMs(asSummer) == 2 * base::kHourMs ? asSummer : wall - base::kHourMs;
}

std::optional<qint64> readFrenchTime(std::string_view text)
{
    int day = 0;
    int month = 0;
    int year = 0;
    int hour = 0;
    int minute = 0;
    if (!takeNumber(text, 2, '/', day) || !takeNumber(text, 2, '/', month) || !takeNumber(text, 4, ' ', year)
        || !takeNumber(text, 2, ':', hour) || text.size() != 2 || !takeNumber(text, 2, 0, minute)) {
        return std::nullopt;
    }
    if (year < 1970 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month) || hour > 23 || minute > 59) {
        return std::nullopt;
    }
    return parisToUtcMs(dayNumber(year, month, day), (hour * 60 + minute) * qint64{60'000});
}

} // namespace comptoir::central
