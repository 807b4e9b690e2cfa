// SPDX-License-Identifier: GPL-3.0-or-later
#include "BlobTidying.h"
#include "PersonErasing.h"
#include "Repair.h"
#include "Rows.h"

namespace comptoir::store::scrub {

using base::Result;

namespace {

/// Where a reader stands in the log it cannot be emptied.
Result<> emptyLog(Db &db)
{
    Statement query = db.prepare("PRAGMA wal_checkpoint(TRUNCATE)");
    const auto busy = firstRow(query, [](const Statement &row) { return row.integer(0) != 0; });
    if (!busy) {
        return tl::unexpected(busy.error());
    }
    return busy->value_or(false) ? base::fail(base::Error::Kind::Busy, QStringLiteral("the log of the database is in use")) : Result<>();
}

/// Words of rows that went stand in the index until its segments are merged.
Result<> mergeWords(Db &db)
{
    return db.run("INSERT INTO person_text(person_text) VALUES('optimize'); INSERT INTO ticket_text(ticket_text) VALUES('optimize')");
}

} // namespace

Result<> note(Db &db)
{
    return db.run("INSERT INTO scrub(one) VALUES(1) ON CONFLICT(one) DO NOTHING");
}

Result<bool> isDue(Db &db)
{
    return db.prepare("SELECT 1 FROM scrub").step();
}

Result<> rewrite(Db &db)
{
    // What is rewritten goes over the disk: in memory it might not fit.
    return db.run("PRAGMA temp_store=FILE")
        .and_then([&] { return db.run("VACUUM"); })
        .and_then([&] { return db.run("PRAGMA temp_store=MEMORY"); })
        .and_then([&] { return emptyLog(db); });
}

Result<> run(Db &db, const QString &path)
{
    const auto due = isDue(db);
    if (!due || !*due) {
        return due.map([](bool) {});
    }
    auto done = blobs::tidy(db, path)
                    .and_then([&] { return mergeWords(db); })
                    .and_then([&] { return db.commit(); })
                    .and_then([&] { return rewrite(db); })
                    .and_then([&] { return removeDamaged(path); });
    auto begun = db.begin();
    return done.and_then([&] { return begun; }).and_then([&] { return db.run("DELETE FROM scrub"); });
}

} // namespace comptoir::store::scrub
