// SPDX-License-Identifier: GPL-3.0-or-later
#include "Id.h"

#include <QCryptographicHash>

#include <algorithm>

namespace comptoir::base {

namespace {

constexpr char kHex[] = "0123456789abcdef";

int hexValue(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    if (c >= 'A' && c <= 'F') {
        return c - 'A' + 10;
    }
    return -1;
}

bool hyphenBefore(int byte)
{
    return byte == 4 || byte == 6 || byte == 8 || byte == 10;
}

} // namespace

QByteArray Uuid::toText() const
{
    QByteArray out(36, '-');
    qsizetype at = 0;
    for (int i = 0; i < 16; ++i) {
        if (hyphenBefore(i)) {
            ++at;
        }
        const quint8 byte = bytes[static_cast<size_t>(i)];
        out[at++] = kHex[byte >> 4];
        out[at++] = kHex[byte & 15];
    }
    return out;
}

QString Uuid::toString() const
{
    return QString::fromLatin1(toText());
}

QByteArray Uuid::toBytes() const
{
    return QByteArray(reinterpret_cast<const char *>(bytes.data()), 16);
}

std::optional<Uuid> Uuid::fromText(QByteArrayView text)
{
    if (text.size() != 36) {
        return std::nullopt;
    }
    Uuid id;
    qsizetype at = 0;
    for (int i = 0; i < 16; ++i) {
        if (hyphenBefore(i) && text[at++] != '-') {
            return std::nullopt;
        }
        const int high = hexValue(text[at++]);
        const int low = hexValue(text[at++]);
        if (high < 0 || low < 0) {
            return std::nullopt;
        }
        id.bytes[static_cast<size_t>(i)] = static_cast<quint8>(high * 16 + low);
    }
    return id;
}

std::optional<Uuid> Uuid::fromString(QStringView text)
{
    return text.size() == 36 ? fromText(text.toLatin1()) : std::nullopt;
}

std::optional<Uuid> Uuid::fromBytes(QByteArrayView raw)
{
    if (raw.size() != 16) {
        return std::nullopt;
    }
    Uuid id;
    std::copy_n(raw.begin(), 16, reinterpret_cast<char *>(id.bytes.data()));
    return id;
}

Uuid Uuid::fromName(QByteArrayView name)
{
    const QByteArray digest = QCryptographicHash::hash(name.toByteArray(), QCryptographicHash::Sha256);
    Uuid id = *fromBytes(QByteArrayView(digest).first(16));
    id.bytes[6] = static_cast<quint8>((id.bytes[6] & 0x0F) | 0x80);
    id.bytes[8] = static_cast<quint8>((id.bytes[8] & 0x3F) | 0x80);
    return id;
}

std::optional<qint64> Uuid::timeMs() const
{
    if ((bytes[6] >> 4) != 7) {
        return std::nullopt;
    }
    qint64 ms = 0;
    for (size_t i = 0; i < 6; ++i) {
        ms = (ms << 8) | bytes[i];
    }
    return ms;
}

} // namespace comptoir::base
