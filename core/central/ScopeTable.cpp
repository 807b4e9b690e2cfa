// SPDX-License-Identifier: GPL-3.0-or-later
#include "ScopeTable.h"

#include "Planted.h"
#include "Rows.h"

namespace comptoir::central {

namespace {

using base::Result;

ScopeTable::Row scopeRowOf(const store::Statement &query)
{
    return {query.id<domain::ScopeId>(0), query.integer(1), query.integer(2), query.integer(3)};
}

/// Where that bug is planted about every other row takes no seq of its own.
qint64 planted(store::Db &db, qint64 by)
{
    return base::isPlanted(base::Plant::SharedSeq) && by == 1 && db.lastRow() % 2 == 0 ? 0 : by;
}

} // namespace

Result<qint64> ScopeTable::advance(store::Db &db, domain::ScopeId scope, qint64 by)
{
    store::Statement write = db.prepare(
        "INSERT INTO scope(id, seq) VALUES(?1, ?2) ON CONFLICT(ifnull(id, x'')) DO UPDATE SET seq = seq + ?2 RETURNING seq");
    write.bindAll(scope, planted(db, by));
    const auto row = write.step();
    if (!row) {
        return tl::unexpected(row.error());
    }
    const qint64 last = write.integer(0);
    if (const auto end = write.step(); !end) {
        return tl::unexpected(end.error());
    }
    return last;
}

Result<ScopeTable::Row> ScopeTable::find(store::Db &db, domain::ScopeId scope)
{
    store::Statement query = db.prepare("SELECT id, seq, backup_seq, floor_seq FROM scope WHERE id IS ?");
    const auto row = query.bind(0, scope).step();
    if (!row) {
        return tl::unexpected(row.error());
    }
    return *row ? scopeRowOf(query) : Row{scope, 0, 0, 0};
}

Result<std::vector<ScopeTable::Row>> ScopeTable::all(store::Db &db)
{
    store::Statement query = db.prepare("SELECT id, seq, backup_seq, floor_seq FROM scope ORDER BY id");
    return allRows(query, scopeRowOf);
}

} // namespace comptoir::central
