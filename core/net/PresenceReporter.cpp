// SPDX-License-Identifier: GPL-3.0-or-later
#include "PresenceReporter.h"

#include "Clock.h"
#include "Then.h"
#include "Transport.h"

namespace comptoir::net {

namespace {

/// A ring answered at once is one message, not three.
constexpr int kSoonMs = 250;

} // namespace

PresenceReporter::PresenceReporter(sync::Transport &transport, const base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_transport(transport)
    , m_clock(clock)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSoonMs);
    connect(&m_soon, &QTimer::timeout, this, &PresenceReporter::tell);
    // The service forgets who is not connected: after each new connection it is told again.
    connect(&transport, &sync::Transport::eventsOpened, this, [this] {
        m_told = {};
        if (m_known) {
            m_soon.start();
        }
    });
}

void PresenceReporter::take(const desk::CallState &state)
{
    m_state = state;
    m_known = true;
    if (!m_soon.isActive()) {
        m_soon.start();
    }
}

void PresenceReporter::tell()
{
    const bool rings = m_state.phase == desk::CallState::Phase::Ringing;
    const qint64 now = m_clock.nowMs();
    wire::PresenceMessage message;
    message.state = m_state.state;
    message.text = m_state.pauseReason;
    message.ringing = m_state.waiting + (rings ? 1 : 0);
    message.sinceMs = m_state.stateSinceMs;
    message.oldestRingMs = rings ? m_state.phaseSinceMs : m_state.oldestWaitingMs;
    if (message == m_told) {
        return;
    }
    m_told = message;
    // On the wire a console's times are ages: its clock orders nothing.
    message.sinceMs = std::max<qint64>(0, now - m_state.stateSinceMs);
    message.oldestRingMs = message.oldestRingMs > 0 ? std::max<qint64>(0, now - message.oldestRingMs) : 0;
    const auto future = m_transport.send({QByteArrayLiteral("POST"), QStringLiteral("/v1/presence"), message.encode(), true});
    base::then(future, this, [this](const base::Result<sync::Response> &answer) {
        if (!answer || answer->status >= 300) {
            m_told = {}; // not heard: the next change or connection tells it again
        }
    });
}

} // namespace comptoir::net
