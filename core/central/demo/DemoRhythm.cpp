// SPDX-License-Identifier: GPL-3.0-or-later
#include "DemoRhythm.h"

#include "Durations.h"
#include "LocalTime.h"

#include <algorithm>
#include <array>

namespace comptoir::central {

namespace {

constexpr qint64 kOpens = 8 * base::kHourMs;
constexpr qint64 kCloses = 18 * base::kHourMs;

constexpr std::array<double, 7> kWeekdays{1.36, 1.06, 0.94, 1.0, 0.86, 0.05, 0.02};
constexpr std::array<double, 12> kMonths{1.2, 1.0, 1.04, 0.95, 0.9, 1.0, 0.76, 0.52, 1.28, 1.1, 1.02, 0.88};
/// Calls of each hour of the day, by the wall clock.
constexpr std::array<int, 24> kHours{0, 0, 0, 0, 0, 1, 6, 40, 118, 160, 152, 122, 40, 62, 136, 118, 96, 52, 14, 4, 2, 1, 0, 0};

/// Easter Sunday (the anonymous Gregorian computus).
qint64 easter(int year)
{
    const int a = year % 19;
    const int b = year / 100;
    const int c = year % 100;
    const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int n = h + l - 7 * m + 114;
    return dayNumber(year, n / 31, n % 31 + 1);
}

bool isWorkingDay(qint64 day)
{
    return weekday(day) <= 5 && !isFrenchHoliday(day);
}

double hoursWeight(qint64 msOfDay)
{
    double out = 0;
    for (std::size_t hour = 0; hour < kHours.size(); ++hour) {
        const auto begin = static_cast<qint64>(hour) * base::kHourMs;
        const double part = std::clamp(static_cast<double>(msOfDay - begin) / static_cast<double>(base::kHourMs), 0.0, 1.0);
        out += part * kHours[hour];
    }
    return out / 1124.0;
}

} // namespace

bool isFrenchHoliday(qint64 day)
{
    const CivilDate date = CivilDate::of(day);
    constexpr std::array<std::pair<int, int>, 8> fixed{{{1, 1}, {5, 1}, {5, 8}, {7, 14}, {8, 15}, {11, 1}, {11, 11}, {12, 25}}};
    if (std::find(fixed.begin(), fixed.end(), std::pair{date.month, date.day}) != fixed.end()) {
        return true;
    }
    const qint64 since = day - easter(date.year);
    return since == 1 || since == 39 || since == 50; // Easter Monday, Ascension, Whit Monday
}

double dayWeight(qint64 day)
{
    const CivilDate date = CivilDate::of(day);
    if (isFrenchHoliday(day)) {
        return 0.03;
    }
    const bool christmas = (date.month == 12 && date.day >= 21) || (date.month == 1 && date.day <= 2);
    return kWeekdays[static_cast<std::size_t>(weekday(day) - 1)] * kMonths[static_cast<std::size_t>(date.month - 1)]
        * (christmas ? 0.45 : 1.0);
}

std::vector<qint64> openingTimes(const DemoPlan &plan, std::size_t count)
{
    Dice dice(plan.seed, "rhythm");
    const qint64 localNow = plan.untilMs + parisOffsetMs(plan.untilMs);
    const qint64 lastDay = localNow / base::kDayMs;
    const qint64 firstDay = lastDay - plan.months * 365 / 12;
    std::vector<double> weights;
    for (qint64 day = firstDay; day <= lastDay; ++day) {
        weights.push_back(dayWeight(day) * (day == lastDay ? hoursWeight(localNow % base::kDayMs) : 1.0));
    }
    WeightedWords hours;
    for (const int weight : kHours) {
        hours.add({}, std::max(weight, 1));
    }
    const auto counts = shares(count, weights, 0);
    std::vector<qint64> out;
    for (std::size_t at = 0; at < counts.size(); ++at) {
        const qint64 day = firstDay + static_cast<qint64>(at);
        for (std::size_t i = 0; i < counts[at]; ++i) {
            const qint64 msOfDay = static_cast<qint64>(hours.drawAt(dice)) * base::kHourMs + dice.between(0, base::kHourMs - 1);
            const qint64 at0 = parisToUtcMs(day, msOfDay);
            out.push_back(at0 < plan.untilMs ? at0 : plan.untilMs - dice.between(1, std::max<qint64>(localNow % base::kDayMs / 2, 60'000)));
        }
    }
    std::sort(out.begin(), out.end());
    return out;
}

qint64 afterWork(qint64 startMs, double minutes)
{
    const qint64 local = startMs + parisOffsetMs(startMs);
    qint64 day = local / base::kDayMs;
    qint64 at = local % base::kDayMs;
    auto left = static_cast<qint64>(minutes * 60'000.0);
    for (;;) {
        if (isWorkingDay(day) && at < kCloses) {
            at = std::max(at, kOpens);
            const qint64 today = kCloses - at;
            if (left < today) {
                return parisToUtcMs(day, at + left);
            }
            left -= today;
        }
        ++day;
        at = 0;
    }
}

} // namespace comptoir::central
