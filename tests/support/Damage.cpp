// SPDX-License-Identifier: GPL-3.0-or-later
#include "Damage.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace comptoir::tests {

namespace {

constexpr qsizetype kPage = 4096;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly | QIODevice::Truncate)) {
        file.write(bytes);
    }
}

} // namespace

const char *Damage::name(Kind kind)
{
    constexpr const char *names[]{"bit flips",      "truncated",      "zeroed pages",   "swapped pages", "garbage page",
                                  "garbage header", "log: bit flips", "log: truncated", "log: zeroed"};
    return names[static_cast<int>(kind)];
}

void Damage::flip(QByteArray &bytes, qsizetype from)
{
    const int count = 1 + int(below(8));
    for (int at = 0; at < count; ++at) {
        char &byte = bytes.data()[from + below(bytes.size() - from)];
        byte = char(byte ^ char(1 << below(8)));
    }
}

void Damage::page(QByteArray &bytes, bool zeroed)
{
    const qsizetype begin = below(bytes.size() / kPage) * kPage;
    for (qsizetype at = begin; at < std::min(bytes.size(), begin + kPage); ++at) {
        bytes.data()[at] = zeroed ? '\0' : char(m_draw());
    }
}

bool Damage::doTo(const QString &database)
{
    const bool ofLog = m_kind >= Kind::LogFlipped;
    const QString path = ofLog ? database + QStringLiteral("-wal") : database;
    QByteArray bytes = contentOf(path);
    if (bytes.size() < kPage) {
        return false;
    }
    switch (m_kind) {
    case Kind::BitFlips: flip(bytes, 0); break;
    case Kind::Truncated:
    case Kind::LogTruncated: bytes.truncate(below(bytes.size())); break;
    case Kind::ZeroedPages:
        for (qsizetype more = 1 + below(3); more > 0; --more) {
            page(bytes, true);
        }
        break;
    case Kind::SwappedPages: {
        const qsizetype pages = bytes.size() / kPage;
        const qsizetype one = 1 + below(pages - 1);
        const qsizetype other = 1 + below(pages - 1);
        const QByteArray kept = bytes.mid(one * kPage, kPage);
        bytes.replace(one * kPage, kPage, bytes.mid(other * kPage, kPage));
        bytes.replace(other * kPage, kPage, kept);
        break;
    }
    case Kind::GarbagePage: page(bytes, false); break;
    case Kind::GarbageHeader:
        for (qsizetype at = below(100); at < 100; ++at) {
            bytes.data()[at] = char(m_draw());
        }
        break;
    case Kind::LogFlipped: flip(bytes, 0); break;
    case Kind::LogZeroed: page(bytes, true); break;
    }
    write(path, bytes);
    return true;
}

void copyDatabase(const QString &from, const QString &to, bool unclean)
{
    const QFileInfo target(to);
    for (const QFileInfo &old : target.dir().entryInfoList({target.fileName() + QStringLiteral("*")}, QDir::Files | QDir::Hidden)) {
        QFile::remove(old.filePath());
    }
    for (const QString &end : {QString(), QStringLiteral("-wal")}) {
        if (QFile::exists(from + end)) {
            write(to + end, contentOf(from + end));
            QFile::setPermissions(to + end, QFile::ReadOwner | QFile::WriteOwner);
        }
    }
    if (unclean) {
        write(to + QStringLiteral(".open"), {});
        QFile::setPermissions(to + QStringLiteral(".open"), QFile::ReadOwner | QFile::WriteOwner);
    }
}

} // namespace comptoir::tests
