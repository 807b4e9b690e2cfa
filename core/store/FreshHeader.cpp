// SPDX-License-Identifier: GPL-3.0-or-later
#include "FreshHeader.h"

#include "PrivateFile.h"

#include <QFile>
#include <QtEndian>

#include <array>
#include <utility>

namespace comptoir::store {

namespace {

constexpr qint64 kPageBytes = 4096; // SQLite's default, which no database of ours departs from
constexpr qsizetype kHeaderBytes = 100;

/// https://www.sqlite.org/fileformat.html, "The Database Header": no free pages, UTF-8, a log beside it.
QByteArray headerFor(quint32 pages)
{
    QByteArray out("SQLite format 3", 16); // with the NUL that ends it
    out.append(kHeaderBytes - out.size(), '\0');
    const std::array<char, 8> shape{char(kPageBytes >> 8), 0, 2, 2, 0, 64, 32, 32};
    out.replace(16, qsizetype(shape.size()), shape.data(), qsizetype(shape.size()));
    for (const auto &[at, value] : {std::pair<int, quint32>{24, 1}, {28, pages}, {40, 1}, {44, 4}, {56, 1}, {92, 1}, {96, 3040001}}) {
        qToBigEndian(value, out.data() + at);
    }
    return out;
}

} // namespace

void removeCopy(const QString &copy)
{
    for (const QString &end : {QString(), QStringLiteral("-wal"), QStringLiteral("-shm")}) {
        QFile::remove(copy + end);
    }
}

base::Result<> copyUnderFreshHeader(const QString &damaged, const QString &copy)
{
    removeCopy(copy);
    if (auto made = makePrivateFile(copy); !made) {
        return made;
    }
    QFile from(damaged);
    QFile to(copy);
    const bool opened = from.open(QIODevice::ReadOnly) && to.open(QIODevice::WriteOnly);
    bool written = opened && to.write(headerFor(quint32(from.size() / kPageBytes))) == kHeaderBytes && from.seek(kHeaderBytes);
    while (written && !from.atEnd()) {
        const QByteArray piece = from.read(256 * kPageBytes);
        written = !piece.isEmpty() && to.write(piece) == piece.size();
    }
    to.close();
    const QString log = damaged + QStringLiteral("-wal");
    if (!written || to.error() != QFileDevice::NoError || (QFile::exists(log) && !QFile::copy(log, copy + QStringLiteral("-wal")))) {
        removeCopy(copy);
        return base::fail(base::Error::Kind::Io, QStringLiteral("%1 cannot be copied").arg(damaged));
    }
    return {};
}

} // namespace comptoir::store
