// SPDX-License-Identifier: GPL-3.0-or-later
#include "BaseTable.h"

#include "Rows.h"

namespace comptoir::store {

namespace {

base::Result<std::vector<BaseRow>> baseRows(Statement &query)
{
    return allRows(query, [](const Statement &row) {
        const auto kind = domain::fromCode<domain::EntityKind>(row.text(2));
        return BaseRow{row.id<domain::EntityId>(0),
                       row.id<domain::ScopeId>(1),
                       kind.value_or(domain::EntityKind::Ticket),
                       row.integer(3),
                       row.isNull(4) ? std::nullopt : std::optional(row.text(4)),
                       !kind};
    });
}

} // namespace

base::Result<std::optional<BaseRow>> BaseTable::find(Db &db, domain::EntityId entity)
{
    Statement query = db.prepare("SELECT entity,scope,kind,seq,body FROM base WHERE entity=?");
    query.bind(0, entity);
    return baseRows(query).map(
        [](std::vector<BaseRow> rows) { return rows.empty() ? std::nullopt : std::optional(std::move(rows.front())); });
}

base::Result<std::vector<BaseRow>> BaseTable::in(Db &db, domain::ScopeId scope)
{
    Statement query = db.prepare("SELECT entity,scope,kind,seq,body FROM base WHERE scope=?");
    query.bind(0, scope.value.toBytes());
    return baseRows(query);
}

base::Result<std::vector<BaseRow>> BaseTable::all(Db &db)
{
    Statement query = db.prepare("SELECT entity,scope,kind,seq,body FROM base");
    return baseRows(query);
}

base::Result<> BaseTable::put(Db &db, const BaseRow &row)
{
    Statement write = db.prepare("INSERT OR REPLACE INTO base(entity,scope,kind,seq,body) VALUES(?,?,?,?,?)");
    write.bindAll(row.entity, row.scope.value.toBytes(), QString(domain::codeOf(row.kind)), row.seq);
    if (row.body) {
        write.bind(4, *row.body);
    } else {
        write.bindNull(4);
    }
    return write.run();
}

base::Result<> BaseTable::markStale(Db &db, domain::ScopeId scope)
{
    return db.prepare("UPDATE base SET seq=-seq WHERE scope=? AND seq>0").bind(0, scope.value.toBytes()).run();
}

base::Result<> BaseTable::removeIn(Db &db, domain::ScopeId scope)
{
    return db.prepare("DELETE FROM base WHERE scope=?").bind(0, scope.value.toBytes()).run();
}

base::Result<> BaseTable::remove(Db &db, domain::EntityId entity)
{
    return db.prepare("DELETE FROM base WHERE entity=?").bind(0, entity).run();
}

} // namespace comptoir::store
