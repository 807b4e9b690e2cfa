// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Codes.h"
#include "Ids.h"

#include <QMetaType>
#include <QString>

namespace comptoir::desk {

/// What the call bar shows. Times are wall clock milliseconds of this machine.
struct CallState
{
    domain::OperatorState state = domain::OperatorState::Available;
    QString pauseReason; ///< code: `lunch`, `break`, `training`, `back_office`
    qint64 stateSinceMs = 0;

    enum class Phase { None, Ringing, Talking, Held, WrapUp };
    Phase phase = Phase::None;
    domain::ContactId contact;
    QString callId;
    QString number; ///< as shown; empty = withheld
    QString name; ///< once known
    QString place; ///< organisation's short name
    qint64 phaseSinceMs = 0; ///< talking since the answer, also while held
    bool controllable = false; ///< the telephone takes commands

    int waiting = 0; ///< other calls ringing here
    qint64 oldestWaitingMs = 0;
    bool telephone = false; ///< a telephone is connected

    bool operator==(const CallState &) const = default;
};

} // namespace comptoir::desk

Q_DECLARE_METATYPE(comptoir::desk::CallState)
