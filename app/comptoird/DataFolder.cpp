// SPDX-License-Identifier: GPL-3.0-or-later
#include "DataFolder.h"

#include "Backups.h"
#include "Clock.h"
#include "Erasures.h"
#include "Fence.h"
#include "Random.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <sys/stat.h>

namespace comptoir::service {

namespace {

QString defaultFolder()
{
    const QString managed = qEnvironmentVariable("STATE_DIRECTORY").section(u':', 0, 0);
    return managed.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/comptoird")
                             : managed;
}

QString absolute(const QString &path)
{
    return path.isEmpty() ? QString() : QDir::cleanPath(QDir::current().absoluteFilePath(path));
}

base::Error lockedBy(const QString &path)
{
    return {base::Error::Kind::Locked, QStringLiteral("another process works on %1").arg(path)};
}

} // namespace

DataFolder::DataFolder(const QString &path, std::shared_ptr<store::Backend> backend, const QString &ledger, const QString &fence)
    : m_path(absolute(path.isEmpty() ? defaultFolder() : path))
    , m_backend(std::move(backend))
    , m_ledger(absolute(ledger))
    , m_fence(absolute(fence))
{}

QString DataFolder::outside() const
{
    return m_backend && !m_ledger.isEmpty() ? m_ledger + QStringLiteral("/comptoir.db") : database();
}

QString DataFolder::fence() const
{
    return m_fence.isEmpty() ? central::Fence::beside(outside()) : m_fence;
}

base::Result<> DataFolder::make() const
{
    if (!QDir().exists(m_path)) {
        if (!QDir().mkpath(m_path) || ::chmod(m_path.toLocal8Bit().constData(), S_IRWXU) != 0) {
            return base::fail(base::Error::Kind::Io, QStringLiteral("the data folder %1 cannot be made").arg(m_path));
        }
    }
    return {};
}

base::Result<store::FileLock> DataFolder::hold() const
{
    return make()
        .and_then([this] { return store::FileLock::take(m_path + QStringLiteral("/comptoird.lock")); })
        .map_error([this](const base::Error &error) { return error.kind == base::Error::Kind::Locked ? lockedBy(m_path) : error; });
}

base::Result<std::unique_ptr<store::Store>> DataFolder::openServer(store::Store::Config config) const
{
    config.backend = m_backend;
    config.path = outside();
    if (!m_ledger.isEmpty() && !QFileInfo(m_ledger).isDir()) {
        return base::fail(base::Error::Kind::NotFound, QStringLiteral("there is no folder %1 for the ledger").arg(m_ledger));
    }
    return settle(config).and_then([&] { return store::Store::open(config); });
}

base::Result<> DataFolder::settle(store::Store::Config config) const
{
    const central::Fence fence(this->fence());
    if (!hasLedger() && !QFileInfo::exists(fence.path())) {
        return {};
    }
    base::SystemRandom random;
    config.threads = false;
    config.post = {};
    return store::Store::open(config).and_then([&](const std::unique_ptr<store::Store> &store) {
        // The fence first: who is erased again moves the heads.
        return store
            ->write([&](store::Db &db) {
                return fence.settle(db, base::SystemClock().nowMs(), random)
                    .and_then([&](bool) { return hasLedger() ? central::Erasures::settle(db, outside(), random) : base::Result<int>(0); })
                    .map([](int) {});
            })
            .result();
    });
}

base::Result<std::unique_ptr<store::Store>> DataFolder::open(bool threads, Missing missing, store::Store::Post post) const
{
    store::Store::Config config;
    config.threads = threads;
    config.post = std::move(post);
    if (m_backend) {
        return openServer(std::move(config));
    }
    if (auto tidy = central::Backups::tidyRestore(database()); !tidy) {
        return tl::unexpected(tidy.error());
    }
    if (missing == Missing::Refuse && QFileInfo(database()).size() == 0) {
        return base::fail(base::Error::Kind::NotFound, QStringLiteral("there is no database in %1").arg(m_path));
    }
    if (auto made = make(); !made) {
        return tl::unexpected(made.error());
    }
    // Before anybody is served: an older database that was put here begins a new life (first: who is erased again moves the heads), and whoever
    // was erased is not in it.
    base::SystemRandom random;
    const auto settled = central::Fence(fence()).settle(database(), migrations(), base::SystemClock().nowMs(), random).and_then([&](bool) {
        return central::Erasures::settle(database(), migrations(), random);
    });
    if (!settled) {
        return tl::unexpected(settled.error().kind == base::Error::Kind::Locked ? lockedBy(m_path) : settled.error());
    }
    config.path = database();
    config.migrations = migrations();
    return store::Store::open(config).map_error(
        [this](const base::Error &error) { return error.kind == base::Error::Kind::Locked ? lockedBy(m_path) : error; });
}

} // namespace comptoir::service
