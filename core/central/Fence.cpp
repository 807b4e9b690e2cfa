// SPDX-License-Identifier: GPL-3.0-or-later
#include "Fence.h"

#include "BackupTable.h"
#include "Log.h"
#include "MetaTable.h"
#include "NewLife.h"
#include "Planted.h"
#include "ScopeTable.h"
#include "Store.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace comptoir::central {

namespace {

using base::Result;
using domain::ScopeId;
using Kind = base::Error::Kind;

constexpr auto kFenceWord = "comptoir-fence/1";

constexpr auto kBackupWord = "backup";

/// `comptoir-fence/1 EPOCH DEVICE`, then `SCOPE SEQ` for each scope, `backup PATH` for each backup, then `end N`.
QByteArray fenceText(const Fence::Content &content)
{
    QByteArray out = QByteArray(kFenceWord) + ' ' + content.epoch + ' ' + QByteArray::number(content.nextDevice) + '\n';
    for (const auto &[scope, seq] : content.heads) {
        out += scope.value.toText() + ' ' + QByteArray::number(seq) + '\n';
    }
    for (const QString &path : content.backups) {
        out += QByteArray(kBackupWord) + ' ' + path.toUtf8().toPercentEncoding("/") + '\n';
    }
    return out + "end " + QByteArray::number(qint64(content.heads.size() + content.backups.size())) + '\n';
}

std::optional<Fence::Content> fenceIn(const QByteArray &text)
{
    const QByteArrayList lines = text.split('\n');
    const QByteArrayList first = lines.value(0).split(' ');
    Fence::Content out{first.value(1), first.value(2).toLongLong(), {}, {}};
    for (qsizetype at = 1; at + 2 < lines.size(); ++at) {
        const QByteArrayList words = lines[at].split(' ');
        if (words.value(0) == kBackupWord) {
            out.backups.insert(QString::fromUtf8(QByteArray::fromPercentEncoding(words.value(1))));
            continue;
        }
        const auto scope = base::Uuid::fromText(words.value(0));
        if (!scope) {
            return std::nullopt;
        }
        out.heads[ScopeId{*scope}] = words.value(1).toLongLong();
    }
    return fenceText(out) == text ? std::optional(out) : std::nullopt; // byte for byte
}

Result<Fence::Content> reachOf(store::Db &db)
{
    const auto epoch = MetaTable::epoch(db);
    const auto next = MetaTable::nextDevice(db);
    const auto scopes = ScopeTable::all(db);
    const auto backups = BackupTable::paths(db);
    if (!epoch || !next || !scopes || !backups) {
        return tl::unexpected(!epoch ? epoch.error() : !next ? next.error() : !scopes ? scopes.error() : backups.error());
    }
    Fence::Content out{*epoch, *next, {}, {backups->begin(), backups->end()}};
    for (const ScopeTable::Row &row : *scopes) {
        out.heads[row.scope] = row.seq;
    }
    return out;
}

bool reaches(const Fence::Content &now, const Fence::Content &before)
{
    return now.nextDevice >= before.nextDevice && std::all_of(before.heads.begin(), before.heads.end(), [&](const auto &head) {
               const auto there = now.heads.find(head.first);
               return there != now.heads.end() ? there->second >= head.second : head.second == 0;
           });
}

/// Whether the database has this life, reaching as far, or had it.
Result<bool> follows(store::Db &db, const Fence::Content &now, const Fence::Content &before)
{
    return now.epoch == before.epoch ? Result<bool>(reaches(now, before)) : MetaTable::isPastEpoch(db, before.epoch);
}

Result<> write(const QString &path, const Fence::Content &content)
{
    QSaveFile file(path);
    const QByteArray text = fenceText(content);
    const bool written = file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && file.write(text) == text.size() && file.commit();
    return written ? Result<>() : base::fail(Kind::Io, QStringLiteral("%1 cannot be written: %2").arg(path, file.errorString()));
}

} // namespace

Result<std::optional<Fence::Content>> Fence::read() const
{
    QFile file(m_path);
    if (!file.exists()) {
        return std::optional<Fence::Content>();
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return base::fail(Kind::Io, QStringLiteral("%1 cannot be read: %2").arg(m_path, file.errorString()));
    }
    const auto content = fenceIn(file.readAll());
    return content
        ? Result<std::optional<Fence::Content>>(content)
        : base::fail(
            Kind::Corrupt,
            QStringLiteral("%1, which says how far the database had come, is not what was written: where the database is the newest "
                           "there is, take that file away, otherwise restore a backup first")
                .arg(m_path));
}

Result<bool> Fence::holds(store::Db &db) const
{
    return read().and_then([&](const std::optional<Fence::Content> &before) {
        return !before ? Result<bool>(true) : reachOf(db).and_then([&](const Fence::Content &now) { return follows(db, now, *before); });
    });
}

Result<bool> Fence::keep(store::Db &db, Kept &kept) const
{
    const auto now = reachOf(db);
    if (!now) {
        return tl::unexpected(now.error());
    }
    if (kept == *now) {
        return true;
    }
    const auto held = kept ? follows(db, *now, *kept) : holds(db);
    if (!held || !*held) {
        return held;
    }
    return write(m_path, *now).map([&] {
        kept = *now;
        return true;
    });
}

Result<bool> Fence::settle(store::Db &db, qint64 nowMs, base::Random &random) const
{
    const auto begun = MetaTable::hold(db).and_then([&]() -> Result<bool> {
        const auto before = read();
        const auto now = reachOf(db);
        if (!before || !now) {
            return tl::unexpected(!before ? before.error() : now.error());
        }
        return *before ? settle(db, **before, *now, nowMs, random) : Result<bool>(false);
    });
    if (begun && *begun) {
        qCCritical(base::lcCentral) << "the database does not reach as far as" << m_path
                                    << "says it did: an older one was put in its place. A new epoch begins; everybody signs in anew";
    }
    return begun;
}

Result<bool> Fence::settle(store::Db &db, const Content &before, const Content &now, qint64 nowMs, base::Random &random)
{
    const auto held = base::isPlanted(base::Plant::NoFence) ? Result<bool>(true) : follows(db, now, before);
    if (!held || (*held && before.epoch == now.epoch)) {
        return held.map([](bool) { return false; });
    }
    // Another life than the fence's, which this one went on from or does now: it does not know the backups made since they parted.
    const Result<> begun = *held
        ? Result<>()
        : MetaTable::addPastEpoch(db, before.epoch).and_then([&] { return beginNewLife(db, before.nextDevice, nowMs, random); });
    return begun.and_then([&] {
                    return BackupTable::adopt(db, {before.backups.begin(), before.backups.end()}, nowMs);
                })
        .map([&] { return !*held; });
}

Result<bool> Fence::settle(const QString &database, const QString &migrations, qint64 nowMs, base::Random &random) const
{
    if (!QFileInfo::exists(m_path) || QFileInfo(database).size() == 0) {
        return false;
    }
    store::Store::Config config;
    config.path = database;
    config.migrations = migrations;
    config.threads = false;
    return store::Store::open(config).and_then([&](const std::unique_ptr<store::Store> &store) {
        return store->write([&](store::Db &db) { return settle(db, nowMs, random); }).result();
    });
}

Result<> Fence::pass(store::Db &db) const
{
    return read().and_then(
        [&](const std::optional<Fence::Content> &before) { return before ? MetaTable::addPastEpoch(db, before->epoch) : Result<>(); });
}

} // namespace comptoir::central
