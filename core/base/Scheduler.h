// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <functional>

class QObject;

namespace comptoir::base {

/// Runs something later. Injected, so that the simulator can own time.
class Scheduler
{
public:
    virtual ~Scheduler() = default;
    /// Runs `work` once, `delayMs` from now, on the thread of `context`; never if `context` is gone by then.
    virtual void after(qint64 delayMs, QObject *context, std::function<void()> work) = 0;
};

/// Timers of the Qt event loop.
class QtScheduler final : public Scheduler
{
public:
    void after(qint64 delayMs, QObject *context, std::function<void()> work) override;
};

} // namespace comptoir::base
