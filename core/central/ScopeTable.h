// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Db.h"
#include "Ids.h"

#include <map>
#include <vector>

namespace comptoir::central {

/// The counters of the scopes. Whoever writes in a scope advances its counter first, in the same transaction.
class ScopeTable
{
public:
    struct Row
    {
        domain::ScopeId scope;
        qint64 seq = 0; ///< the last one given
        qint64 backupSeq = 0; ///< everything up to here stands in the oldest restorable backup
        qint64 floorSeq = 0; ///< a cursor below this one (and above 0) is too old
    };

    /// Takes the next `by` seqs (≥ 1) and tells the last of them. The scope's row is made where it is not there yet.
    [[nodiscard]] static base::Result<qint64> advance(store::Db &db, domain::ScopeId scope, qint64 by);
    /// Where others write at the same time: holds the scope's counter to the end of the transaction, so that what is read after that in the
    /// scope is what it will be written on. Who needs several takes them in the order of their ids.
    [[nodiscard]] static base::Result<> lock(store::Db &db, domain::ScopeId scope);
    /// The scope's counter; zeros where nothing was ever written in it.
    [[nodiscard]] static base::Result<Row> find(store::Db &db, domain::ScopeId scope);
    [[nodiscard]] static base::Result<std::vector<Row>> all(store::Db &db);
};

/// The counters of the scopes one transaction writes in: each is read once, held to the end of the transaction where others write, counted on
/// in memory, and written once. Nobody else advances these scopes in this transaction.
class ScopeCounters
{
public:
    explicit ScopeCounters(store::Db &db) : m_db(db) {}

    /// Reads the counter, as ScopeTable::lock() does, unless it is held already.
    [[nodiscard]] base::Result<> hold(domain::ScopeId scope);
    /// The next seq of the scope.
    [[nodiscard]] base::Result<qint64> next(domain::ScopeId scope);
    /// Writes the counters that moved since the last time.
    [[nodiscard]] base::Result<> write();
    /// They are read again before they are counted on: somebody else advances them. All of them were written.
    void forget() { m_counters.clear(); }

private:
    struct Counter
    {
        qint64 written = 0; ///< as the row has it
        qint64 last = 0; ///< the last one given
    };

    store::Db &m_db;
    std::map<domain::ScopeId, Counter> m_counters;
    int m_given = 0;
};

} // namespace comptoir::central
