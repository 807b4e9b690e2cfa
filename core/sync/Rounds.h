// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Puller.h"
#include "Pusher.h"
#include "SyncEngine.h"

namespace comptoir::sync {

/// When to push and when to pull: one round at a time, pushes first, the next one after a wait that failures make longer.
class Rounds : public QObject
{
    Q_OBJECT

public:
    explicit Rounds(const SyncEngine::Parts &parts, QObject *parent = nullptr);

    void start();
    void stop();
    /// Begins now whatever was being waited for.
    void wake();
    enum class Because { OperatorActive, NetworkUp };
    /// Where a service that is lost, or says that it cannot now, is waited for: brings the next try forward, once for each wait, as far as other consoles' sake allows.
    void hasten(Because why);
    /// There is something to push.
    void wantPush();
    /// There may be something to pull; consoles spread over `spreadMs`.
    void wantPull(qint64 spreadMs);
    void setConsoles(int consoles) { m_consoles = consoles; }
    void setEventsOpen(bool open);
    [[nodiscard]] const Puller &puller() const { return m_puller; }
    [[nodiscard]] qint64 spreadMs(qint64 perConsoleMs, qint64 mostMs) const;

Q_SIGNALS:
    /// The service answered; `agreed`: nothing is left to pull or to push.
    void reached(bool agreed);
    void lost();
    /// It answered, and the database here failed.
    void unwritable();
    /// It answered that it needs a newer console.
    void tooOld();
    void signInNeeded();
    void pageTaken(qint64 rows);
    /// A scope's copy was not what the service has, and is fetched anew.
    void repairing(comptoir::domain::ScopeId scope);

private:
    void begin();
    void goOn();
    void takePush(const RoundEnd &end);
    void takePull(const RoundEnd &end);
    void takeFailure(const RoundEnd &end);
    /// Evenly from 0 to `mostMs` and what a desk of this size spreads where everybody comes back.
    [[nodiscard]] qint64 drawnMs(qint64 mostMs) const;
    /// Runs `begin` once, `delayMs` from now; a later call replaces an earlier one.
    void beginIn(qint64 delayMs);

    SyncEngine::Parts m_parts;
    Pusher m_pusher;
    Puller m_puller;
    bool m_started = false;
    bool m_busy = false;
    bool m_push = false;
    bool m_pull = false;
    bool m_wasLost = false;
    bool m_answered = false; ///< the last failure was an answer
    bool m_eventsOpen = false;
    bool m_waitingAfterFailure = false;
    int m_failures = 0;
    int m_consoles = 0;
    quint64 m_timer = 0;
    qint64 m_dueMs = -1; ///< boot clock; -1 = no timer
    qint64 m_activeDueMs = -1; ///< when at the earliest an active operator has it tried again; -1 = none is waited for
};

} // namespace comptoir::sync
