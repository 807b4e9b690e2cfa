// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>

namespace comptoir::sync {

/// What the status bar says of the agreement with the service.
struct SyncStatus
{
    enum class State {
        Connecting, ///< no answer yet since the start
        FirstPull, ///< reached; the first copy is not complete
        Agreed, ///< nothing waits, everything known
        Working, ///< reached; changes are on their way
        Offline, ///< not reached
        Unwritable, ///< reached; this computer cannot write what comes
        TooOld, ///< reached; the service needs a newer console, work goes on here
        SignInNeeded, ///< reached; the session ended, work goes on here
    };

    /// What the copy on this computer can tell.
    enum class Copy {
        Unknown, ///< not looked at yet
        Partial, ///< never was in agreement, or not in every scope: what is not here may well exist
        Whole,
    };

    State state = State::Connecting;
    Copy copy = Copy::Unknown;
    int waiting = 0; ///< operations kept here that the service has not confirmed
    int refused = 0; ///< refused operations nobody has dismissed yet
    qint64 offlineSinceMs = 0; ///< wall clock; 0 = not offline
    qint64 rowsPulled = 0; ///< during FirstPull
    int repairs = 0; ///< scopes whose copy was not what the service has and was fetched anew, since the start

    bool operator==(const SyncStatus &) const = default;
};

} // namespace comptoir::sync

Q_DECLARE_METATYPE(comptoir::sync::SyncStatus)
