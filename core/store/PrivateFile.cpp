// SPDX-License-Identifier: GPL-3.0-or-later
#include "PrivateFile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <utility>

namespace comptoir::store {

namespace {

constexpr mode_t kOwnerOnly = S_IRUSR | S_IWUSR;

} // namespace

base::Result<> makePrivateFile(const QString &path)
{
    const QDir folder = QFileInfo(path).absoluteDir();
    if (!folder.exists()) {
        if (!QDir().mkpath(folder.path())
            || !QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner)) {
            return base::fail(base::Error::Kind::Io, QStringLiteral("the folder %1 cannot be made").arg(folder.path()));
        }
    }
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, kOwnerOnly);
    if (descriptor < 0) {
        return base::fail(errno == ENOSPC ? base::Error::Kind::Full : base::Error::Kind::Io,
                          QStringLiteral("%1 cannot be opened for writing").arg(path));
    }
    // SQLite gives its -wal and -shm files the mode of the database.
    const int narrowed = ::fchmod(descriptor, kOwnerOnly);
    ::close(descriptor);
    if (narrowed != 0) {
        return base::fail(base::Error::Kind::Io, QStringLiteral("%1 belongs to somebody else").arg(path));
    }
    return {};
}

base::Result<> renameForGood(const QString &from, const QString &to)
{
    if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0) {
        return base::fail(errno == ENOSPC || errno == EDQUOT ? base::Error::Kind::Full : base::Error::Kind::Io,
                          QStringLiteral("%1 cannot be put in the place of %2").arg(from, to));
    }
    return syncFolderOf(to);
}

base::Result<> syncFolderOf(const QString &file)
{
    const QString path = QFileInfo(file).absolutePath();
    const int folder = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool synced = folder >= 0 && ::fsync(folder) == 0;
    if (folder >= 0) {
        ::close(folder);
    }
    return synced ? base::Result<>()
                  : base::fail(base::Error::Kind::Io, QStringLiteral("what was written in %1 may not outlast a loss of power").arg(path));
}

FileLock::FileLock(FileLock &&other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}

FileLock &FileLock::operator=(FileLock &&other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

FileLock::~FileLock()
{
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
    }
}

base::Result<FileLock> FileLock::take(const QString &path)
{
    if (auto made = makePrivateFile(path); !made) {
        return tl::unexpected(made.error());
    }
    FileLock lock;
    lock.m_descriptor = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CLOEXEC);
    if (lock.m_descriptor < 0) {
        return base::fail(base::Error::Kind::Io, QStringLiteral("%1 cannot be opened").arg(path));
    }
    if (::flock(lock.m_descriptor, LOCK_EX | LOCK_NB) != 0) {
        return base::fail(base::Error::Kind::Locked, QStringLiteral("another process works on this database (%1)").arg(path));
    }
    return lock;
}

} // namespace comptoir::store
