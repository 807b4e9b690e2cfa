// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "RowWriter.h"
#include "Store.h"

#include <map>
#include <functional>

namespace comptoir::central {

/// How far something long has come: so many of so many. Called often; must be quick. False ends it where it stands, with what is written
/// so far (Error Cancelled).
using Progress = std::function<bool(qint64 done, qint64 of)>;

/// What something long ends with that was told to stop.
[[nodiscard]] inline tl::unexpected<base::Error> interrupted()
{
    return base::fail(base::Error::Kind::Cancelled, QStringLiteral("interrupted; the next run goes on"));
}

/// Runs `work` in one transaction and waits for its end. For commands, which have nothing else to do meanwhile; never on the GUI thread
/// or the store's own.
[[nodiscard]] inline base::Result<> inTransaction(store::Store &store, std::function<base::Result<>(store::Db &)> work)
{
    return store.write(std::move(work)).result();
}

/// Reads in one snapshot and waits for the answer.
template <class Work>
[[nodiscard]] auto inSnapshot(store::Store &store, Work work) -> std::invoke_result_t<Work, store::Db &>
{
    return store.read(std::move(work)).result();
}

/// Writes rows of many scopes in one transaction, seqs taken in blocks.
class ScopeWriters
{
public:
    explicit ScopeWriters(store::Db &db, qint64 block = 64) : m_db(db), m_block(block) {}

    template <class T>
    [[nodiscard]] base::Result<> put(const T &entity)
    {
        auto found = m_writers.try_emplace(entity.scope, m_db, entity.scope, m_block).first;
        return found->second.put(entity).map([](qint64) {});
    }

    template <class T>
    [[nodiscard]] base::Result<> putAll(const std::vector<T> &entities)
    {
        for (const T &entity : entities) {
            if (auto done = put(entity); !done) {
                return done;
            }
        }
        return {};
    }

private:
    store::Db &m_db;
    qint64 m_block;
    std::map<domain::ScopeId, RowWriter> m_writers;
};

} // namespace comptoir::central
