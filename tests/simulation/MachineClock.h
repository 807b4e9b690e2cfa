// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Clock.h"

namespace comptoir::sim {

/// The clocks of one machine: the simulation's time, wrong by an amount of its own, begun anew at each boot.
class MachineClock final : public base::Clock
{
public:
    explicit MachineClock(const base::Clock &time) : m_time(time) {}

    [[nodiscard]] qint64 nowMs() const override { return m_time.nowMs() + m_wrongBy; }
    [[nodiscard]] qint64 bootMs() const override { return m_time.bootMs() - m_bootedAt; }
    [[nodiscard]] QByteArray bootId() const override { return "boot-" + QByteArray::number(m_boot); }

    /// Somebody, or a bad battery, sets the wall clock.
    void jump(qint64 ms) { m_wrongBy += ms; }
    void reboot()
    {
        ++m_boot;
        m_bootedAt = m_time.bootMs();
    }

private:
    const base::Clock &m_time;
    qint64 m_wrongBy = 0;
    qint64 m_bootedAt = 0;
    int m_boot = 1;
};

} // namespace comptoir::sim
