// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "DeskSession.h"
#include "Error.h"

namespace comptoir::base {
class Clock;
class IdSource;
} // namespace comptoir::base

namespace comptoir::store {
class Store;
}

namespace comptoir::desk {

class Catalogue;

/// What every part of the desk works with; all outlive it.
struct DeskParts
{
    store::Store &store;
    const base::Clock &clock;
    base::IdSource &ids;
    const DeskSession &session;
    const Catalogue &catalogue;
};

} // namespace comptoir::desk
