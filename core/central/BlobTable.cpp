// SPDX-License-Identifier: GPL-3.0-or-later
#include "BlobTable.h"

#include "Rows.h"

namespace comptoir::central {

namespace {

using base::Result;
using domain::AttachmentId;
using domain::ScopeId;

/// The shared scope is no NULL here, as in every table that consoles do not mirror.
QByteArray keyOf(ScopeId scope)
{
    return scope.value.toBytes();
}

Result<> dropPieces(store::Db &db, ScopeId scope, BlobTable::BlobId blob)
{
    return db.prepare("DELETE FROM blob_piece WHERE scope = ? AND blob = ?").bindAll(keyOf(scope), blob).run();
}

} // namespace

Result<std::optional<BlobTable::Upload>> BlobTable::upload(store::Db &db, ScopeId scope, AttachmentId attachment)
{
    store::Statement query = db.prepare("SELECT blob, size, received FROM upload WHERE scope = ? AND attachment = ?");
    query.bindAll(keyOf(scope), attachment);
    return firstRow(query, [](const store::Statement &row) { return Upload{row.id<BlobId>(0), row.integer(1), row.integer(2)}; });
}

Result<> BlobTable::begin(store::Db &db, ScopeId scope, AttachmentId attachment, const Upload &upload, qint64 nowMs)
{
    return db
        .prepare("INSERT INTO upload(scope, attachment, blob, size, received, touched_ms) VALUES(?, ?, ?, ?, 0, ?) ON CONFLICT DO NOTHING")
        .bindAll(keyOf(scope), attachment, upload.blob, upload.size, nowMs)
        .run();
}

Result<bool> BlobTable::append(store::Db &db, ScopeId scope, AttachmentId attachment, qint64 place, const QByteArray &bytes, qint64 nowMs)
{
    // The upload's row is what two senders of one file wait for each other at: the later one finds more received than it thought.
    store::Statement write = db.prepare(
        "UPDATE upload SET received = received + ?1, touched_ms = ?2 WHERE scope = ?3 AND attachment = ?4 AND received = ?5 RETURNING blob");
    write.bindAll(qint64(bytes.size()), nowMs, keyOf(scope), attachment, place);
    const auto blob = firstRow(write, [](const store::Statement &row) { return row.id<BlobId>(0); });
    if (!blob || !*blob) {
        return blob.map([](const auto &) { return false; });
    }
    write.reset();
    if (bytes.isEmpty()) {
        return true;
    }
    return db.prepare("INSERT INTO blob_piece(scope, blob, place, bytes) VALUES(?, ?, ?, ?)")
        .bindAll(keyOf(scope), **blob, place, bytes)
        .run()
        .map([] { return true; });
}

Result<> BlobTable::drop(store::Db &db, ScopeId scope, AttachmentId attachment)
{
    return upload(db, scope, attachment).and_then([&](const auto &known) -> Result<> {
        if (!known) {
            return {};
        }
        return dropPieces(db, scope, known->blob).and_then([&] {
            return db.prepare("DELETE FROM upload WHERE scope = ? AND attachment = ?").bindAll(keyOf(scope), attachment).run();
        });
    });
}

Result<> BlobTable::keep(store::Db &db, ScopeId scope, AttachmentId attachment, const Upload &upload, const QString &sha256)
{
    const auto known = find(db, scope, sha256);
    if (!known || *known) {
        return known.map([](const auto &) {}).and_then([&] { return drop(db, scope, attachment); });
    }
    return db.prepare("INSERT INTO blob(scope, sha256, id, size) VALUES(?, ?, ?, ?)")
        .bindAll(keyOf(scope), sha256, upload.blob, upload.size)
        .run()
        .and_then(
            [&] { return db.prepare("DELETE FROM upload WHERE scope = ? AND attachment = ?").bindAll(keyOf(scope), attachment).run(); });
}

Result<std::optional<BlobTable::BlobId>> BlobTable::find(store::Db &db, ScopeId scope, const QString &sha256)
{
    store::Statement query = db.prepare("SELECT id FROM blob WHERE scope = ? AND sha256 = ?");
    query.bindAll(keyOf(scope), sha256);
    return firstRow(query, [](const store::Statement &row) { return row.id<BlobId>(0); });
}

Result<std::vector<BlobTable::Piece>> BlobTable::pieces(store::Db &db, ScopeId scope, BlobId blob, qint64 from, qint64 to)
{
    store::Statement query = db.prepare(
        "SELECT place, bytes FROM blob_piece WHERE scope = ?1 AND blob = ?2 AND place < ?4 AND place >= (SELECT max(place) FROM blob_piece "
        "WHERE scope = ?1 AND blob = ?2 AND place <= ?3) ORDER BY place");
    query.bindAll(keyOf(scope), blob, from, to);
    return allRows(query, [](const store::Statement &row) { return Piece{row.integer(0), row.blob(1)}; });
}

Result<> BlobTable::dropUnused(store::Db &db, ScopeId scope, const QString &sha256)
{
    store::Statement query = db.prepare(
        "SELECT 1 FROM attachment WHERE scope IS NOT DISTINCT FROM ? AND sha256 = ? AND state = 'stored' LIMIT 1");
    query.bindAll(scope, sha256);
    const auto used = query.step();
    const auto blob = used && !*used ? find(db, scope, sha256) : Result<std::optional<BlobId>>(std::nullopt);
    if (!used || !blob || !*blob) {
        return used ? blob.map([](const auto &) {}) : used.map([](bool) {});
    }
    return dropPieces(db, scope, **blob).and_then([&] {
        return db.prepare("DELETE FROM blob WHERE scope = ? AND sha256 = ?").bindAll(keyOf(scope), sha256).run();
    });
}

Result<> BlobTable::dropBefore(store::Db &db, qint64 horizonMs)
{
    store::Statement query = db.prepare("SELECT scope, attachment FROM upload WHERE touched_ms < ?");
    query.bindAll(horizonMs);
    const auto old = allRows(query, [](const store::Statement &row) { return std::pair(row.id<ScopeId>(0), row.id<AttachmentId>(1)); });
    if (!old) {
        return tl::unexpected(old.error());
    }
    for (const auto &[scope, attachment] : *old) {
        if (auto done = drop(db, scope, attachment); !done) {
            return done;
        }
    }
    return {};
}

Result<qint64> BlobTable::usedBy(store::Db &db, ScopeId scope)
{
    store::Statement query = db.prepare(
        "SELECT CAST((SELECT coalesce(sum(size), 0) FROM blob WHERE scope = ?1) + (SELECT coalesce(sum(size), 0) FROM upload "
        "WHERE scope = ?1) AS BIGINT)");
    query.bindAll(keyOf(scope));
    return firstRow(query, [](const store::Statement &row) { return row.integer(0); }).map([](const auto &used) {
        return used.value_or(0);
    });
}

} // namespace comptoir::central
