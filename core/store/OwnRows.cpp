// SPDX-License-Identifier: GPL-3.0-or-later
#include "OwnRows.h"

#include "BaseTable.h"
#include "OutboxTable.h"
#include "Replay.h"
#include "Rows.h"

namespace comptoir::store {

base::Result<> OwnRows::read(Db &db, domain::ScopeId scope)
{
    // A row the service has no more (a base row without a body) stands in the view under its seq, and in no digest.
    Statement query = db.prepare(
        "SELECT b.entity, b.seq>0 AND b.body IS NULL, o.op_id, o.scope=b.scope AND o.state='accepted' AND o.seq>0, o.seq"
        " FROM base b LEFT JOIN outbox o ON o.entity=b.entity AND o.shown=1 WHERE b.scope=?");
    query.bind(0, scope.value.toBytes());
    return eachRow(query, [&](const Statement &found) {
        Row &row = m_rows[found.id<domain::EntityId>(0)];
        row.plain = row.plain && found.integer(1) == 0;
        if (!found.isNull(2)) {
            row.plain = row.plain && found.integer(3) != 0;
            row.lastSeq = std::max(row.lastSeq, found.integer(4));
            row.ops.push_back(found.id<domain::OperationId>(2));
        }
    });
}

bool OwnRows::isSettled(domain::EntityId entity, qint64 seq) const
{
    const auto row = m_rows.constFind(entity);
    return row != m_rows.constEnd() && row->plain && row->lastSeq <= seq;
}

base::Result<> OwnRows::settle(Db &db, domain::EntityId entity)
{
    const Row row = m_rows.take(entity);
    m_settled += QSet<domain::OperationId>(row.ops.begin(), row.ops.end());
    return BaseTable::remove(db, entity);
}

base::Result<> OwnRows::retire(Db &db) const
{
    for (const domain::OperationId &op : m_settled) {
        auto done = OutboxTable::retire(db, op).and_then([&] { return mirror::removePending(db, op); });
        if (!done) {
            return done;
        }
    }
    return {};
}

} // namespace comptoir::store
