// SPDX-License-Identifier: GPL-3.0-or-later
#include "BlobTidying.h"

#include "AttachmentTable.h"
#include "BlobKeep.h"
#include "OwnAttachmentTable.h"
#include "Rows.h"

namespace comptoir::store::blobs {

using base::Result;

namespace {

/// So many that cannot travel now are passed over in one look.
constexpr qint64 kMostLookedAt = 200;

Result<bool> isNamed(Db &db, const QString &sha256)
{
    Statement query = db.prepare("SELECT EXISTS(SELECT 1 FROM own_attachment WHERE sha256=?) "
                                 "OR EXISTS(SELECT 1 FROM attachment WHERE sha256=? AND state<>'erased')");
    query.bindAll(sha256, sha256);
    return firstRow(query, [](const Statement &row) { return row.integer(0) != 0; }).map([](auto found) { return found.value_or(true); });
}

Result<std::optional<Errand>> firstOf(Statement &query, bool up, const BlobKeep &keep, const QSet<base::Uuid> &passedOver)
{
    auto rows = AttachmentTable::all(query);
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    for (auto &row : *rows) {
        if (!passedOver.contains(row.entity.id.value) && keep.holds(row.entity.sha256) == up) {
            return Errand{up, std::move(row.entity)};
        }
    }
    return std::nullopt;
}

Result<> forgetSettled(Db &db)
{
    // A refused one stays until its notice was put away: nothing of it stands elsewhere.
    // Asked of the few rows here, one by one: this runs with every page that comes.
    return db.run("DELETE FROM own_attachment WHERE EXISTS(SELECT 1 FROM attachment AS a WHERE a.id=own_attachment.id"
                  " AND (a.state='erased' OR (a.seq>0 AND a.state<>'held')));"
                  "DELETE FROM own_attachment WHERE attached=1"
                  " AND EXISTS(SELECT 1 FROM notice AS n WHERE n.op_id=own_attachment.id AND n.dismissed=1);"
                  "DELETE FROM wanted_attachment WHERE NOT EXISTS(SELECT 1 FROM attachment AS a WHERE a.id=wanted_attachment.id"
                  " AND a.state<>'erased')");
}

} // namespace

Result<std::optional<Errand>> next(Db &db, const QString &path, const QSet<base::Uuid> &passedOver)
{
    const BlobKeep keep(path);
    static const std::string held = AttachmentTable::select(
        "WHERE state='held' AND holder=(SELECT id FROM device) AND seq>0 ORDER BY size LIMIT ?");
    Statement up = db.prepare(held);
    up.bind(0, kMostLookedAt);
    auto first = firstOf(up, true, keep, passedOver);
    if (!first || *first) {
        return first;
    }
    static const std::string wanted = AttachmentTable::select(
        "WHERE state='stored' AND id IN (SELECT id FROM wanted_attachment WHERE failure='') ORDER BY size LIMIT ?");
    Statement down = db.prepare(wanted);
    down.bind(0, kMostLookedAt);
    return firstOf(down, false, keep, passedOver);
}

Result<> tidy(Db &db, const QString &path)
{
    return forgetSettled(db).and_then([&] { return BlobKeep(path).keepOnly([&](const QString &sum) { return isNamed(db, sum); }); });
}

Result<> tidyAtStart(Db &db, const QString &path)
{
    return db.run("DELETE FROM own_attachment WHERE attached=0 AND ticket NOT IN (SELECT id FROM draft)").and_then([&] {
        return tidy(db, path);
    });
}

} // namespace comptoir::store::blobs
