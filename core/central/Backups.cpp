// SPDX-License-Identifier: GPL-3.0-or-later
#include "Backups.h"

#include "AuditTable.h"
#include "BackupTable.h"
#include "Clock.h"
#include "Erasures.h"
#include "Fence.h"
#include "MetaTable.h"
#include "Migrations.h"
#include "NewLife.h"
#include "PersonErasing.h"
#include "PrivateFile.h"
#include "Random.h"
#include "SessionTable.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

namespace comptoir::central {

namespace {

using base::Result;
using Kind = base::Error::Kind;

Result<> copyTo(const QString &database, const QString &path)
{
    auto db = store::Db::open(database, store::Db::Mode::Read);
    if (!db) {
        return tl::unexpected(db.error());
    }
    // The connection stays read-only; the pragma alone would forbid writing the other file, too.
    return (*db)->run("PRAGMA query_only=OFF").and_then([&] { return (*db)->prepare("VACUUM INTO ?").bindAll(path).run(); });
}

/// How far a file reaches in each scope; Corrupt where it is no sound database of the service.
Result<std::vector<ScopeTable::Row>> checked(const QString &path)
{
    auto db = store::Db::open(path, store::Db::Mode::Read);
    if (!db) {
        return base::fail(db.error().kind, QStringLiteral("%1: %2").arg(path, db.error().message));
    }
    const auto sound = (*db)->quickCheck();
    if (!sound) {
        return base::fail(sound.error().kind, QStringLiteral("%1: %2").arg(path, sound.error().message));
    }
    store::Statement ours = (*db)->prepare("SELECT 1 FROM sqlite_master WHERE type='table' AND name='meta'");
    if (!ours.step().value_or(false)) {
        return base::fail(Kind::Corrupt, QStringLiteral("%1 is no database of this service").arg(path));
    }
    return MetaTable::epoch(**db).and_then([&](const QByteArray &) { return ScopeTable::all(**db); });
}

Result<std::vector<ScopeTable::Row>> write(const QString &database, const QString &path)
{
    if (QFile::exists(path) || QFileInfo(path).isSymLink()) {
        return base::fail(Kind::Invalid, QStringLiteral("%1 is there already").arg(path));
    }
    if (const QFileInfo folder(QFileInfo(path).path()); !folder.isDir()) {
        return base::fail(Kind::NotFound, QStringLiteral("there is no folder %1").arg(folder.filePath()));
    }
    const QString unfinished = path + QStringLiteral(".part");
    QFile::remove(unfinished);
    auto scopes = store::makePrivateFile(unfinished).and_then([&] { return copyTo(database, unfinished); }).and_then([&] {
        return checked(unfinished);
    });
    if (const auto placed = scopes ? store::renameForGood(unfinished, path) : Result<>(); !placed) {
        scopes = tl::unexpected(placed.error()); // consoles let go of what a backup holds: it is none before it is there for good
        QFile::remove(QFile::exists(unfinished) ? unfinished : path);
    }
    if (!scopes) {
        QFile::remove(unfinished);
    }
    return scopes;
}

/// Makes a copied backup the beginning of a new life. The file it came from, and those older than it, can be
/// gone back to again, so that consoles keep what they lack: they are the first backups of that life. Whoever was erased since it was made is
/// erased again.
Result<> renew(store::Db &db, const Backups::Places &places, qint64 devices, const base::Clock &clock, base::Random &random)
{
    const qint64 nowMs = clock.nowMs();
    return db.begin()
        .and_then([&] { return beginNewLife(db, devices, nowMs, random); })
        .and_then([&] { return Fence(Fence::beside(places.database)).pass(db); })
        .and_then([&] { return ScopeTable::all(db); })
        .and_then([&](const auto &scopes) { return BackupTable::add(db, QFileInfo(places.backup).absoluteFilePath(), nowMs, scopes); })
        .and_then([&] { return BackupTable::settle(db); })
        .and_then([&] { return Erasures::settle(db, places.database, random); })
        .and_then([&](int) { return db.commit(); })
        .and_then([&] { return store::scrub::rewrite(db); });
}

/// Where a database is made ready that is to be restored.
QString comingOf(const QString &database)
{
    return database + QStringLiteral(".restoring");
}

void removeComing(const QString &database)
{
    for (const QString &suffix : {QStringLiteral("-journal"), QStringLiteral("-wal"), QStringLiteral("-shm"), QString()}) {
        QFile::remove(comingOf(database) + suffix);
    }
}

/// The next device number of the database that is replaced; 0 where it cannot be read any more.
qint64 devicesOf(const QString &database)
{
    if (!QFile::exists(database)) {
        return 0;
    }
    auto db = store::Db::open(database, store::Db::Mode::Write);
    return db ? MetaTable::nextDevice(**db).value_or(0) : 0;
}

Result<QString> setAside(const QString &database, const base::Clock &clock)
{
    if (!QFile::exists(database)) {
        return QString();
    }
    const QString stamp = QDateTime::fromMSecsSinceEpoch(clock.nowMs(), Qt::UTC).toString(QStringLiteral("yyyyMMdd-HHmmss"));
    QString kept = database + QStringLiteral(".before-") + stamp;
    for (int more = 2; QFile::exists(kept); ++more) { // two within a second
        kept = database + QStringLiteral(".before-%1-%2").arg(stamp).arg(more);
    }
    for (const QString &suffix : {QStringLiteral("-wal"), QString()}) {
        if (QFile::exists(database + suffix) && !QFile::rename(database + suffix, kept + suffix)) {
            return base::fail(Kind::Io, QStringLiteral("%1 cannot be kept aside").arg(database + suffix));
        }
    }
    QFile::remove(database + QStringLiteral("-shm"));
    QFile::remove(database + QStringLiteral(".open"));
    return kept;
}

} // namespace

QFuture<Result<qint64>> Backups::make(const QString &path)
{
    const auto promise = std::make_shared<QPromise<Result<std::vector<ScopeTable::Row>>>>();
    promise->start();
    m_worker.run([promise, database = m_store.path(), path, post = m_post] {
        auto written = std::make_shared<Result<std::vector<ScopeTable::Row>>>(write(database, path));
        const auto settle = [promise, written] {
            promise->addResult(std::move(*written));
            promise->finish();
        };
        post ? post(settle) : settle();
    });
    return promise->future()
        .then([this, path](const Result<std::vector<ScopeTable::Row>> &scopes) {
            return m_store.write([scopes, path, nowMs = m_clock.nowMs()](store::Db &db) -> Result<qint64> {
                if (!scopes) {
                    return tl::unexpected(scopes.error());
                }
                return BackupTable::add(db, path, nowMs, *scopes)
                    .and_then([&] { return BackupTable::settle(db); })
                    .and_then([&] {
                        return AuditTable::append(db, {nowMs, {}, QStringLiteral("backup"), {}, {}});
                    })
                    .map([&] { return QFileInfo(path).size(); });
            });
        })
        .unwrap();
}

Result<QString> Backups::restore(const Places &places, const base::Clock &clock, base::Random &random)
{
    auto lock = store::FileLock::take(places.database + QStringLiteral(".lock"));
    if (!lock) {
        return tl::unexpected(lock.error());
    }
    if (!QFile::exists(places.backup)) {
        return base::fail(Kind::NotFound, QStringLiteral("there is no file %1").arg(places.backup));
    }
    if (!QFileInfo(places.backup).isFile()) { // a pipe would be waited for
        return base::fail(Kind::Invalid, QStringLiteral("%1 is no file").arg(places.backup));
    }
    const QString coming = comingOf(places.database);
    removeComing(places.database);
    const auto prepared = checked(places.backup)
                              .and_then([&](const auto &) { return store::makePrivateFile(coming); })
                              .and_then([&] { return copyTo(places.backup, coming); })
                              .and_then([&] { return store::Migrations::in(places.migrations); })
                              .and_then([&](const store::Migrations &migrations) -> Result<> {
                                  return store::Db::open(coming, store::Db::Mode::Write).and_then([&](std::unique_ptr<store::Db> db) {
                                      return migrations.apply(*db).and_then(
                                          [&] { return renew(*db, places, devicesOf(places.database), clock, random); });
                                  });
                              });
    if (!prepared) {
        removeComing(places.database);
        return tl::unexpected(prepared.error());
    }
    return setAside(places.database, clock).and_then([&](const QString &kept) -> Result<QString> {
        return store::renameForGood(coming, places.database).map([&] { return kept; });
    });
}

Result<> Backups::tidyRestore(const QString &database)
{
    if (!QFile::exists(comingOf(database))) {
        return {};
    }
    const auto lock = store::FileLock::take(database + QStringLiteral(".lock"));
    if (!lock) {
        return {};
    }
    if (!QFile::exists(database)) {
        return base::fail(
            Kind::Invalid,
            QStringLiteral("a restore was broken off before %1 was in its place: restore again, or rename the database kept as "
                           "%1.before-… back and take %2 away")
                .arg(database, comingOf(database)));
    }
    removeComing(database);
    return {};
}

} // namespace comptoir::central
