// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CallState.h"
#include "EventMessages.h"

#include <QObject>
#include <QTimer>

namespace comptoir::base {
class Clock;
}

namespace comptoir::sync {
class Transport;
}

namespace comptoir::net {

/// Tells the service what this operator is doing, quietly: nobody waits for it, and what cannot be told is told at the next chance.
class PresenceReporter : public QObject
{
    Q_OBJECT

public:
    PresenceReporter(sync::Transport &transport, const base::Clock &clock, QObject *parent = nullptr);

    void take(const desk::CallState &state);

private:
    void tell();

    sync::Transport &m_transport;
    const base::Clock &m_clock;
    desk::CallState m_state;
    wire::PresenceMessage m_told;
    QTimer m_soon;
    bool m_known = false;
};

} // namespace comptoir::net
