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

base::Result<std::vector<domain::Contact>> ContactTable::newest(Db &db, int limit)
{
    static const std::string sql = select("ORDER BY started_ms DESC LIMIT ?");
    Statement query = db.prepare(sql);
    query.bindAll(qint64(limit));
    return entitiesOf<domain::Contact>(query);
}

} // namespace comptoir::store
