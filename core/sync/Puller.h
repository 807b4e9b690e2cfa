// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ChangesMessages.h"
#include "RequestLine.h"
#include "RoundEnd.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>

namespace comptoir::base {
class Clock;
}

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
    Puller(store::Store &store, Transport &transport, const base::Clock &clock, base::Scheduler &scheduler, const Tuning &tuning,
           QObject *parent = nullptr);
    /// Begins a run; `finished` follows. Does nothing while one is under way.
    void run();
    void abandon();
    /// True where the mirror already holds the scope up to `seq`.
    [[nodiscard]] bool holds(domain::ScopeId scope, qint64 seq) const;

Q_SIGNALS:
    void finished(const comptoir::sync::RoundEnd &end);
    /// Rows of the page just taken.
    void pageTaken(qint64 rows);
    /// A scope's copy was complete and not what the service has: it is fetched anew.
    void repairing(comptoir::domain::ScopeId scope);

private:
    /// What taking a reply came to.
    struct Taken
    {
        bool more = false; ///< something is not complete yet
        int pages = 0; ///< that moved a cursor
        qint64 rows = 0;
        bool asTold = true; ///< the cursors stand where the pages say
        std::map<domain::ScopeId, qint64> reached;
        std::vector<domain::ScopeId> repairing;
    };

    using Reply = std::shared_ptr<const wire::ChangesReply>;

    [[nodiscard]] static base::Result<wire::ChangesRequest> request(store::Db &db);
    [[nodiscard]] static base::Result<Taken> take(store::Db &db, const wire::ChangesReply &reply,
                                                  const std::set<domain::ScopeId> &repaired);
    /// What will be asked once the reply is taken; nothing where that remains to be seen, or where there is no more.
    [[nodiscard]] static std::optional<wire::ChangesRequest> following(wire::ChangesRequest asked, const wire::ChangesReply &reply);
    /// Takes one page; its scope begins anew where it disagrees and is not among `repaired`.
    [[nodiscard]] static base::Result<> takePage(store::Db &db, const wire::ScopePage &page, const std::set<domain::ScopeId> &repaired,
                                                 Taken &out);
    /// Scopes begun anew so lately that another disagreement is told, and no more.
    [[nodiscard]] std::set<domain::ScopeId> repairedLately() const;
    void ask();
    void send(wire::ChangesRequest request);
    void takeAnswer(const base::Result<Response> &answer);
    void read(const QByteArray &body);
    void takeReply(const Reply &reply);
    /// The reply is written, or could not be.
    void takeWritten(const base::Result<Taken> &taken);
    /// Does it now, or once the reply that is being written has been.
    void afterWriting(std::function<void()> next);
    void takeOutOfStep(const Response &answer);
    void end(RoundEnd::Kind kind, qint64 retryAfterMs = 0);

    store::Store &m_store;
    const base::Clock &m_clock;
    const Tuning &m_tuning;
    RequestLine m_line;
    std::map<domain::ScopeId, qint64> m_repairedMs; ///< by the boot clock
    std::map<domain::ScopeId, qint64> m_reached;
    quint64 m_run = 0;
    bool m_running = false;
    wire::ChangesRequest m_asked;
    quint64 m_turn = 0; ///< of the request that counts
    bool m_writing = false;
    bool m_ahead = false; ///< what follows on the reply that is being written is asked for already
    std::function<void()> m_next; ///< what came of that
    int m_moved = 0;
    int m_idle = 0; ///< replies in a row that moved nothing though something is not complete
};

} // namespace comptoir::sync
