// SPDX-License-Identifier: GPL-3.0-or-later
#include "TombstoneTable.h"

#include "Rows.h"

namespace comptoir::central {

using base::Result;

Result<> TombstoneTable::put(store::Db &db, const Row &row)
{
    if (auto done = forget(db, row.scope, row.id); !done) {
        return done;
    }
    return db.prepare("INSERT INTO tombstone(scope, entity, id, seq) VALUES(?, ?, ?, ?)")
        .bindAll(row.scope, QString::fromUtf8(row.entity), row.id, row.seq)
        .run();
}

Result<> TombstoneTable::forget(store::Db &db, domain::ScopeId scope, const base::Uuid &id)
{
    return db.prepare("DELETE FROM tombstone WHERE id = ?2 AND scope IS NOT DISTINCT FROM ?1").bindAll(scope, id).run();
}

Result<std::vector<TombstoneTable::Row>> TombstoneTable::between(store::Db &db, domain::ScopeId scope, qint64 from, qint64 to)
{
    store::Statement query = db.prepare(
        "SELECT entity, id, seq FROM tombstone WHERE scope IS NOT DISTINCT FROM ?1 AND seq > ?2 AND seq <= ?3 ORDER BY seq");
    query.bindAll(scope, from, to);
    return allRows(query, [&](const store::Statement &row) { return Row{scope, row.text(0).toUtf8(), row.uuid(1), row.integer(2)}; });
}

} // namespace comptoir::central
