// SPDX-License-Identifier: GPL-3.0-or-later
#include "ImportItemTable.h"

#include "Rows.h"

namespace comptoir::central {

base::Result<std::optional<ImportItemTable::Row>> ImportItemTable::find(store::Db &db, const base::Uuid &id)
{
    store::Statement query = db.prepare("SELECT digest, seq FROM import_item WHERE id = ?");
    query.bindAll(id);
    return firstRow(query, [&](const store::Statement &row) { return Row{id, row.blob(0), row.integer(1)}; });
}

base::Result<> ImportItemTable::put(store::Db &db, const Row &row)
{
    return db
        .prepare("INSERT INTO import_item(id, digest, seq) VALUES(?, ?, ?) ON CONFLICT(id) DO UPDATE SET digest = excluded.digest, seq = "
                 "excluded.seq")
        .bindAll(row.id, row.digest, row.seq)
        .run();
}

base::Result<> ImportItemTable::remove(store::Db &db, const base::Uuid &id)
{
    return db.prepare("DELETE FROM import_item WHERE id = ?").bindAll(id).run();
}

} // namespace comptoir::central
