// SPDX-License-Identifier: GPL-3.0-or-later
#include "Attachment.h"

#include "TextLimits.h"

#include <QByteArrayView>

#include <algorithm>
#include <array>
#include <string_view>

namespace comptoir::domain {

namespace {

using namespace std::string_view_literals;

/// What tells a type: bytes at a place.
struct Mark
{
    std::size_t at;
    std::string_view bytes;
    const char *type;
};

constexpr std::array kMarks{
    Mark{0, "\x89PNG\r\n\x1a\n"sv, "image/png"},
    Mark{0, "\xff\xd8\xff"sv, "image/jpeg"},
    Mark{0, "GIF87a"sv, "image/gif"},
    Mark{0, "GIF89a"sv, "image/gif"},
    Mark{8, "WEBPVP8"sv, "image/webp"},
    Mark{0, "BM"sv, "image/bmp"},
    Mark{0, "%PDF-"sv, "application/pdf"},
    Mark{0, "PK\x03\x04"sv, "application/zip"},
    Mark{0, "\x1f\x8b"sv, "application/gzip"},
    Mark{0, "7z\xbc\xaf\x27\x1c"sv, "application/x-7z-compressed"},
    Mark{0, "Rar!\x1a\x07"sv, "application/vnd.rar"},
    Mark{0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"sv, "application/x-ole-storage"},
    Mark{0, "MZ"sv, "application/vnd.microsoft.portable-executable"},
    Mark{0,
         "\x7f"
         "ELF"sv,
         "application/x-elf"},
    Mark{4, "ftyp"sv, "video/mp4"},
};

/// Nothing of a binary file: no control characters but those of lines.
bool isText(std::string_view bytes)
{
    return std::none_of(bytes.begin(), bytes.end(), [](char byte) {
        const auto code = static_cast<unsigned char>(byte);
        return (code < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f') || code == 0x7f;
    });
}

bool mayStandInName(QChar sign)
{
    // Format characters turn the reading round or do not show: `exe.gpj` read backwards. Those of emoji and scripts go with them.
    switch (sign.category()) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph: return false;
    default: return !QStringView(u"/\\:*?\"<>|").contains(sign);
    }
}

bool isPlainSign(QChar sign)
{
    return (sign >= u'a' && sign <= u'z') || (sign >= u'0' && sign <= u'9') || QStringView(u".+-").contains(sign);
}

/// Halves of a character that stand alone.
bool hasLoneSurrogate(QStringView text)
{
    return !text.isValidUtf16();
}

} // namespace

bool isAttachmentName(QStringView name)
{
    return !name.isEmpty() && name.size() <= kMostAttachmentName && name == name.trimmed() && !name.startsWith(u'.') && !name.endsWith(u'.')
        && std::all_of(name.begin(), name.end(), mayStandInName) && !hasLoneSurrogate(name);
}

QString attachmentName(const QString &called)
{
    const qsizetype slash = std::max(called.lastIndexOf(u'/'), called.lastIndexOf(u'\\'));
    QString name;
    for (const QChar sign : QStringView(called).mid(slash + 1)) {
        name += mayStandInName(sign) && !sign.isSurrogate() ? sign : u'_';
    }
    const auto isEdge = [](QChar sign) { return sign == u'.' || sign.isSpace(); };
    const auto trim = [&] {
        while (!name.isEmpty() && isEdge(name.front())) {
            name.remove(0, 1);
        }
        while (!name.isEmpty() && isEdge(name.back())) {
            name.chop(1);
        }
    };
    trim();
    if (name.size() > kMostAttachmentName) {
        const qsizetype dot = name.lastIndexOf(u'.');
        const QString ending = dot > 0 && name.size() - dot <= 12 ? name.mid(dot) : QString();
        name = name.left(kMostAttachmentName - ending.size()) + ending;
        trim();
    }
    return name.isEmpty() ? QStringLiteral("_") : name;
}

bool isSha256(QStringView digest)
{
    return digest.size() == 64 && std::all_of(digest.begin(), digest.end(), [](QChar sign) {
               return (sign >= u'0' && sign <= u'9') || (sign >= u'a' && sign <= u'f');
           });
}

bool isMediaType(QStringView type)
{
    const qsizetype slash = type.indexOf(u'/');
    const QStringView subtype = type.mid(slash + 1);
    return slash > 0 && !subtype.isEmpty() && type.size() <= kMostCode && std::all_of(type.begin(), type.begin() + slash, isPlainSign)
        && std::all_of(subtype.begin(), subtype.end(), isPlainSign);
}

QString mediaTypeOf(QByteArrayView beginning)
{
    const std::string_view bytes(beginning.data(), static_cast<std::size_t>(beginning.size()));
    for (const Mark &mark : kMarks) {
        if (bytes.size() >= mark.at && bytes.substr(mark.at, mark.bytes.size()) == mark.bytes) {
            return QString::fromLatin1(mark.type);
        }
    }
    return isText(bytes) && !bytes.empty() ? QStringLiteral("text/plain") : QStringLiteral("application/octet-stream");
}

} // namespace comptoir::domain
