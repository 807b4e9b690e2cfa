// SPDX-License-Identifier: GPL-3.0-or-later
#include "ArchiveSearching.h"

#include "ArchivePages.h"
#include "Fold.h"
#include "GrantTable.h"
#include "Rights.h"
#include "Rows.h"
#include "SessionOf.h"
#include "Tuning.h"

#include <QPromise>

#include <limits>
#include <map>
#include <set>

namespace comptoir::central {

namespace {

using base::Result;
using domain::ScopeId;
using domain::TicketId;

struct Hit
{
    qint64 closedMs = 0;
    TicketId ticket;
    bool byNumber = false;
};

/// The hits of a scope, and whether there may be more.
struct LookedThrough
{
    std::vector<Hit> hits;
    bool complete = true;
};

Hit hitOf(const store::Statement &row)
{
    return {row.integer(1), row.id<TicketId>(0), false};
}

Result<std::vector<Hit>> numbered(store::Db &db, ScopeId scope, const QString &number, int most)
{
    store::Statement query = db.prepare(
        "SELECT n.ticket, t.closed_ms FROM archived_number n JOIN archived_ticket t ON t.scope = n.scope AND t.ticket = n.ticket "
        "WHERE n.scope = ?1 AND t.scope = ?1 AND n.number = ?2 ORDER BY t.closed_ms DESC, n.ticket LIMIT ?3");
    query.bindAll(scope.value.toBytes(), number, qint64(most));
    return allRows(query, [](const store::Statement &row) {
        Hit hit = hitOf(row);
        hit.byNumber = true;
        return hit;
    });
}

/// Where so many rows end below `belowMs`; nothing where there are fewer.
Result<std::optional<qint64>> endOfTurn(store::Db &db, ScopeId scope, qint64 belowMs)
{
    store::Statement query = db.prepare(
        "SELECT closed_ms FROM archived_ticket WHERE scope = ?1 AND closed_ms < ?2 ORDER BY closed_ms DESC LIMIT 1 OFFSET ?3");
    query.bindAll(scope.value.toBytes(), belowMs, qint64(kSearchedAtOnce - 1));
    return firstRow(query, [](const store::Statement &row) { return row.integer(0); });
}

/// Between two times. Folded words have letters and digits alone: nothing in them means anything to LIKE.
Result<std::vector<Hit>> worded(store::Db &db, ScopeId scope, std::pair<qint64, qint64> between, const QStringList &words, int most)
{
    std::string sql = "SELECT ticket, closed_ms FROM archived_ticket WHERE scope = ?1 AND closed_ms >= ?2 AND closed_ms < ?3";
    for (qsizetype at = 0; at < words.size(); ++at) {
        sql += " AND words LIKE ?" + std::to_string(at + 5);
    }
    store::Statement query = db.prepare(sql + " ORDER BY closed_ms DESC, ticket LIMIT ?4");
    query.bindAll(scope.value.toBytes(), between.first, between.second, qint64(most));
    for (qsizetype at = 0; at < words.size(); ++at) {
        query.bind(int(at) + 4, QString(u"% " + words[at] + u'%'));
    }
    return allRows(query, hitOf);
}

class SearchWalk : public std::enable_shared_from_this<SearchWalk>
{
public:
    SearchWalk(store::Store &store, QByteArray tokenDigest, const wire::ArchiveSearch &asked, qint64 nowMs)
        : m_store(store)
        , m_digest(std::move(tokenDigest))
        , m_asked(asked)
        , m_words(store::foldedWords(asked.text))
        , m_most(asked.limit > 0 ? asked.limit : wire::kMostFound)
        , m_nowMs(nowMs)
    {}

    QFuture<Answer<QByteArray>> begin()
    {
        m_promise.start();
        m_store.read([self = shared_from_this()](store::Db &db) { return self->prepared(db); })
            .then([self = shared_from_this()](const Answer<> &ready) {
                if (!ready) {
                    return self->finish(tl::unexpected(ready.error()));
                }
                self->goOn();
            });
        return m_promise.future();
    }

private:
    /// The scopes to look in, and what is found there by its number.
    Answer<> prepared(store::Db &db)
    {
        const auto session = sessionOf(db, m_digest, m_nowMs);
        const auto granted = session ? GrantTable::of(db, session->operatorId) : Result<std::vector<Grant>>();
        if (!session || !granted) {
            return session ? tl::unexpected<Fault>(granted.error()) : tl::unexpected(session.error());
        }
        const std::set<ScopeId> wanted(m_asked.scopes.begin(), m_asked.scopes.end());
        const QString number = m_asked.text.trimmed().toUpper();
        for (const Grant &grant : *granted) {
            if ((!wanted.empty() && !wanted.contains(grant.scope)) || !mayRead(session->role, grant.scope, "ticket")) {
                continue;
            }
            auto hits = numbered(db, grant.scope, number, m_most);
            if (!hits) {
                return tl::unexpected<Fault>(hits.error());
            }
            m_found[grant.scope].hits = std::move(*hits);
            if (!m_words.isEmpty()) {
                m_left.push_back(grant.scope);
            }
        }
        return {};
    }

    void goOn()
    {
        if (m_left.empty() || m_turns == kMostSearchTurns) {
            for (const ScopeId &scope : m_left) {
                m_found[scope].complete = false;
            }
            return tell();
        }
        ++m_turns;
        m_store.read([self = shared_from_this()](store::Db &db) { return self->turn(db); })
            .then([self = shared_from_this()](const Answer<bool> &over) {
                if (!over) {
                    return self->finish(tl::unexpected(over.error()));
                }
                if (*over) {
                    self->m_left.pop_back();
                    self->m_belowMs = std::numeric_limits<qint64>::max();
                }
                self->goOn();
            });
    }

    /// Looks through some more of the scope; true where that is all that is needed of it.
    Answer<bool> turn(store::Db &db)
    {
        const ScopeId scope = m_left.back();
        const auto session = sessionOf(db, m_digest, m_nowMs);
        if (!session) {
            return tl::unexpected(session.error());
        }
        const auto end = endOfTurn(db, scope, m_belowMs);
        if (!end) {
            return tl::unexpected<Fault>(end.error());
        }
        const auto hits = worded(db, scope, {end->value_or(std::numeric_limits<qint64>::min()), m_belowMs}, m_words, m_most + 1);
        if (!hits) {
            return tl::unexpected<Fault>(hits.error());
        }
        std::vector<Hit> &all = m_found[scope].hits;
        for (const Hit &hit : *hits) {
            if (std::none_of(all.begin(), all.end(), [&](const Hit &one) { return one.ticket == hit.ticket; })) {
                all.push_back(hit);
            }
        }
        m_belowMs = end->value_or(0);
        return !*end || int(all.size()) > m_most;
    }

    /// The newest of all scopes, as many as were asked for.
    void tell()
    {
        std::vector<std::pair<Hit, ScopeId>> all;
        for (const auto &[scope, found] : m_found) {
            for (const Hit &hit : found.hits) {
                all.emplace_back(hit, scope);
            }
        }
        std::sort(all.begin(), all.end(), [](const auto &one, const auto &other) {
            const auto key = [](const auto &of) { return std::tuple(!of.first.byNumber, -of.first.closedMs, of.first.ticket); };
            return key(one) < key(other);
        });
        std::map<ScopeId, archivepages::Chosen> chosen;
        for (std::size_t at = 0; at < all.size(); ++at) {
            const auto &[hit, scope] = all[at];
            archivepages::Chosen &one = chosen.try_emplace(scope, archivepages::Chosen{scope, {}, m_found[scope].complete}).first->second;
            if (int(at) < m_most) {
                one.tickets.push_back(hit.ticket);
            } else {
                one.complete = false;
            }
        }
        for (const auto &[scope, found] : m_found) { // nothing found, but not looked through: that is told
            if (!found.complete) {
                chosen.try_emplace(scope, archivepages::Chosen{scope, {}, false});
            }
        }
        std::vector<archivepages::Chosen> told;
        for (auto &[scope, one] : chosen) {
            told.push_back(std::move(one));
        }
        m_store
            .read([self = shared_from_this(), told](store::Db &db) {
                return sessionOf(db, self->m_digest, self->m_nowMs).and_then([&](const Session &who) {
                    return archivepages::ofTickets(db, who, told);
                });
            })
            .then([self = shared_from_this()](const Answer<QByteArray> &reply) { self->finish(reply); });
    }

    void finish(const Answer<QByteArray> &reply)
    {
        m_promise.addResult(reply);
        m_promise.finish();
    }

    store::Store &m_store;
    QByteArray m_digest;
    wire::ArchiveSearch m_asked;
    QStringList m_words;
    int m_most;
    qint64 m_nowMs;
    std::map<ScopeId, LookedThrough> m_found;
    std::vector<ScopeId> m_left;
    qint64 m_belowMs = std::numeric_limits<qint64>::max();
    int m_turns = 0;
    QPromise<Answer<QByteArray>> m_promise;
};

} // namespace

QFuture<Answer<QByteArray>> searchArchive(store::Store &store, const QByteArray &tokenDigest, const wire::ArchiveSearch &asked,
                                          qint64 nowMs)
{
    return std::make_shared<SearchWalk>(store, tokenDigest, asked, nowMs)->begin();
}

} // namespace comptoir::central
