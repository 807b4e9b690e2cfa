// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "EventMessages.h"

#include <map>
#include <vector>

namespace comptoir::central {

/// What every operator is doing just now. In memory only: after a restart the consoles tell it again.
class Presence
{
public:
    /// Keeps what a console told of its operator, its ages turned into times of the service; the message for the others.
    wire::PresenceMessage heard(domain::OperatorId who, const wire::PresenceMessage &told, qint64 nowMs);
    /// Keeps what another instance of the service heard.
    void keep(const wire::PresenceMessage &message, qint64 nowMs) { m_seen[message.operatorId] = {message, nowMs}; }
    /// The operator's console is still there.
    void touch(domain::OperatorId who, qint64 nowMs);
    /// Those not heard for too long, now offline.
    [[nodiscard]] std::vector<wire::PresenceMessage> expire(qint64 nowMs);
    /// Everybody, or `who` alone.
    [[nodiscard]] std::vector<wire::PresenceMessage> all() const;
    [[nodiscard]] std::vector<wire::PresenceMessage> of(domain::OperatorId who) const;

private:
    struct Seen
    {
        wire::PresenceMessage message;
        qint64 heardMs = 0;
    };

    std::map<domain::OperatorId, Seen> m_seen;
};

} // namespace comptoir::central
