// SPDX-License-Identifier: GPL-3.0-or-later
#include "ContactTable.h"

#include "Entities.h"

namespace comptoir::store {

base::Result<std::vector<domain::Contact>> ContactTable::lastOf(Db &db, domain::PersonId person, int limit)
{
    static const std::string sql = select("WHERE person=? AND person IS NOT NULL ORDER BY started_ms DESC LIMIT ?");
    Statement query = db.prepare(sql);
    query.bindAll(person, qint64(limit));
    return entitiesOf<domain::Contact>(query);
}

base::Result<QStringList> ContactTable::namesOf(Db &db, domain::PersonId person, qint64 limit)
{
    Statement query = db.prepare("SELECT person_name FROM contact WHERE person=? ORDER BY started_ms DESC LIMIT ?");
    query.bindAll(person, limit);
    QStringList out;
    return eachRow(query, [&](const Statement &row) { out.append(row.text(0)); }).map([&] { return out; });
}

base::Result<std::vector<domain::Contact>> ContactTable::newest(Db &db, int limit)
{
    static const std::string sql = select("ORDER BY started_ms DESC LIMIT ?");
    Statement query = db.prepare(sql);
    query.bindAll(qint64(limit));
    return entitiesOf<domain::Contact>(query);
}

} // namespace comptoir::store
