// SPDX-License-Identifier: GPL-3.0-or-later
#include "Clock.h"

#include <QFile>

#include <ctime>

namespace comptoir::base {

namespace {

qint64 readMs(clockid_t which)
{
    timespec now{};
    clock_gettime(which, &now);
    return qint64{now.tv_sec} * 1000 + now.tv_nsec / 1'000'000;
}

} // namespace

qint64 SystemClock::nowMs() const
{
    return readMs(CLOCK_REALTIME);
}

qint64 SystemClock::bootMs() const
{
    return readMs(CLOCK_BOOTTIME);
}

QByteArray SystemClock::bootId() const
{
    static const QByteArray id = [] {
        QFile file(QStringLiteral("/proc/sys/kernel/random/boot_id"));
        return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
    }();
    return id;
}

} // namespace comptoir::base
