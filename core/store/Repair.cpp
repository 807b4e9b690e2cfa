// SPDX-License-Identifier: GPL-3.0-or-later
#include "Repair.h"

#include "BlobTidying.h"
#include "Log.h"
#include "PrivateFile.h"
#include "Salvage.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace comptoir::store {

namespace {

base::Result<> checked(Db &db, Check check)
{
    if (check != Check::Whole) {
        return check == Check::None ? base::Result<>() : db.quickCheck();
    }
    Statement whole = db.prepare("PRAGMA integrity_check(1)");
    return whole.step().and_then([&](bool any) -> base::Result<> {
        if (any && whole.view(0) == "ok") {
            return {};
        }
        return base::fail(base::Error::Kind::Corrupt, QStringLiteral("the database is damaged: %1").arg(whole.text(0)));
    });
}

base::Result<std::unique_ptr<Db>> openSound(const Store::Config &config, const Migrations &migrations, Check check)
{
    auto db = Db::open(config.path, Db::Mode::Write, config.durability);
    if (!db) {
        return db;
    }
    auto ready = checked(**db, check).and_then([&] { return migrations.apply(**db); });
    if (!ready) {
        return tl::unexpected(ready.error());
    }
    return db;
}

base::Result<> removeWithLog(const QString &path)
{
    for (const QString &end : {QString(), QStringLiteral("-wal"), QStringLiteral("-shm")}) {
        if (QFile::exists(path + end) && !QFile::remove(path + end)) {
            return base::fail(base::Error::Kind::Io, QStringLiteral("%1 cannot be removed").arg(path + end));
        }
    }
    return {};
}

/// Puts `fresh` in the place of `path`, both closed, for good.
base::Result<> replace(const QString &path, const QString &fresh)
{
    // A log of the old file would be played into the new one.
    if (QFileInfo(path + QStringLiteral("-wal")).size() > 0 || QFile::exists(fresh + QStringLiteral("-wal"))) {
        return base::fail(base::Error::Kind::Busy, QStringLiteral("%1 is still in use").arg(path));
    }
    return renameForGood(fresh, path);
}

/// A new database with all that could be saved, which has only to take the place of the damaged one.
QString repairedName(const QString &path)
{
    return path + QStringLiteral(".repaired");
}

/// The damaged database stays where it is until then: a repair that is broken off begins again.
base::Result<> buildRepaired(const Store::Config &config, const Migrations &migrations)
{
    const QString fresh = config.path + QStringLiteral(".fresh");
    return removeWithLog(fresh)
        .and_then([&] {
            return Db::open(fresh, Db::Mode::Write, config.durability).and_then([&](const std::unique_ptr<Db> &db) {
                return migrations.apply(*db).and_then([&] { return salvage(*db, config.path); }).map([](qint64 saved) {
                    qCWarning(base::lcStore) << "saved from the damaged database:" << saved << "rows";
                });
            });
        })
        .and_then([&] { return replace(repairedName(config.path), fresh); });
}

/// The damaged database goes aside and the new one into its place; true where there was one. A stop in between loses nothing: it is done again.
base::Result<bool> putRepaired(const QString &path)
{
    if (!QFile::exists(repairedName(path))) {
        return false;
    }
    return moveAside(path).and_then([&](const QString &aside) {
        qCWarning(base::lcStore) << "the damaged file is kept as" << aside;
        return renameForGood(repairedName(path), path).map([] { return true; });
    });
}

base::Result<OpenedDb> openRepaired(const Store::Config &config, const Migrations &migrations, Check check)
{
    const auto finished = putRepaired(config.path); // a stop had broken it off
    if (!finished) {
        return tl::unexpected(finished.error());
    }
    auto db = openSound(config, migrations, *finished ? Check::None : check);
    if (db) {
        return OpenedDb{std::move(*db), *finished};
    }
    if (db.error().kind != base::Error::Kind::Corrupt || config.onDamage == Store::OnDamage::Refuse) {
        return tl::unexpected(db.error());
    }
    qCCritical(base::lcStore) << "the database is damaged and is built anew:" << db.error().message;
    return buildRepaired(config, migrations)
        .and_then([&] { return putRepaired(config.path); })
        .and_then([&](bool) { return openSound(config, migrations, Check::None); })
        .map([](std::unique_ptr<Db> made) {
            return OpenedDb{std::move(made), true};
        });
}

/// The bytes of attachments go with the copy, but for what was attached here and is not at the service.
base::Result<> removeForeignBlobs(const Store::Config &config)
{
    return Db::open(config.path, Db::Mode::Write, config.durability).and_then([&](const std::unique_ptr<Db> &db) {
        return blobs::tidy(*db, config.path);
    });
}

/// A new file with nothing but what is this operator's alone takes the place of the old one, which stands until then.
base::Result<> wipe(const Store::Config &config, const Migrations &migrations)
{
    const QString fresh = config.path + QStringLiteral(".fresh");
    return removeWithLog(fresh)
        .and_then([&] {
            return Db::open(fresh, Db::Mode::Write, config.durability).and_then([&](const std::unique_ptr<Db> &db) {
                return migrations.apply(*db).and_then([&] { return carryOver(*db, config.path); });
            });
        })
        .and_then([&] { return replace(config.path, fresh); })
        .and_then([&] { return removeForeignBlobs(config); })
        .and_then([&] { return removeDamaged(config.path); });
}

} // namespace

QString wipeMarker(const QString &path)
{
    return path + QStringLiteral(".wipe");
}

base::Result<> removeDamaged(const QString &path)
{
    const QFileInfo file(path);
    const QStringList names = file.dir().entryList({file.fileName() + QStringLiteral(".damaged-*")}, QDir::Files | QDir::Hidden);
    for (const QString &name : names) {
        if (!QFile::remove(file.dir().filePath(name))) {
            return base::fail(base::Error::Kind::Io, QStringLiteral("%1 cannot be removed").arg(file.dir().filePath(name)));
        }
    }
    return {};
}

base::Result<OpenedDb> openChecked(const Store::Config &config, const Migrations &migrations, Check check)
{
    auto opened = openRepaired(config, migrations, check);
    if (!opened || !QFile::exists(wipeMarker(config.path))) {
        return opened;
    }
    opened->db.reset();
    if (auto wiped = wipe(config, migrations); !wiped) {
        return tl::unexpected(wiped.error());
    }
    QFile::remove(wipeMarker(config.path));
    qCInfo(base::lcStore) << "the copy of the service was emptied; what was not sent is kept";
    return openSound(config, migrations, Check::None).map([&](std::unique_ptr<Db> db) {
        return OpenedDb{std::move(db), opened->repaired};
    });
}

} // namespace comptoir::store
