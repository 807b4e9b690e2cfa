// SPDX-License-Identifier: GPL-3.0-or-later
#include "Words.h"

#include "Durations.h"

#include <QDateTime>
#include <QLocale>

namespace comptoir::ui {

namespace {

constexpr qint64 kHoursAcrossMidnight = 6;

QDateTime local(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms);
}

/// "lun. 24", "1 déc.", "3 déc. 2027": the shortest that leaves no doubt. A day of another month names its month.
QString shortDay(const QDate &day, const QDate &today)
{
    const QLocale locale;
    const qint64 far = today.daysTo(day);
    if (far > -7 && far < 14 && day.month() == today.month()) {
        return locale.toString(day, QStringLiteral("ddd d"));
    }
    const bool near = day.year() == today.year() || std::abs(far) < 60;
    return locale.toString(day, near ? QStringLiteral("d MMM") : QStringLiteral("d MMM yyyy"));
}

} // namespace

QString Times::span(qint64 ms)
{
    const qint64 whole = std::abs(ms);
    if (whole < base::kHourMs) {
        return tr("%1 min").arg(whole / base::kMinuteMs);
    }
    if (whole < base::kDayMs) {
        const qint64 minutes = whole / base::kMinuteMs % 60;
        const QString hours = QString::number(whole / base::kHourMs);
        // Exact minutes matter for a few hours only.
        if (minutes == 0 || whole >= 5 * base::kHourMs) {
            return tr("%1 h").arg(hours);
        }
        return tr("%1 h %2").arg(hours).arg(minutes, 2, 10, QLatin1Char('0'));
    }
    return tr("%1 d").arg(whole / base::kDayMs);
}

QString Times::due(qint64 dueMs, qint64 nowMs)
{
    if (dueMs == 0) {
        return QStringLiteral("—");
    }
    const qint64 left = dueMs - nowMs;
    if (left < 0) {
        return u'−' % span(std::max(-left, base::kMinuteMs));
    }
    const QDate today = local(nowMs).date();
    const QDate day = local(dueMs).date();
    if (day == today || left < kHoursAcrossMidnight * base::kHourMs) {
        return span(left);
    }
    return today.daysTo(day) == 1 ? tr("tomorrow") : shortDay(day, today);
}

QString Times::ago(qint64 atMs, qint64 nowMs)
{
    if (atMs == 0) {
        return QStringLiteral("—");
    }
    const qint64 gone = nowMs - atMs;
    const qint64 days = local(atMs).date().daysTo(local(nowMs).date());
    if (gone < base::kMinuteMs) {
        return tr("just now");
    }
    if (days == 0 || gone < kHoursAcrossMidnight * base::kHourMs) {
        return tr("%1 ago").arg(gone < base::kHourMs ? tr("%1 min").arg(gone / base::kMinuteMs) : tr("%1 h").arg(gone / base::kHourMs));
    }
    if (days == 1) {
        return tr("yesterday");
    }
    return days < 30 ? tr("%1 ago").arg(tr("%1 d").arg(days)) : shortDay(local(atMs).date(), local(nowMs).date());
}

QString Times::clock(qint64 atMs)
{
    return local(atMs).toString(QStringLiteral("HH:mm"));
}

QString Times::clockSeconds(qint64 atMs)
{
    return local(atMs).toString(QStringLiteral("HH:mm:ss"));
}

QString Times::moment(qint64 atMs, qint64 nowMs)
{
    const QDate day = local(atMs).date();
    const QDate today = local(nowMs).date();
    if (day == today) {
        return clock(atMs);
    }
    if (day.daysTo(today) == 1) {
        return tr("yesterday %1").arg(clock(atMs));
    }
    const QString format = day.year() == today.year() ? QStringLiteral("ddd d MMM") : QStringLiteral("d MMM yyyy");
    return QLocale().toString(day, format) % u' ' % clock(atMs);
}

QString Times::full(qint64 atMs)
{
    return tr("%1, %2", "date, time").arg(QLocale().toString(local(atMs).date(), QLocale::LongFormat), clock(atMs));
}

QString Times::timer(qint64 ms)
{
    const qint64 seconds = std::max<qint64>(0, ms) / 1000;
    const auto two = [](qint64 value) { return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0')); };
    const QString minutes = two(seconds / 60 % 60) % u':' % two(seconds % 60);
    return seconds < 3600 ? minutes : QString(QString::number(seconds / 3600) % u':' % minutes);
}

} // namespace comptoir::ui
