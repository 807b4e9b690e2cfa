// SPDX-License-Identifier: GPL-3.0-or-later
#include "BlobKeep.h"

#include "PrivateFile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace comptoir::store {

using base::Error;
using base::Result;

namespace {

constexpr mode_t kMine = S_IRUSR | S_IWUSR;

QString asideOf(const QString &file)
{
    return file + QStringLiteral(".new");
}

QString partOf(const QString &file)
{
    return file + QStringLiteral(".part");
}

tl::unexpected<Error> cannot(const QString &path)
{
    return errno == ENOSPC || errno == EDQUOT || errno == EFBIG
        ? base::fail(Error::Kind::Full, QStringLiteral("there is no room for %1").arg(path))
        : base::fail(Error::Kind::Io, QStringLiteral("%1 cannot be written").arg(path));
}

/// Writes to what is open, all of it and for good.
bool writeAll(int descriptor, const QByteArray &bytes)
{
    for (qsizetype done = 0; done < bytes.size();) {
        const ssize_t took = ::write(descriptor, bytes.constData() + done, static_cast<std::size_t>(bytes.size() - done));
        if (took < 0 && errno != EINTR) {
            return false;
        }
        done += took > 0 ? took : 0;
    }
    return ::fsync(descriptor) == 0;
}

Result<> writeFile(const QString &path, const QByteArray &bytes, int how)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | how, kMine);
    if (descriptor < 0) {
        return cannot(path);
    }
    const bool written = ::fchmod(descriptor, kMine) == 0 && writeAll(descriptor, bytes);
    const int why = errno;
    ::close(descriptor);
    errno = why;
    return written ? Result<>() : cannot(path);
}

QString sumOf(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

bool isSum(const QString &text)
{
    return text.size() == 64 && std::all_of(text.begin(), text.end(), [](QChar sign) {
               return (sign >= u'0' && sign <= u'9') || (sign >= u'a' && sign <= u'f');
           });
}

/// Aside, then into its place.
Result<> replaceFile(const QString &path, const QByteArray &bytes)
{
    auto done = writeFile(asideOf(path), bytes, O_TRUNC).and_then([&] { return renameForGood(asideOf(path), path); });
    if (!done) {
        QFile::remove(asideOf(path));
    }
    return done;
}

} // namespace

BlobKeep::BlobKeep(const QString &databasePath) : m_folder(databasePath + QStringLiteral("-blobs")) {}

QString BlobKeep::fileOf(const QString &sha256) const
{
    return isSum(sha256) ? QString(m_folder + u'/' + sha256) : QString();
}

Result<> BlobKeep::makeFolder() const
{
    const QByteArray name = QFile::encodeName(m_folder);
    if ((::mkdir(name.constData(), S_IRWXU) != 0 && errno != EEXIST) || ::chmod(name.constData(), S_IRWXU) != 0) {
        return cannot(m_folder);
    }
    return {};
}

Result<BlobKeep::Sum> BlobKeep::put(const QByteArray &bytes) const
{
    const Sum sum{sumOf(bytes), bytes.size()};
    const QString file = fileOf(sum.sha256);
    if (QFileInfo(file).size() == bytes.size() && whole(sum.sha256)) {
        return sum;
    }
    return makeFolder().and_then([&] { return replaceFile(file, bytes); }).map([&] { return sum; });
}

bool BlobKeep::holds(const QString &sha256) const
{
    const QString file = fileOf(sha256);
    return !file.isEmpty() && QFileInfo::exists(file);
}

Result<QByteArray> BlobKeep::read(const QString &sha256, qint64 from, qint64 most) const
{
    QFile file(fileOf(sha256));
    if (file.fileName().isEmpty() || !file.open(QIODevice::ReadOnly)) {
        return base::fail(Error::Kind::NotFound, QStringLiteral("the attachment is not on this machine"));
    }
    if (!file.seek(from)) {
        return base::fail(Error::Kind::Io, QStringLiteral("%1 cannot be read").arg(file.fileName()));
    }
    QByteArray bytes = file.read(most);
    if (file.error() != QFile::NoError) {
        return base::fail(Error::Kind::Io, QStringLiteral("%1 cannot be read").arg(file.fileName()));
    }
    return bytes;
}

Result<QByteArray> BlobKeep::whole(const QString &sha256) const
{
    return read(sha256, 0, QFileInfo(fileOf(sha256)).size()).and_then([&](QByteArray bytes) -> Result<QByteArray> {
        if (sumOf(bytes) != sha256) {
            return base::fail(Error::Kind::Corrupt, QStringLiteral("the attachment's file is damaged"));
        }
        return bytes;
    });
}

Result<> BlobKeep::copyTo(const QString &sha256, const QString &path) const
{
    return whole(sha256).and_then([&](const QByteArray &bytes) { return replaceFile(path, bytes); });
}

Result<> BlobKeep::writeOut(const QByteArray &bytes, const QString &sha256, const QString &path)
{
    if (sumOf(bytes) != sha256) {
        return base::fail(Error::Kind::Corrupt, QStringLiteral("what was fetched is not the attachment"));
    }
    return replaceFile(path, bytes);
}

qint64 BlobKeep::fetched(const QString &sha256) const
{
    const QString file = fileOf(sha256);
    return file.isEmpty() ? 0 : QFileInfo(partOf(file)).size();
}

Result<qint64> BlobKeep::append(const QString &sha256, qint64 at, const QByteArray &bytes) const
{
    const QString file = fileOf(sha256);
    if (file.isEmpty() || fetched(sha256) != at) {
        return base::fail(Error::Kind::Invalid, QStringLiteral("these bytes do not follow what has been fetched"));
    }
    return makeFolder().and_then([&] { return writeFile(partOf(file), bytes, O_APPEND); }).map([&] { return at + bytes.size(); });
}

Result<> BlobKeep::finish(const QString &sha256) const
{
    const QString file = fileOf(sha256);
    QFile part(partOf(file));
    if (file.isEmpty() || !part.open(QIODevice::ReadOnly)) {
        return base::fail(Error::Kind::NotFound, QStringLiteral("nothing of the attachment has been fetched"));
    }
    QCryptographicHash sum(QCryptographicHash::Sha256);
    if (!sum.addData(&part) || QString::fromLatin1(sum.result().toHex()) != sha256) {
        part.remove();
        return base::fail(Error::Kind::Corrupt, QStringLiteral("what was fetched is not the attachment"));
    }
    return renameForGood(partOf(file), file);
}

Result<> BlobKeep::keepOnly(const std::function<Result<bool>(const QString &)> &isNamed) const
{
    const QDir folder(m_folder);
    for (const QString &name : folder.entryList(QDir::Files | QDir::Hidden | QDir::System)) {
        const auto named = isNamed(name.section(u'.', 0, 0));
        if (!named) {
            return tl::unexpected(named.error());
        }
        if ((!*named || name.endsWith(QStringLiteral(".new"))) && !QFile::remove(folder.filePath(name))) {
            return base::fail(Error::Kind::Io, QStringLiteral("%1 cannot be removed").arg(folder.filePath(name)));
        }
    }
    return {};
}

} // namespace comptoir::store
