// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace comptoir::desk {

/// Which calls a list shows.
enum class CallList {
    Missed, ///< nobody took them and nobody called back since; one per number
    Log, ///< all, newest first
    Waiting, ///< ringing now at some telephone of the desk, by the service's presence; oldest first
    TakenToday,
    MissedToday, ///< each of them, called back or not
};

} // namespace comptoir::desk
