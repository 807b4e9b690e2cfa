// SPDX-License-Identifier: GPL-3.0-or-later
#include "CursorTable.h"

#include "Rows.h"

namespace comptoir::store {

namespace {

CursorRow cursorRowOf(const Statement &query)
{
    return {query.id<domain::ScopeId>(0), {query.integer(1), query.integer(2)},  query.integer(3) != 0, query.integer(4),
            query.integer(5) != 0,        static_cast<quint64>(query.integer(6))};
}

} // namespace

base::Result<std::optional<CursorRow>> CursorTable::find(Db &db, domain::ScopeId scope)
{
    Statement query = db.prepare("SELECT scope,generation,seq,complete,backup_seq,anew,digest FROM cursor WHERE scope=?");
    query.bind(0, scope.value.toBytes());
    return firstRow(query, cursorRowOf);
}

base::Result<std::vector<CursorRow>> CursorTable::all(Db &db)
{
    Statement query = db.prepare("SELECT scope,generation,seq,complete,backup_seq,anew,digest FROM cursor ORDER BY scope");
    return allRows(query, cursorRowOf);
}

base::Result<> CursorTable::put(Db &db, const CursorRow &row)
{
    return db.prepare("INSERT OR REPLACE INTO cursor(scope,generation,seq,complete,backup_seq,anew,digest) VALUES(?,?,?,?,?,?,?)")
        .bindAll(row.scope.value.toBytes(), row.at.generation, row.at.seq, qint64(row.complete), row.backupSeq, qint64(row.anew),
                 static_cast<qint64>(row.digest))
        .run();
}

base::Result<> CursorTable::remove(Db &db, domain::ScopeId scope)
{
    return db.prepare("DELETE FROM cursor WHERE scope=?").bind(0, scope.value.toBytes()).run();
}

} // namespace comptoir::store
