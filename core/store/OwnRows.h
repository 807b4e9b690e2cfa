// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Db.h"
#include "Ids.h"

#include <QHash>
#include <QSet>

#include <vector>

namespace comptoir::store {

/// Entities of a scope with own operations shown on them, on the way of a page into the mirror. Most rows a console gets back are of what it has
/// just pushed: where the row settles all that is shown on it, it is written as any other, without a base row and a replay.
class OwnRows
{
public:
    [[nodiscard]] base::Result<> read(Db &db, domain::ScopeId scope);
    [[nodiscard]] bool contains(domain::EntityId entity) const { return m_rows.contains(entity); }
    /// Whether all that is shown on the entity is accepted by then (SYNC.md, invariant 5), and the row as shown counts in the digest as the base row does.
    [[nodiscard]] bool isSettled(domain::EntityId entity, qint64 seq) const;
    /// Lets the base row go: what comes next of the entity is a row like any other.
    [[nodiscard]] base::Result<> settle(Db &db, domain::EntityId entity);
    [[nodiscard]] bool hasSettled(domain::OperationId op) const { return m_settled.contains(op); }
    /// After the rows of the page: takes the settled operations out of the view.
    [[nodiscard]] base::Result<> retire(Db &db) const;

private:
    struct Row
    {
        bool plain = true; ///< nothing on it but what this scope has accepted
        qint64 lastSeq = 0;
        std::vector<domain::OperationId> ops;
    };

    QHash<domain::EntityId, Row> m_rows;
    QSet<domain::OperationId> m_settled;
};

} // namespace comptoir::store
