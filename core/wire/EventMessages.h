// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Codes.h"
#include "Ids.h"
#include "Limits.h"
#include "Result.h"

#include <map>
#include <vector>

namespace comptoir::wire {

/// What an operator is doing just now. A console tells its own; the service tells everybody's.
struct PresenceMessage
{
    domain::OperatorId operatorId; ///< nil from a console: the service knows who speaks
    domain::OperatorState state = domain::OperatorState::Offline;
    qint64 sinceMs = 0; ///< by the service's clock (from a console: age in ms)
    QString text; ///< the reason of a pause
    int ringing = 0; ///< calls ringing at that operator's telephone
    qint64 oldestRingMs = 0; ///< when the oldest of them began; 0 = none rings

    [[nodiscard]] QByteArray encode() const;
    [[nodiscard]] static base::Result<PresenceMessage> decode(QByteArrayView json);
    bool operator==(const PresenceMessage &) const = default;
};

/// A call addressed to this operator, told by a telephone system through the service.
struct CallMessage
{
    QString callId;
    QString number;
    QString trunk;
    domain::CallOutcome outcome = domain::CallOutcome::Ringing;

    bool operator==(const CallMessage &) const = default;
};

/// The `data:` of one server-sent event: which scopes moved and how far, presence, a call. Any part may be absent.
struct EventMessage
{
    std::map<domain::ScopeId, qint64> moved;
    std::vector<PresenceMessage> presence;
    std::optional<CallMessage> call;

    [[nodiscard]] QByteArray encode() const;
    [[nodiscard]] static base::Result<EventMessage> decode(QByteArrayView json);
    bool operator==(const EventMessage &) const = default;
};

} // namespace comptoir::wire
