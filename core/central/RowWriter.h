// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "DigestTable.h"
#include "EntityTable.h"
#include "ScopeTable.h"
#include "TombstoneTable.h"

namespace comptoir::central {

/// Writes rows of one scope, each under a seq of its own. The only way rows get into the service's database.
/// Lives inside one Store::write; what is left of a reserved block is a hole in the sequence, which hurts nobody.
class RowWriter
{
public:
    /// `block` seqs are taken at a time: 1 for single changes, more for bulk.
    RowWriter(store::Db &db, domain::ScopeId scope, qint64 block = 1) : m_db(db), m_scope(scope), m_block(block) {}

    [[nodiscard]] store::Db &db() const { return m_db; }
    [[nodiscard]] domain::ScopeId scope() const { return m_scope; }

    /// The next seq of the scope.
    [[nodiscard]] base::Result<qint64> nextSeq()
    {
        if (m_next > m_last) {
            const auto last = ScopeTable::advance(m_db, m_scope, m_block);
            if (!last) {
                return tl::unexpected(last.error());
            }
            m_last = *last;
            m_next = *last - m_block + 1;
        }
        return m_next++;
    }

    /// Inserts or replaces; tells the row's seq. The entity must be of this writer's scope (Invalid otherwise).
    template <class T>
    [[nodiscard]] base::Result<qint64> put(const T &entity)
    {
        const auto before = entity.scope == m_scope ? seqOf<T>(entity.id.value) : otherScope();
        return before.and_then([&](qint64 seq) { return replace(entity, seq); });
    }

    /// The same where the caller knows at which seq the row stands; 0: it is a new one. Corrupt where it was put away: alone it would come back
    /// without its ticket's history (ArchiveTable::bringBack()).
    template <class T>
    [[nodiscard]] base::Result<qint64> replace(const T &entity, qint64 before)
    {
        if (before < 0) {
            return base::fail(base::Error::Kind::Corrupt, QStringLiteral("a row that was put away is written alone"));
        }
        const auto seq = entity.scope == m_scope ? nextSeq() : otherScope();
        if (!seq) {
            return seq;
        }
        return store::EntityTable<T>::put(m_db, entity, *seq)
            .and_then([&] { return DigestTable::move(m_db, m_scope, domain::FieldsOf<T>::kind, entity.id.value, before, *seq); })
            .map([&] { return *seq; });
    }

    /// Takes the row out of this scope and leaves a tombstone; tells its seq. It may then live in another scope.
    template <class T>
    [[nodiscard]] base::Result<qint64> remove(const base::Uuid &id)
    {
        const auto before = seqOf<T>(id);
        const auto seq = before ? nextSeq() : before;
        if (!seq) {
            return seq;
        }
        return store::EntityTable<T>::removeFrom(m_db, m_scope, id)
            .and_then([&] { return DigestTable::move(m_db, m_scope, domain::FieldsOf<T>::kind, id, *before, 0); })
            .and_then([&] {
                return TombstoneTable::put(m_db, {m_scope, domain::FieldsOf<T>::kind, id, *seq});
            })
            .map([&] { return *seq; });
    }

private:
    [[nodiscard]] static base::Result<qint64> otherScope()
    {
        return base::fail(base::Error::Kind::Invalid, QStringLiteral("a row of another scope"));
    }

    /// Where the row stands in this scope; 0: it does not.
    template <class T>
    [[nodiscard]] base::Result<qint64> seqOf(const base::Uuid &id)
    {
        static const std::string sql = std::string("SELECT seq FROM ") + domain::FieldsOf<T>::kind
            + " WHERE id = ?1 AND scope IS NOT DISTINCT FROM ?2";
        store::Statement query = m_db.prepare(sql);
        query.bindAll(id, m_scope);
        return query.step().map([&](bool found) { return found ? query.integer(0) : 0; });
    }

    store::Db &m_db;
    domain::ScopeId m_scope;
    qint64 m_block;
    qint64 m_next = 1;
    qint64 m_last = 0;
};

} // namespace comptoir::central
