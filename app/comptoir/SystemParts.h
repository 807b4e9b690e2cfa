// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Clock.h"
#include "IdSource.h"
#include "Keyring.h"
#include "Random.h"
#include "Scheduler.h"

namespace comptoir::console {

/// What is not deterministic, made once and handed to everything.
struct SystemParts
{
    base::SystemClock clock;
    base::SystemRandom random;
    base::IdSource ids{clock, random};
    base::QtScheduler scheduler;
    net::SystemKeyring keyring;
};

} // namespace comptoir::console
