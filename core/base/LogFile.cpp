// SPDX-License-Identifier: GPL-3.0-or-later
#include "LogFile.h"

#include "Clock.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <sys/stat.h>

namespace comptoir::base {

namespace {

constexpr qint64 kLogFileBytes = 5 * 1024 * 1024;
constexpr qsizetype kMessageChars = 4000;
constexpr QFile::Permissions kOwnerOnly = QFile::ReadOwner | QFile::WriteOwner;

bool isUnsafe(QChar c)
{
    const char16_t code = c.unicode();
    const bool control = code < 0x20 || (code >= 0x7F && code < 0xA0);
    const bool lineBreak = code == 0x2028 || code == 0x2029;
    const bool direction = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
    return control || lineBreak || direction;
}

QString escaped(QStringView message)
{
    QString out;
    out.reserve(message.size());
    for (const QChar c : message) {
        if (c == u'\\') {
            out += QStringLiteral("\\\\");
        } else if (c == u'\n') {
            out += QStringLiteral("\\n");
        } else if (isUnsafe(c)) {
            out += QStringLiteral("\\u%1").arg(uint{c.unicode()}, 4, 16, QLatin1Char('0'));
        } else {
            out += c;
        }
    }
    return out;
}

/// Whether another process has moved the open file away.
bool isStale(const QFile &file, const QString &path)
{
    struct stat open = {};
    struct stat named = {};
    if (::fstat(file.handle(), &open) != 0 || ::stat(QFile::encodeName(path).constData(), &named) != 0) {
        return true;
    }
    return open.st_ino != named.st_ino || open.st_dev != named.st_dev;
}

} // namespace

QByteArray logLine(const QByteArray &level, const char *category, const QString &message)
{
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(SystemClock().nowMs(), Qt::UTC);
    QString text = escaped(QStringView(message).left(kMessageChars));
    if (message.size() > kMessageChars) {
        text += u'…';
    }
    return now.toString(Qt::ISODateWithMs).toLatin1() + ' ' + level + ' ' + (category ? category : "default") + ' ' + text.toUtf8() + '\n';
}

LogFile::LogFile(QString path) : m_path(std::move(path)), m_file(m_path) {}

Result<> LogFile::open()
{
    const QFileInfo info(m_path);
    const QString folder = info.absolutePath();
    if (!QFileInfo::exists(folder) && QDir().mkpath(folder)) {
        QFile::setPermissions(folder, kOwnerOnly | QFile::ExeOwner);
    }
    if (!openFile()) {
        return fail(Error::Kind::Io, QStringLiteral("the log %1 cannot be written: %2").arg(m_path, m_file.errorString()));
    }
    return {};
}

bool LogFile::openFile()
{
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered, kOwnerOnly)) {
        return false;
    }
    m_file.setPermissions(kOwnerOnly);
    return true;
}

void LogFile::append(const QByteArray &line)
{
    rotateIfFull();
    m_file.write(line);
}

void LogFile::rotateIfFull()
{
    if (m_file.isOpen() && m_file.size() < kLogFileBytes) {
        return;
    }
    const bool moved = m_file.isOpen() && isStale(m_file, m_path);
    m_file.close();
    if (!moved && QFileInfo(m_path).size() >= kLogFileBytes) {
        const QString before = m_path + QStringLiteral(".1");
        QFile::remove(before);
        QFile::rename(m_path, before);
    }
    // Where it cannot be opened the next line tries again.
    (void)openFile();
}

} // namespace comptoir::base
