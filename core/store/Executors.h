// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Lane.h"

#include <QMutex>
#include <QThread>
#include <QWaitCondition>

#include <deque>

namespace comptoir::store {

/// Runs the work at once, on the caller's thread.
class InlineExecutor final : public Executor
{
public:
    void run(std::function<void()> work) override { work(); }
};

/// One thread that runs the work in the order it came. Ends, all work done, with this object.
class ThreadExecutor final : public Executor
{
public:
    explicit ThreadExecutor(const QString &name);
    ~ThreadExecutor() override;
    void run(std::function<void()> work) override;

private:
    void loop();

    QMutex m_mutex;
    QWaitCondition m_wake;
    std::deque<std::function<void()>> m_work;
    bool m_ending = false;
    std::unique_ptr<QThread> m_thread;
};

} // namespace comptoir::store
