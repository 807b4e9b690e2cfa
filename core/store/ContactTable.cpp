// SPDX-License-Identifier: GPL-3.0-or-later
#include "ContactTable.h"

namespace comptoir::store {

namespace {

base::Result<std::vector<domain::Contact>> contacts(Statement &query)
{
    return EntityTable<domain::Contact>::all(query).map([](std::vector<EntityTable<domain::Contact>::Stored> rows) {
        std::vector<domain::Contact> out;
        for (auto &row : rows) {
            out.push_back(std::move(row.entity));
        }
        return out;
    });
}

} // namespace

base::Result<std::vector<domain::Contact>> ContactTable::lastOf(Db &db, domain::PersonId person, int limit)
{
    static const std::string sql = select("WHERE person=? AND person IS NOT NULL ORDER BY started_ms DESC LIMIT ?");
    Statement query = db.prepare(sql);
    query.bindAll(person, qint64(limit));
    return contacts(query);
}

base::Result<std::vector<domain::Contact>> ContactTable::newest(Db &db, int limit)
{
    static const std::string sql = select("ORDER BY started_ms DESC LIMIT ?");
    Statement query = db.prepare(sql);
    query.bindAll(qint64(limit));
    return contacts(query);
}

} // namespace comptoir::store
