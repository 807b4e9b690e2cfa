// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Attachment.h"
#include "Contact.h"
#include "DigestTable.h"
#include "EntityTable.h"
#include "Person.h"
#include "ScopeTable.h"
#include "Ticket.h"
#include "TimelineEntry.h"

#include <map>
#include <set>
#include <tuple>

namespace comptoir::central {

/// The rows that operations change, while one transaction takes a batch of them in: each is read once, what becomes of it stays in memory, and
/// at the end all rows of a table are written together. Of a row that several operations changed the last state is written, under the last
/// seq. Who reads these tables by other ways, in the same transaction, calls write() first.
class PendingRows
{
public:
    template <class T>
    using Stored = typename store::EntityTable<T>::Stored;

    explicit PendingRows(store::Db &db) : m_db(db), m_counters(db) {}

    /// Holds the counter of a scope, before anything of it is read (ScopeTable::lock).
    [[nodiscard]] base::Result<> hold(domain::ScopeId scope) { return m_counters.hold(scope); }
    /// The next seq of the scope.
    [[nodiscard]] base::Result<qint64> nextSeq(domain::ScopeId scope) { return m_counters.next(scope); }

    /// Reads rows ahead, in few statements.
    template <class T>
    [[nodiscard]] base::Result<> fetch(const std::vector<base::Uuid> &ids)
    {
        auto &known = kept<T>().known;
        return store::EntityTable<T>::findAll(m_db, ids).map([&](std::vector<Stored<T>> rows) {
            for (Stored<T> &row : rows) {
                const base::Uuid id = row.entity.id.value;
                known.try_emplace(id, std::move(row));
            }
            for (const base::Uuid &id : ids) {
                known.try_emplace(id);
            }
        });
    }

    /// The row as the operations so far have left it.
    template <class T>
    [[nodiscard]] base::Result<std::optional<Stored<T>>> find(const base::Uuid &id)
    {
        auto &known = kept<T>().known;
        if (const auto there = known.find(id); there != known.end()) {
            return there->second;
        }
        return store::EntityTable<T>::find(m_db, id).map([&](std::optional<Stored<T>> row) { return known[id] = std::move(row); });
    }

    /// Inserts or replaces a row of this scope (Invalid otherwise) under its next seq, which it tells. `before` is where the row stands; 0: it is
    /// a new one. Corrupt where it was put away: alone it would come back without its ticket's history (ArchiveTable::bringBack()).
    template <class T>
    [[nodiscard]] base::Result<qint64> put(domain::ScopeId scope, const T &entity, qint64 before)
    {
        if (entity.scope != scope) {
            return base::fail(base::Error::Kind::Invalid, QStringLiteral("a row of another scope"));
        }
        if (before < 0) {
            return base::fail(base::Error::Kind::Corrupt, QStringLiteral("a row that was put away is written alone"));
        }
        return nextSeq(scope).map([&](qint64 seq) {
            const base::Uuid &id = entity.id.value;
            kept<T>().known[id] = Stored<T>{entity, seq};
            kept<T>().changed.insert(id);
            m_sums.move(scope, domain::FieldsOf<T>::kind, id, before, seq);
            return seq;
        });
    }

    /// Writes all that changed since the last time. An Error means that the transaction cannot go on.
    [[nodiscard]] base::Result<> write();
    /// The same before somebody else writes rows in this transaction (RowWriter): afterwards everything is read anew.
    [[nodiscard]] base::Result<> handOver();

private:
    template <class T>
    struct Kept
    {
        std::map<base::Uuid, std::optional<Stored<T>>> known;
        std::set<base::Uuid> changed;
    };

    template <class T>
    [[nodiscard]] Kept<T> &kept()
    {
        return std::get<Kept<T>>(m_kept);
    }
    template <class T>
    [[nodiscard]] base::Result<> writeRows();

    store::Db &m_db;
    ScopeCounters m_counters;
    DigestSums m_sums;
    std::tuple<Kept<domain::TimelineEntry>, Kept<domain::Attachment>, Kept<domain::Ticket>, Kept<domain::Person>, Kept<domain::Contact>>
        m_kept;
};

} // namespace comptoir::central
