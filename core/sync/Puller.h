// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ChangesMessages.h"
#include "RequestLine.h"
#include "RoundEnd.h"

#include <map>

namespace comptoir::store {
class Db;
class Store;
} // namespace comptoir::store

namespace comptoir::sync {

/// Fetches what moved, page after page, until every scope is complete.
class Puller : public QObject
{
    Q_OBJECT

public:
    Puller(store::Store &store, Transport &transport, base::Scheduler &scheduler, const Tuning &tuning, QObject *parent = nullptr);
    /// Begins a run; `finished` follows. Does nothing while one is under way.
    void run();
    void abandon();
    /// True where the mirror already holds the scope up to `seq`.
    [[nodiscard]] bool holds(domain::ScopeId scope, qint64 seq) const;

Q_SIGNALS:
    void finished(const comptoir::sync::RoundEnd &end);
    /// Rows of the page just taken.
    void pageTaken(qint64 rows);

private:
    /// What taking a reply came to.
    struct Taken
    {
        bool more = false; ///< something is not complete yet
        int pages = 0; ///< that moved a cursor
        qint64 rows = 0;
        std::map<domain::ScopeId, qint64> reached;
    };

    [[nodiscard]] static base::Result<QByteArray> request(store::Db &db);
    [[nodiscard]] static base::Result<Taken> take(store::Db &db, const QByteArray &body);
    void ask();
    void takeAnswer(const base::Result<Response> &answer);
    void takeReply(const QByteArray &body);
    void takeOutOfStep(const QByteArray &body);
    void end(RoundEnd::Kind kind, qint64 retryAfterMs = 0);

    store::Store &m_store;
    const Tuning &m_tuning;
    RequestLine m_line;
    std::map<domain::ScopeId, qint64> m_reached;
    quint64 m_run = 0;
    bool m_running = false;
    int m_moved = 0;
    int m_idle = 0; ///< replies in a row that moved nothing though something is not complete
};

} // namespace comptoir::sync
