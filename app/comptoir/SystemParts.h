// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Clock.h"
#include "IdSource.h"
#include "Keyring.h"
#include "Random.h"
#include "Scheduler.h"

namespace comptoir::console {

/// What is not deterministic, made once and handed to everything.
class SystemParts
{
    base::SystemClock m_clock;
    base::QtScheduler m_scheduler;
    net::SystemKeyring m_systemKeyring;
    net::KeyringOnce m_keyring;

public:
    SystemParts() : m_keyring(m_systemKeyring, m_clock) {}
    /// With a clock, timers and a keyring of somebody else's, who outlives this.
    SystemParts(const base::Clock &withClock, base::Scheduler &withScheduler, net::Keyring &withKeyring)
        : m_keyring(withKeyring, withClock)
        , clock(withClock)
        , scheduler(withScheduler)
    {}
    SystemParts(const SystemParts &) = delete;
    SystemParts &operator=(const SystemParts &) = delete;

    const base::Clock &clock = m_clock;
    base::Scheduler &scheduler = m_scheduler;
    net::Keyring &keyring = m_keyring;
    base::SystemRandom random;
    base::IdSource ids{clock, random};
};

} // namespace comptoir::console
