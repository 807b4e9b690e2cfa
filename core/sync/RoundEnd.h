// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>

namespace comptoir::sync {

/// How a run of the pusher or the puller ended.
struct RoundEnd
{
    enum class Kind {
        Done, ///< nothing left to do
        Unreached, ///< the service did not answer
        Later, ///< it answered that it cannot now
        TooOld, ///< it wants a newer console
        SignIn, ///< it wants the password
        Broken, ///< the database failed
    };

    Kind kind = Kind::Done;
    qint64 retryAfterMs = 0; ///< asked for by the service; 0 = the back-off decides
    int moved = 0; ///< operations judged, or pages taken
};

} // namespace comptoir::sync

Q_DECLARE_METATYPE(comptoir::sync::RoundEnd)
