// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
        if (entity.scope != m_scope) {
            return base::fail(base::Error::Kind::Invalid, QStringLiteral("a row of another scope"));
        }
        const auto seq = nextSeq();
        if (!seq) {
            return seq;
        }
        if (const auto done = store::EntityTable<T>::put(m_db, entity, *seq); !done) {
            return tl::unexpected(done.error());
        }
        return seq;
    }

    /// Takes the row out of this scope and leaves a tombstone; tells its seq. It may then live in another scope.
    template <class T>
    [[nodiscard]] base::Result<qint64> remove(const base::Uuid &id)
    {
        const auto seq = nextSeq();
        if (!seq) {
            return seq;
        }
        if (const auto done = store::EntityTable<T>::remove(m_db, id); !done) {
            return tl::unexpected(done.error());
        }
        if (const auto done = TombstoneTable::put(m_db, {m_scope, domain::FieldsOf<T>::kind, id, *seq}); !done) {
            return tl::unexpected(done.error());
        }
        return seq;
    }

private:
    store::Db &m_db;
    domain::ScopeId m_scope;
    qint64 m_block;
    qint64 m_next = 1;
    qint64 m_last = 0;
};

} // namespace comptoir::central
