// SPDX-License-Identifier: GPL-3.0-or-later
#include "Rounds.h"

#include "Clock.h"
#include "Random.h"

namespace comptoir::sync {

Rounds::Rounds(const SyncEngine::Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_pusher(parts.store, parts.transport, parts.clock, parts.scheduler, m_parts.tuning)
    , m_puller(parts.store, parts.transport, parts.clock, parts.scheduler, m_parts.tuning)
{
    connect(&m_pusher, &Pusher::finished, this, &Rounds::takePush);
    connect(&m_puller, &Puller::finished, this, &Rounds::takePull);
    connect(&m_puller, &Puller::pageTaken, this, &Rounds::pageTaken);
    connect(&m_puller, &Puller::repairing, this, &Rounds::repairing);
}

void Rounds::start()
{
    m_started = true;
    m_failures = 0;
    m_push = m_pull = true;
    begin();
}

void Rounds::stop()
{
    m_started = false;
    m_busy = false;
    ++m_timer;
    m_dueMs = m_activeDueMs = -1;
    m_pusher.abandon();
    m_puller.abandon();
}

void Rounds::wake()
{
    if (!m_started) {
        return;
    }
    m_failures = 0;
    m_waitingAfterFailure = false;
    m_push = m_pull = true;
    begin();
}

void Rounds::hasten(Because why)
{
    if (!m_started || m_busy || m_activeDueMs < 0 || (why == Because::NetworkUp && m_answered)) {
        return; // who answers was reached by a network
    }
    const qint64 now = m_parts.clock.bootMs();
    qint64 due = std::max(now, m_activeDueMs);
    if (why == Because::NetworkUp) {
        due = now + drawnMs(m_parts.tuning.networkUpSpreadMs);
        m_failures = 0;
    }
    m_activeDueMs = -1; // this wait is as short as it gets
    if (due < m_dueMs) {
        beginIn(due - now);
    }
}

qint64 Rounds::drawnMs(qint64 mostMs) const
{
    const Tuning &tuning = m_parts.tuning;
    return qint64(
        m_parts.random.below(static_cast<quint64>(mostMs + spreadMs(tuning.lostSpreadPerConsoleMs, tuning.lostSpreadMostMs)) + 1));
}

void Rounds::wantPush()
{
    m_push = true;
    if (m_started && !m_busy && !m_waitingAfterFailure) {
        begin();
    }
}

void Rounds::wantPull(qint64 spreadMs)
{
    m_pull = true;
    if (m_started && !m_busy && !m_waitingAfterFailure) {
        beginIn(spreadMs > 0 ? qint64(m_parts.random.below(static_cast<quint64>(spreadMs))) : 0);
    }
}

void Rounds::setEventsOpen(bool open)
{
    const bool closed = std::exchange(m_eventsOpen, open) && !open;
    if (closed && m_started && !m_busy && !m_waitingAfterFailure) {
        beginIn(m_parts.tuning.pollWithoutEventsMs); // the poll that was due is a rare one
    }
}

qint64 Rounds::spreadMs(qint64 perConsoleMs, qint64 mostMs) const
{
    return std::min(mostMs, perConsoleMs * std::max(0, m_consoles - m_parts.tuning.spreadFreeConsoles));
}

void Rounds::begin()
{
    if (!m_started || m_busy) {
        return;
    }
    ++m_timer;
    m_dueMs = m_activeDueMs = -1;
    m_waitingAfterFailure = false;
    m_busy = true;
    goOn();
}

void Rounds::goOn()
{
    if (std::exchange(m_push, false)) {
        m_pusher.run();
        return;
    }
    if (std::exchange(m_pull, false)) {
        m_puller.run();
        return;
    }
    m_busy = false;
    m_failures = 0;
    m_wasLost = false;
    beginIn(m_eventsOpen ? m_parts.tuning.pollMs : m_parts.tuning.pollWithoutEventsMs);
    Q_EMIT reached(true);
}

void Rounds::takePush(const RoundEnd &end)
{
    if (!m_busy) {
        return;
    }
    m_pull = m_pull || end.moved > 0;
    if (end.kind == RoundEnd::Kind::Done) {
        goOn();
    } else {
        takeFailure(end);
    }
}

void Rounds::takePull(const RoundEnd &end)
{
    if (!m_busy) {
        return;
    }
    if (end.kind == RoundEnd::Kind::Done) {
        goOn();
    } else {
        takeFailure(end);
    }
}

void Rounds::takeFailure(const RoundEnd &end)
{
    m_busy = false;
    m_push = m_pull = true;
    if (end.kind == RoundEnd::Kind::SignIn) {
        m_started = false;
        Q_EMIT signInNeeded();
        return;
    }
    const Tuning &tuning = m_parts.tuning;
    const qint64 most = std::min(tuning.backOffMostMs, tuning.backOffFirstMs << std::min(m_failures, 16));
    ++m_failures;
    qint64 wait = end.retryAfterMs + qint64(m_parts.random.below(static_cast<quint64>(most) + 1));
    if (end.kind == RoundEnd::Kind::Unreached) {
        wait += m_wasLost ? 0 : drawnMs(0);
        m_wasLost = true;
    }
    m_answered = end.kind == RoundEnd::Kind::Later || end.kind == RoundEnd::Kind::TooOld;
    if (end.kind == RoundEnd::Kind::Unreached || m_answered) {
        m_activeDueMs = m_parts.clock.bootMs() + std::max(end.retryAfterMs, tuning.activeRetryMs) + drawnMs(tuning.activeRetrySpreadMs);
    }
    m_waitingAfterFailure = true;
    beginIn(wait);
    if (end.kind == RoundEnd::Kind::Unreached) {
        Q_EMIT lost();
    } else if (end.kind == RoundEnd::Kind::Broken) {
        Q_EMIT unwritable();
    } else if (end.kind == RoundEnd::Kind::TooOld) {
        Q_EMIT tooOld();
    } else {
        Q_EMIT reached(false);
    }
}

void Rounds::beginIn(qint64 delayMs)
{
    const qint64 due = m_parts.clock.bootMs() + delayMs;
    if (m_dueMs >= 0 && m_dueMs <= due && !m_waitingAfterFailure) {
        return; // an earlier one stands
    }
    m_dueMs = due;
    const quint64 timer = ++m_timer;
    m_parts.scheduler.after(delayMs, this, [this, timer] {
        if (timer == m_timer && m_started && !m_busy) {
            m_pull = true;
            begin();
        }
    });
}

} // namespace comptoir::sync
