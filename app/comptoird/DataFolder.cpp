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

DataFolder::DataFolder(const QString &path)
    : m_path(QDir::cleanPath(QDir::current().absoluteFilePath(path.isEmpty() ? defaultFolder() : path)))
{}

base::Result<std::unique_ptr<store::Store>> DataFolder::open(bool threads, Missing missing, store::Store::Post post) const
{
    if (auto tidy = central::Backups::tidyRestore(database()); !tidy) {
        return tl::unexpected(tidy.error());
    }
    if (missing == Missing::Refuse && QFileInfo(database()).size() == 0) {
        return base::fail(base::Error::Kind::NotFound, QStringLiteral("there is no database in %1").arg(m_path));
    }
    if (!QDir().exists(m_path)) {
        if (!QDir().mkpath(m_path) || ::chmod(m_path.toLocal8Bit().constData(), S_IRWXU) != 0) {
            return base::fail(base::Error::Kind::Io, QStringLiteral("the data folder %1 cannot be made").arg(m_path));
        }
    }
    // Before anybody is served: whoever was erased is not in an older database that was put here.
    base::SystemRandom random;
    if (const auto settled = central::Erasures::settle(database(), migrations(), random); !settled) {
        return tl::unexpected(settled.error().kind == base::Error::Kind::Locked ? lockedBy(m_path) : settled.error());
    }
    store::Store::Config config;
    config.path = database();
    config.migrations = migrations();
    config.threads = threads;
    config.post = std::move(post);
    return store::Store::open(config).map_error(
        [this](const base::Error &error) { return error.kind == base::Error::Kind::Locked ? lockedBy(m_path) : error; });
}

} // namespace comptoir::service
