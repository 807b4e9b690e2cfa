// SPDX-License-Identifier: GPL-3.0-or-later
#include "ArchiveRound.h"

#include "ArchiveTable.h"
#include "Horizon.h"
#include "Tuning.h"

#include <QPromise>

namespace comptoir::central {

namespace {

using base::Result;
using domain::ScopeId;
using domain::TicketId;

struct Beginning
{
    std::vector<ScopeId> scopes;
    qint64 nowMs = 0;
};

Result<Beginning> beginningOf(store::Db &db, qint64 nowMs)
{
    return horizonNowMs(db, nowMs).and_then([&](qint64 horizonMs) {
        return ScopeTable::all(db).map([&](const std::vector<ScopeTable::Row> &scopes) {
            Beginning out{{}, horizonMs};
            for (const ScopeTable::Row &scope : scopes) {
                out.scopes.push_back(scope.scope);
            }
            return out;
        });
    });
}

/// How many were put away.
Result<int> putSomeAway(store::Db &db, ScopeId scope, qint64 beforeMs)
{
    // Held before anything is looked at: nobody works on these tickets meanwhile.
    const auto due = ScopeTable::lock(db, scope).and_then([&] { return ArchiveTable::due(db, scope, beforeMs, kArchiveBatch); });
    if (!due) {
        return tl::unexpected(due.error());
    }
    RowWriter rows(db, scope, std::max<qint64>(1, qint64(due->size())));
    Result<> done;
    for (const TicketId &ticket : *due) {
        done = done.and_then([&] { return ArchiveTable::putAway(rows, ticket); });
    }
    return done.map([&] { return int(due->size()); });
}

class ArchiveWalk : public std::enable_shared_from_this<ArchiveWalk>
{
public:
    explicit ArchiveWalk(store::Store &store) : m_store(store) {}

    QFuture<Result<qint64>> begin(qint64 nowMs, qint64 keepMs)
    {
        m_promise.start();
        m_store.read([nowMs](store::Db &db) { return beginningOf(db, nowMs); })
            .then([self = shared_from_this(), keepMs](const Result<Beginning> &beginning) {
                if (!beginning) {
                    return self->finish(tl::unexpected(beginning.error()));
                }
                self->m_left = beginning->scopes;
                self->m_beforeMs = beginning->nowMs - keepMs;
                self->goOn();
            });
        return m_promise.future();
    }

private:
    /// Whether there is anything to do in the next scope is asked of a reader: nothing is held for that.
    void goOn()
    {
        if (m_left.empty()) {
            return finish(m_away);
        }
        m_store.read([scope = m_left.back(), beforeMs = m_beforeMs](store::Db &db) { return ArchiveTable::due(db, scope, beforeMs, 1); })
            .then([self = shared_from_this()](const Result<std::vector<TicketId>> &due) {
                if (!due) {
                    return self->finish(tl::unexpected(due.error()));
                }
                if (due->empty()) {
                    self->m_left.pop_back();
                    return self->goOn();
                }
                self->putAway();
            });
    }

    void putAway()
    {
        m_store.write([scope = m_left.back(), beforeMs = m_beforeMs](store::Db &db) { return putSomeAway(db, scope, beforeMs); })
            .then([self = shared_from_this()](const Result<int> &away) {
                if (!away) {
                    return self->finish(tl::unexpected(away.error()));
                }
                self->m_away += *away;
                if (*away < kArchiveBatch) {
                    self->m_left.pop_back();
                }
                self->goOn();
            });
    }

    void finish(const Result<qint64> &away)
    {
        m_promise.addResult(away);
        m_promise.finish();
    }

    store::Store &m_store;
    std::vector<ScopeId> m_left;
    qint64 m_beforeMs = 0;
    qint64 m_away = 0;
    QPromise<Result<qint64>> m_promise;
};

} // namespace

QFuture<Result<qint64>> putOldTicketsAway(store::Store &store, qint64 nowMs, qint64 keepMs)
{
    return std::make_shared<ArchiveWalk>(store)->begin(nowMs, keepMs);
}

} // namespace comptoir::central
