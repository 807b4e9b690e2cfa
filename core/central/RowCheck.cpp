// SPDX-License-Identifier: GPL-3.0-or-later
#include "RowCheck.h"

#include "DigestTable.h"
#include "PageRows.h"
#include "ScopeTable.h"

#include <QPromise>

namespace comptoir::central {

namespace {

using base::Result;

class RowWalk : public std::enable_shared_from_this<RowWalk>
{
public:
    explicit RowWalk(store::Store &store) : m_store(store) {}

    QFuture<Result<qint64>> begin()
    {
        m_promise.start();
        m_store.read([](store::Db &db) { return ScopeTable::all(db); })
            .then([self = shared_from_this()](const Result<std::vector<ScopeTable::Row>> &scopes) {
                if (!scopes) {
                    return self->finish(tl::unexpected(scopes.error()));
                }
                for (const ScopeTable::Row &scope : *scopes) {
                    for (const PageTable &table : pageTables()) {
                        self->m_left.emplace_back(scope.scope, std::string(table.name));
                    }
                }
                self->goOn();
            });
        return m_promise.future();
    }

private:
    void goOn()
    {
        if (m_left.empty()) {
            return finish(m_rows);
        }
        m_store.read([next = m_left.back()](store::Db &db) { return DigestTable::check(db, next.first, next.second); })
            .then([self = shared_from_this()](const Result<qint64> &rows) {
                if (!rows) {
                    return self->finish(rows);
                }
                self->m_rows += *rows;
                self->m_left.pop_back();
                self->goOn();
            });
    }

    void finish(const Result<qint64> &rows)
    {
        m_promise.addResult(rows);
        m_promise.finish();
    }

    store::Store &m_store;
    std::vector<std::pair<domain::ScopeId, std::string>> m_left;
    qint64 m_rows = 0;
    QPromise<Result<qint64>> m_promise;
};

} // namespace

QFuture<Result<qint64>> checkRows(store::Store &store)
{
    return std::make_shared<RowWalk>(store)->begin();
}

} // namespace comptoir::central
