// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace comptoir::base {

/// The only way to learn the time. Injected, so that a test or the simulator can own it.
class Clock
{
public:
    virtual ~Clock() = default;
    /// Wall clock: milliseconds since 1970-01-01 UTC. May jump.
    [[nodiscard]] virtual qint64 nowMs() const = 0;
    /// Milliseconds since this machine booted, suspend included. Never goes back while bootId() is the same.
    [[nodiscard]] virtual qint64 bootMs() const = 0;
    /// Names this boot; differs after each reboot.
    [[nodiscard]] virtual QByteArray bootId() const = 0;
};

/// The machine's own clocks (CLOCK_REALTIME, CLOCK_BOOTTIME, the kernel's boot id).
class SystemClock final : public Clock
{
public:
    [[nodiscard]] qint64 nowMs() const override;
    [[nodiscard]] qint64 bootMs() const override;
    [[nodiscard]] QByteArray bootId() const override;
};

} // namespace comptoir::base
