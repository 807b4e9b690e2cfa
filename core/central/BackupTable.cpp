// SPDX-License-Identifier: GPL-3.0-or-later
#include "BackupTable.h"

#include "Db.h"
#include "Rows.h"

#include <QFile>

namespace comptoir::central {

using base::Result;

Result<> BackupTable::add(store::Db &db, const QString &path, qint64 atMs, const std::vector<ScopeTable::Row> &scopes)
{
    // What stood at that path before is no more, and must not hold back what the oldest backup has.
    if (auto gone = db.prepare("DELETE FROM backup WHERE path = ?").bindAll(path).run(); !gone) {
        return gone;
    }
    store::Statement write = db.prepare("INSERT INTO backup(path, at_ms) VALUES(?, ?) RETURNING no");
    write.bindAll(path, atMs);
    const auto no = firstRow(write, [](const store::Statement &row) { return row.integer(0); });
    if (!no) {
        return tl::unexpected(no.error());
    }
    write.reset();
    for (const ScopeTable::Row &scope : scopes) {
        if (auto done = db.prepare("INSERT INTO backup_scope(backup, scope, seq) VALUES(?, ?, ?)")
                            .bindAll(**no, scope.scope, scope.seq)
                            .run();
            !done) {
            return done;
        }
    }
    return {};
}

Result<QStringList> BackupTable::paths(store::Db &db)
{
    store::Statement query = db.prepare("SELECT DISTINCT path FROM backup ORDER BY path");
    return allRows(query, [](const store::Statement &row) { return row.text(0); }).map([](const std::vector<QString> &all) {
        QStringList out;
        std::copy_if(all.begin(), all.end(), std::back_inserter(out), [](const QString &path) { return QFile::exists(path); });
        return out;
    });
}

Result<> BackupTable::adopt(store::Db &db, const QStringList &paths, qint64 atMs)
{
    const auto known = BackupTable::paths(db);
    if (!known) {
        return tl::unexpected(known.error());
    }
    bool adopted = false;
    for (const QString &path : paths) {
        if (!known->contains(path) && QFile::exists(path)) {
            if (auto done = add(db, path, atMs, {}); !done) {
                return done;
            }
            adopted = true;
        }
    }
    return adopted ? settle(db) : Result<>();
}

Result<> BackupTable::settle(store::Db &db)
{
    store::Statement query = db.prepare("SELECT no, path FROM backup");
    const auto all = allRows(query, [](const store::Statement &row) { return std::pair(row.integer(0), row.text(1)); });
    if (!all) {
        return tl::unexpected(all.error());
    }
    for (const auto &[no, path] : *all) {
        if (!QFile::exists(path)) {
            if (auto done = db.prepare("DELETE FROM backup WHERE no = ?").bindAll(no).run(); !done) {
                return done;
            }
        }
    }
    // A scope that one of the backups does not know is not safe anywhere.
    return db
        .prepare("UPDATE scope SET backup_seq = coalesce((SELECT min(coalesce(b.seq, 0)) FROM backup "
                 "LEFT JOIN backup_scope b ON b.backup = backup.no AND b.scope IS NOT DISTINCT FROM scope.id), 0)")
        .run();
}

} // namespace comptoir::central
