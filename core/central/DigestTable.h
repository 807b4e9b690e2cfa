// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Db.h"
#include "Ids.h"

#include <map>
#include <string>
#include <vector>

namespace comptoir::central {

/// Sums of the halves of rows' hashes: signed, since what is taken away may have been added long ago.
struct DigestHalves
{
    qint64 upper = 0;
    qint64 lower = 0;

    void add(const base::Uuid &id, qint64 seq);
    void take(const base::Uuid &id, qint64 seq);
    [[nodiscard]] quint64 sum() const;
};

/// What one transaction adds to the sums, gathered to be written once for each scope and table.
class DigestSums
{
public:
    /// As DigestTable::move().
    void move(domain::ScopeId scope, std::string_view entity, const base::Uuid &id, qint64 before, qint64 seq);
    /// Writes what was gathered since the last time.
    [[nodiscard]] base::Result<> write(store::Db &db);

private:
    std::map<std::pair<domain::ScopeId, std::string>, DigestHalves> m_sums;
};

/// What the rows of each scope and table add up to (wire/Digest.h), kept with every row that is written: a console that holds the same rows
/// has the same sum.
class DigestTable
{
public:
    /// A row that stands at `seq` where it stood at `before`; 0 or less: where no console sees it.
    struct Moved
    {
        base::Uuid id;
        qint64 before = 0;
        qint64 seq = 0;
    };

    /// A row of `entity` (a table's name) now stands at `seq` where it stood at `before`; 0: it did not, or does no more.
    [[nodiscard]] static base::Result<> move(store::Db &db, domain::ScopeId scope, std::string_view entity, const base::Uuid &id,
                                             qint64 before, qint64 seq);
    /// The same for several rows of one table.
    [[nodiscard]] static base::Result<> moveAll(store::Db &db, domain::ScopeId scope, std::string_view entity,
                                                const std::vector<Moved> &rows);
    /// The sum over these tables; nothing where the scope's rows were never added up.
    [[nodiscard]] static base::Result<std::optional<quint64>> of(store::Db &db, domain::ScopeId scope,
                                                                 const std::vector<QByteArray> &entities);
    /// Adds up the rows of scopes from before there were sums. Reads all their rows, once in the life of a database.
    [[nodiscard]] static base::Result<> fill(store::Db &db);
    /// Adds a table's rows of one scope up again, and compares: Corrupt where rows are gone, came in, or stand at another seq than they were written
    /// at. How many rows; nothing is told of a scope without sums.
    [[nodiscard]] static base::Result<qint64> check(store::Db &db, domain::ScopeId scope, const std::string &entity);
};

} // namespace comptoir::central
