// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "OpsBatch.h"
#include "RequestLine.h"
#include "RoundEnd.h"

namespace comptoir::base {
class Clock;
}

namespace comptoir::store {
class Store;
}

namespace comptoir::sync {

/// Sends the outbox, scope by scope, until everything that can have its verdict has it.
class Pusher : public QObject
{
    Q_OBJECT

public:
    Pusher(store::Store &store, Transport &transport, const base::Clock &clock, base::Scheduler &scheduler, const Tuning &tuning,
           QObject *parent = nullptr);
    /// Begins a run; `finished` follows. Does nothing while one is under way.
    void run();
    void abandon();

Q_SIGNALS:
    void finished(const comptoir::sync::RoundEnd &end);

private:
    void sendNext();
    void send(const OpsBatch &batch);
    void takeAnswer(const OpsBatch &batch, const base::Result<Response> &answer);
    void takeReply(const OpsBatch &batch, const QByteArray &body);
    void takeConflict(const QByteArray &body);
    /// Halves what is sent of this scope; parks the one operation that is left.
    void narrow(const OpsBatch &batch, const QByteArray &problem);
    void takeServerError(const OpsBatch &batch);
    void probe(const OpsBatch &batch, int step);
    void countServerError(const OpsBatch &batch);
    void end(RoundEnd::Kind kind, qint64 retryAfterMs = 0);
    /// Goes on after a database write, or ends where it failed.
    template <class Work>
    void writeThenGoOn(Work work);

    store::Store &m_store;
    const base::Clock &m_clock;
    const Tuning &m_tuning;
    RequestLine m_line;
    OpsBatch::Limits m_limits;
    std::map<domain::ScopeId, int> m_serverErrors;
    std::set<domain::ScopeId> m_blocked;
    quint64 m_run = 0; ///< continuations of an abandoned run do nothing
    bool m_running = false;
    int m_moved = 0;
    int m_conflicts = 0; ///< answers 409 in this run
};

} // namespace comptoir::sync
