// SPDX-License-Identifier: GPL-3.0-or-later
#include "JsonWriter.h"

#include "Utf8.h"

#include <simdjson.h>

#include <charconv>
#include <cstring>

namespace comptoir::wire {

namespace {

constexpr char kHex[] = "0123456789abcdef";
/// The longest escape of one UTF-16 unit: `\u001f`.
constexpr qsizetype kMostPerUnit = 6;

bool needsEscape(unsigned char c)
{
    return c < 0x20 || c == '"' || c == '\\';
}

char *escape(char *at, unsigned char c)
{
    *at++ = '\\';
    switch (c) {
    case '\n': *at++ = 'n'; return at;
    case '\t': *at++ = 't'; return at;
    case '\r': *at++ = 'r'; return at;
    case '"':
    case '\\': *at++ = static_cast<char>(c); return at;
    default:
        *at++ = 'u';
        *at++ = '0';
        *at++ = '0';
        *at++ = kHex[c >> 4];
        *at++ = kHex[c & 15];
        return at;
    }
}

/// One code point above ASCII in UTF-8; lone surrogates as U+FFFD.
char *encode(char *at, char32_t c)
{
    if (c >= 0xD800 && c <= 0xDFFF) {
        c = 0xFFFD;
    }
    if (c < 0x800) {
        *at++ = static_cast<char>(0xC0 | (c >> 6));
    } else if (c < 0x10000) {
        *at++ = static_cast<char>(0xE0 | (c >> 12));
        *at++ = static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    } else {
        *at++ = static_cast<char>(0xF0 | (c >> 18));
        *at++ = static_cast<char>(0x80 | ((c >> 12) & 0x3F));
        *at++ = static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    }
    *at++ = static_cast<char>(0x80 | (c & 0x3F));
    return at;
}

/// True where eight bytes at once are ASCII that needs no escape (the usual bit tricks on bytes within a word).
bool isPlainWord(const char *bytes)
{
    constexpr quint64 ones = 0x0101010101010101ULL;
    constexpr quint64 highs = 0x8080808080808080ULL;
    quint64 word = 0;
    std::memcpy(&word, bytes, 8);
    const quint64 quote = word ^ (ones * '"');
    const quint64 backslash = word ^ (ones * '\\');
    const quint64 control = word - ones * 0x20;
    return ((word | control | (quote - ones) | (backslash - ones)) & highs) == 0;
}

bool isPlain(std::string_view bytes)
{
    size_t at = 0;
    for (; at + 8 <= bytes.size(); at += 8) {
        if (!isPlainWord(bytes.data() + at)) {
            return false;
        }
    }
    for (; at < bytes.size(); ++at) {
        const auto c = static_cast<unsigned char>(bytes[at]);
        if (c >= 0x80 || needsEscape(c)) {
            return false;
        }
    }
    return true;
}

} // namespace

char *JsonWriter::room(qsizetype bytes)
{
    if (m_size + bytes > m_out.size()) {
        m_out.resize(std::max<qsizetype>({m_size + bytes, m_out.size() * 2, 512}));
    }
    return m_out.data() + m_size;
}

void JsonWriter::put(std::string_view bytes)
{
    char *at = room(qsizetype(bytes.size()));
    std::memcpy(at, bytes.data(), bytes.size());
    used(at + bytes.size());
}

void JsonWriter::separate()
{
    if (m_comma) {
        put(",");
    }
    m_comma = true;
}

JsonWriter &JsonWriter::open(char bracket)
{
    separate();
    put({&bracket, 1});
    m_comma = false;
    return *this;
}

JsonWriter &JsonWriter::close(char bracket)
{
    put({&bracket, 1});
    m_comma = true;
    return *this;
}

JsonWriter &JsonWriter::beginObject()
{
    return open('{');
}

JsonWriter &JsonWriter::endObject()
{
    return close('}');
}

JsonWriter &JsonWriter::beginArray()
{
    return open('[');
}

JsonWriter &JsonWriter::endArray()
{
    return close(']');
}

JsonWriter &JsonWriter::key(std::string_view name)
{
    separate();
    char *at = room(qsizetype(name.size()) + 3);
    *at++ = '"';
    std::memcpy(at, name.data(), name.size());
    at += name.size();
    *at++ = '"';
    *at++ = ':';
    used(at);
    m_comma = false;
    return *this;
}

JsonWriter &JsonWriter::keyText(QStringView name)
{
    text(name);
    put(":");
    m_comma = false;
    return *this;
}

JsonWriter &JsonWriter::null()
{
    separate();
    put("null");
    return *this;
}

JsonWriter &JsonWriter::boolean(bool value)
{
    separate();
    put(value ? "true" : "false");
    return *this;
}

JsonWriter &JsonWriter::integer(qint64 value)
{
    separate();
    char *at = room(20);
    used(std::to_chars(at, at + 20, value).ptr);
    return *this;
}

JsonWriter &JsonWriter::text(QStringView value)
{
    separate();
    char *at = room(value.size() * kMostPerUnit + 2);
    *at++ = '"';
    for (qsizetype i = 0; i < value.size(); ++i) {
        const char16_t c = value[i].unicode();
        if (c < 0x80) {
            const auto byte = static_cast<unsigned char>(c);
            if (needsEscape(byte)) {
                at = escape(at, byte);
            } else {
                *at++ = static_cast<char>(byte);
            }
        } else if (QChar::isHighSurrogate(c) && i + 1 < value.size() && value[i + 1].isLowSurrogate()) {
            at = encode(at, QChar::surrogateToUcs4(c, value[++i].unicode()));
        } else {
            at = encode(at, c);
        }
    }
    *at++ = '"';
    used(at);
    return *this;
}

JsonWriter &JsonWriter::utf8(std::string_view value)
{
    const bool plain = isPlain(value);
    if (!plain && !simdjson::validate_utf8(value.data(), value.size())) {
        return text(base::textFromUtf8(value));
    }
    separate();
    char *at = room(qsizetype(value.size()) * kMostPerUnit + 2);
    *at++ = '"';
    if (plain) {
        std::memcpy(at, value.data(), value.size());
        at += value.size();
    } else {
        for (const char c : value) {
            if (needsEscape(static_cast<unsigned char>(c))) {
                at = escape(at, static_cast<unsigned char>(c));
            } else {
                *at++ = c;
            }
        }
    }
    *at++ = '"';
    used(at);
    return *this;
}

JsonWriter &JsonWriter::id(const base::Uuid &value)
{
    if (value.isNull()) {
        return null();
    }
    separate();
    char *at = room(38);
    *at++ = '"';
    for (size_t i = 0; i < 16; ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) {
            *at++ = '-';
        }
        *at++ = kHex[value.bytes[i] >> 4];
        *at++ = kHex[value.bytes[i] & 15];
    }
    *at++ = '"';
    used(at);
    return *this;
}

JsonWriter &JsonWriter::raw(QByteArrayView json)
{
    separate();
    put({json.data(), static_cast<size_t>(json.size())});
    return *this;
}

QByteArray JsonWriter::take()
{
    QByteArray out = std::move(m_out);
    out.truncate(m_size);
    m_out = {};
    m_size = 0;
    m_comma = false;
    return out;
}

} // namespace comptoir::wire
