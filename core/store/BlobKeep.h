// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Result.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace comptoir::store {

/// The bytes of attachments beside a console's database: a folder (0700) of files (0600), each named after the SHA-256 of what stands in it.
/// What changes the folder runs on the store's writer thread, in `Store::write`, so that nothing is taken away while it is being put in.
/// Sums are 64 hexadecimal digits in lower case; anything else is held nowhere.
class BlobKeep
{
public:
    struct Sum
    {
        QString sha256;
        qint64 size = 0;

        bool operator==(const Sum &) const = default;
    };

    explicit BlobKeep(const QString &databasePath);

    /// Puts the bytes there for good: written aside, synced, renamed. Twice the same bytes are one file. Full or Io where that cannot be.
    [[nodiscard]] base::Result<Sum> put(const QByteArray &bytes) const;
    [[nodiscard]] bool holds(const QString &sha256) const;
    /// At most `most` bytes from `from` on; NotFound where nothing of that sum is here.
    [[nodiscard]] base::Result<QByteArray> read(const QString &sha256, qint64 from, qint64 most) const;
    /// All of it, compared with its sum: Corrupt where the file is not what was put there.
    [[nodiscard]] base::Result<QByteArray> whole(const QString &sha256) const;
    /// The same into another file (0600), which is replaced.
    [[nodiscard]] base::Result<> copyTo(const QString &sha256, const QString &path) const;
    /// Likewise bytes that are kept nowhere here; Corrupt, and nothing written, where they do not have that sum.
    [[nodiscard]] static base::Result<> writeOut(const QByteArray &bytes, const QString &sha256, const QString &path);

    /// How much of it has been fetched so far.
    [[nodiscard]] qint64 fetched(const QString &sha256) const;
    /// Adds to what has been fetched; Invalid where `at` is not its end. The end of it so far.
    [[nodiscard]] base::Result<qint64> append(const QString &sha256, qint64 at, const QByteArray &bytes) const;
    /// All has been fetched: it takes its place. Corrupt where it is not what the sum says; then it is fetched from its beginning.
    [[nodiscard]] base::Result<> finish(const QString &sha256) const;

    /// Takes everything away whose sum `isNamed` does not know, begun fetches included; an error of it ends that.
    [[nodiscard]] base::Result<> keepOnly(const std::function<base::Result<bool>(const QString &)> &isNamed) const;

private:
    [[nodiscard]] QString fileOf(const QString &sha256) const;
    [[nodiscard]] base::Result<> makeFolder() const;

    QString m_folder;
};

} // namespace comptoir::store
