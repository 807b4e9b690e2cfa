// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Clock.h"
#include "Scheduler.h"

#include <QPointer>

#include <map>

namespace comptoir::tests {

/// Virtual time: clock and scheduler in one, moved by the test alone.
class SimTime final : public base::Clock, public base::Scheduler
{
public:
    [[nodiscard]] qint64 nowMs() const override { return 1'700'000'000'000 + m_now; }
    [[nodiscard]] qint64 bootMs() const override { return m_now; }
    [[nodiscard]] QByteArray bootId() const override { return "boot"; }

    void after(qint64 delayMs, QObject *context, std::function<void()> work) override
    {
        m_queue.emplace(std::pair{m_now + delayMs, ++m_number}, Due{QPointer<QObject>(context), std::move(work)});
    }

    /// Runs everything due within the next `ms`.
    void pass(qint64 ms)
    {
        const qint64 end = m_now + ms;
        while (!m_queue.empty() && m_queue.begin()->first.first <= end) {
            auto next = m_queue.extract(m_queue.begin());
            m_now = next.key().first;
            if (next.mapped().context) {
                next.mapped().work();
            }
        }
        m_now = end;
    }

private:
    struct Due
    {
        QPointer<QObject> context;
        std::function<void()> work;
    };
    qint64 m_now = 0;
    quint64 m_number = 0;
    std::map<std::pair<qint64, quint64>, Due> m_queue;
};

} // namespace comptoir::tests
