// SPDX-License-Identifier: GPL-3.0-or-later
#include "DataFolder.h"

#include "Backups.h"
#include "Erasures.h"
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

base::Error lockedBy(const QString &path)
{
    return {base::Error::Kind::Locked, QStringLiteral("another process works on %1").arg(path)};
}

} // namespace

DataFolder::DataFolder(const QString &path, std::shared_ptr<store::Backend> backend, const QString &ledger)
    : m_path(QDir::cleanPath(QDir::current().absoluteFilePath(path.isEmpty() ? defaultFolder() : path)))
    , m_backend(std::move(backend))
    , m_ledger(ledger.isEmpty() ? QString() : QDir::cleanPath(QDir::current().absoluteFilePath(ledger)))
{}

QString DataFolder::outside() const
{
    return m_backend && !m_ledger.isEmpty() ? m_ledger + QStringLiteral("/comptoir.db") : database();
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
    if (m_ledger.isEmpty()) {
        return store::Store::open(config);
    }
    if (!QFileInfo(m_ledger).isDir()) {
        return base::fail(base::Error::Kind::NotFound, QStringLiteral("there is no folder %1 for the ledger").arg(m_ledger));
    }
    // As below: a dump that was taken in brings nobody back.
    base::SystemRandom random;
    store::Store::Config alone = config;
    alone.threads = false;
    alone.post = {};
    return store::Store::open(alone)
        .and_then([&](const std::unique_ptr<store::Store> &store) {
            return store->write([&](store::Db &db) { return central::Erasures::settle(db, outside(), random); }).result();
        })
        .and_then([&](int) { return store::Store::open(config); });
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
    // Before anybody is served: whoever was erased is not in an older database that was put here.
    base::SystemRandom random;
    if (const auto settled = central::Erasures::settle(database(), migrations(), random); !settled) {
        return tl::unexpected(settled.error().kind == base::Error::Kind::Locked ? lockedBy(m_path) : settled.error());
    }
    config.path = database();
    config.migrations = migrations();
    return store::Store::open(config).map_error(
        [this](const base::Error &error) { return error.kind == base::Error::Kind::Locked ? lockedBy(m_path) : error; });
}

} // namespace comptoir::service
