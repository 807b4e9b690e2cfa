// SPDX-License-Identifier: GPL-3.0-or-later
#include "SourceFile.h"

#include "Utf8Check.h"

#include <QFile>
#include <QFileInfo>

#include <cstring>
#include <algorithm>
#include <array>

namespace comptoir::central {

namespace {

using base::Result;

/// The characters of the bytes 0x80–0x9F in Windows-1252; 0 where it has none.
constexpr std::array<char16_t, 32> kHigh{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                         0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                         0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

bool isWindows1252(unsigned char byte)
{
    return byte < 0x80 || byte > 0x9F || kHigh[byte - 0x80U] != 0;
}

bool startsWith(QByteArrayView text, std::string_view magic)
{
    return text.size() >= static_cast<qsizetype>(magic.size()) && std::memcmp(text.data(), magic.data(), magic.size()) == 0;
}

/// Goes over the file once, chunk by chunk, and keeps where each sort of fault was met first.
class Inspection
{
public:
    explicit Inspection(SourceFile &file) : m_file(file) {}

    Result<> take(const QByteArray &chunk)
    {
        m_file.bytes += chunk.size();
        for (const char c : chunk) {
            const auto byte = static_cast<unsigned char>(c);
            if (byte == 0) {
                return tl::unexpected(lineError(m_line, QStringLiteral("holds a NUL byte: this is not a text file, or it is damaged")));
            }
            if (++m_lineBytes > kMostLineBytes && byte != '\n') {
                return tl::unexpected(
                    lineError(m_line, QStringLiteral("is longer than 1 MiB: a line end is missing, or this is not a table")));
            }
            if (byte >= 0x80 || m_utf8.isInside()) {
                high(byte);
            }
            if (byte == '\n') {
                ++m_line;
                m_lineBytes = 0;
            }
        }
        return {};
    }

    Result<> finish()
    {
        m_file.lines = m_line - (m_lineBytes == 0 ? 1 : 0);
        if (m_utf8.isInside()) {
            note(m_badLine);
        }
        if (m_badLine == 0) {
            return {};
        }
        if (m_file.markBytes > 0 || m_utf8.characters() > 0) {
            return tl::unexpected(lineError(
                m_badLine, QStringLiteral("holds bytes that are not UTF-8, while other lines are: save the file in one encoding")));
        }
        if (m_strangeLine > 0) {
            return tl::unexpected(lineError(
                m_strangeLine, QStringLiteral("holds bytes that are neither UTF-8 nor Windows-1252 (Latin-1): save the file as UTF-8")));
        }
        m_file.encoding = SourceFile::Encoding::Windows1252;
        return {};
    }

private:
    void high(unsigned char byte)
    {
        if (!m_utf8.take(byte)) {
            note(m_badLine);
        }
        if (!isWindows1252(byte)) {
            note(m_strangeLine);
        }
    }

    void note(qint64 &first) const
    {
        if (first == 0) {
            first = m_line;
        }
    }

    SourceFile &m_file;
    Utf8Check m_utf8;
    qint64 m_line = 1;
    qint64 m_lineBytes = 0;
    qint64 m_badLine = 0; ///< first that is not UTF-8; 0 = none
    qint64 m_strangeLine = 0; ///< first that is not Windows-1252 either
};

Result<> lookThrough(QFile &file, SourceFile &out)
{
    QByteArray chunk = file.read(kReadAtOnce);
    if (chunk.isEmpty()) {
        return base::fail(base::Error::Kind::Invalid, QStringLiteral("%1 is empty").arg(out.path));
    }
    if (const QString foreign = foreignFormat(chunk); !foreign.isEmpty()) {
        return base::fail(base::Error::Kind::Invalid, out.path + QStringLiteral(": ") + foreign);
    }
    if (startsWith(chunk, "\xEF\xBB\xBF")) {
        out.markBytes = 3;
    }
    Inspection inspection(out);
    while (!chunk.isEmpty()) {
        if (auto fine = inspection.take(chunk); !fine) {
            return fine;
        }
        chunk = file.read(kReadAtOnce);
    }
    if (file.error() != QFileDevice::NoError) {
        return base::fail(base::Error::Kind::Io, QStringLiteral("%1 cannot be read: %2").arg(out.path, file.errorString()));
    }
    return inspection.finish();
}

} // namespace

Result<> mustBeFile(const QString &path)
{
    const QFileInfo what(path);
    if (!what.exists() || what.isFile()) {
        return {};
    }
    return base::fail(base::Error::Kind::Invalid,
                      QStringLiteral("%1 is %2, not a file")
                          .arg(path, what.isDir() ? QStringLiteral("a folder") : QStringLiteral("a pipe, a socket or a device")));
}

QString foreignFormat(QByteArrayView beginning)
{
    if (startsWith(beginning, "PK\x03\x04") || startsWith(beginning, "PK\x05\x06")) {
        const bool office = beginning.first(std::min<qsizetype>(beginning.size(), 4096)).contains("[Content_Types].xml");
        return office ? QStringLiteral("this is an office file (xlsx, docx …): save the sheet as CSV first")
                      : QStringLiteral("this is a zip archive: unzip it first");
    }
    if (startsWith(beginning, "\x1F\x8B")) {
        return QStringLiteral("this is a gzip archive: unpack it first (gunzip)");
    }
    if (startsWith(beginning,
                   "\xFD"
                   "7zXZ")
        || startsWith(beginning, "7z\xBC\xAF") || startsWith(beginning, "BZh") || startsWith(beginning, "\x28\xB5\x2F\xFD")) {
        return QStringLiteral("this is a packed archive: unpack it first");
    }
    if (startsWith(beginning, "%PDF")) {
        return QStringLiteral("this is a PDF document: export the table as CSV instead");
    }
    if (startsWith(beginning, "\xD0\xCF\x11\xE0")) {
        return QStringLiteral("this is an old office file (xls, doc): save the sheet as CSV first");
    }
    if (startsWith(beginning, "\xFF\xFE") || startsWith(beginning, "\xFE\xFF")) {
        return QStringLiteral("this file is in UTF-16: save it as UTF-8");
    }
    return {};
}

base::Error lineError(qint64 line, const QString &reason, base::Error::Kind kind)
{
    return {kind, QStringLiteral("line %1: %2").arg(line).arg(reason)};
}

Result<SourceFile> SourceFile::inspect(const QString &path)
{
    if (auto file = mustBeFile(path); !file) {
        return tl::unexpected(file.error());
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return base::fail(base::Error::Kind::Io, QStringLiteral("%1 cannot be read: %2").arg(path, file.errorString()));
    }
    SourceFile out;
    out.path = path;
    if (auto fine = lookThrough(file, out); !fine) {
        return tl::unexpected(fine.error());
    }
    return out;
}

QByteArray SourceFile::toUtf8(QByteArrayView raw) const
{
    if (encoding == Encoding::Utf8) {
        return raw.toByteArray();
    }
    QString out;
    out.reserve(raw.size());
    for (const char c : raw) {
        const auto byte = static_cast<unsigned char>(c);
        out += QChar(byte >= 0x80 && byte <= 0x9F ? kHigh[byte - 0x80U] : char16_t{byte});
    }
    return out.toUtf8();
}

} // namespace comptoir::central
