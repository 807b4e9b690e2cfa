// SPDX-License-Identifier: GPL-3.0-or-later
#include "PhoneIndex.h"

#include "Rows.h"

namespace comptoir::store {

using base::Result;

Result<std::vector<domain::PersonId>> PhoneIndex::startingWith(Db &db, const QString &keyStart, int limit)
{
    if (keyStart.isEmpty()) {
        return std::vector<domain::PersonId>{};
    }
    Statement query = db.prepare("SELECT DISTINCT person FROM phone WHERE key>=?1 AND key<?2 LIMIT ?3");
    query.bindAll(keyStart, QString(keyStart + QChar(0xFFFD)), static_cast<qint64>(limit));
    return allRows(query, [](const Statement &row) { return row.id<domain::PersonId>(0); });
}

Result<std::vector<PhoneIndex::Spoken>> PhoneIndex::spokenFrom(Db &db, const QString &key, domain::ContactId call, qint64 rangMs, int limit)
{
    Statement query = db.prepare(
        "SELECT c.person, max(c.started_ms), coalesce((SELECT number FROM ticket AS t WHERE t.contact=c.id"
        "  AND (t.requester=c.person OR t.beneficiary=c.person) AND t.opened_ms<=?4 LIMIT 1), '')"
        " FROM (SELECT id, person, started_ms FROM contact WHERE phone_key=?1 AND phone_key<>'' AND person IS NOT NULL"
        "  AND id<>?3 AND started_ms<=?4 ORDER BY started_ms DESC LIMIT 50) AS c GROUP BY c.person ORDER BY 2 DESC LIMIT ?2");
    query.bindAll(key, static_cast<qint64>(limit), call, rangMs);
    return allRows(query, [](const Statement &row) { return Spoken{row.id<domain::PersonId>(0), row.integer(1), row.text(2)}; });
}

} // namespace comptoir::store
