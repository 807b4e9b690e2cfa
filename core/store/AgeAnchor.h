// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Clock.h"

#include <algorithm>

namespace comptoir::store {

/// When something was done here, so that its age can be told later whatever happened to the wall clock.
struct AgeAnchor
{
    static constexpr qint64 kMostMs = qint64(30) * 24 * 3600 * 1000; ///< SYNC.md, invariant 13

    QByteArray bootId;
    qint64 bootMs = 0;
    qint64 wallMs = 0;

    [[nodiscard]] static AgeAnchor now(const base::Clock &clock) { return {clock.bootId(), clock.bootMs(), clock.nowMs()}; }

    /// Milliseconds from this to `later`: by the boot clock within one boot, by the wall clock across reboots; 0 to 30 days.
    [[nodiscard]] qint64 ageMs(const AgeAnchor &later) const
    {
        const qint64 age = bootId == later.bootId ? later.bootMs - bootMs : later.wallMs - wallMs;
        return std::clamp(age, qint64(0), kMostMs);
    }
};

} // namespace comptoir::store
