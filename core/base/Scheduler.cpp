// SPDX-License-Identifier: GPL-3.0-or-later
#include "Scheduler.h"

#include <QTimer>

#include <chrono>

namespace comptoir::base {

void QtScheduler::after(qint64 delayMs, QObject *context, std::function<void()> work)
{
    QTimer::singleShot(std::chrono::milliseconds(delayMs), context, std::move(work));
}

} // namespace comptoir::base
