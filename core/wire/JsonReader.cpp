// SPDX-License-Identifier: GPL-3.0-or-later
#include "JsonReader.h"

#include "Limits.h"
#include "Utf8.h"

namespace comptoir::wire {

namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;

constexpr quint8 kNoDigit = 0xFF;

constexpr std::array<quint8, 256> kHexValues = [] {
    std::array<quint8, 256> out{};
    out.fill(kNoDigit);
    for (quint8 i = 0; i < 10; ++i) {
        out[static_cast<size_t>('0' + i)] = i;
    }
    for (quint8 i = 0; i < 6; ++i) {
        out[static_cast<size_t>('a' + i)] = static_cast<quint8>(10 + i);
        out[static_cast<size_t>('A' + i)] = static_cast<quint8>(10 + i);
    }
    return out;
}();

/// Where the two digits of each byte stand in the 36 characters.
constexpr std::array<quint8, 16> kUuidOffsets{0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34};

} // namespace

bool readUuid(std::string_view text, base::Uuid &out)
{
    if (text.size() != 36 || text[8] != '-' || text[13] != '-' || text[18] != '-' || text[23] != '-') {
        return false;
    }
    quint8 wrong = 0;
    for (size_t i = 0; i < 16; ++i) {
        const quint8 high = kHexValues[static_cast<quint8>(text[kUuidOffsets[i]])];
        const quint8 low = kHexValues[static_cast<quint8>(text[kUuidOffsets[i] + 1U])];
        wrong = static_cast<quint8>(wrong | high | low);
        out.bytes[i] = static_cast<quint8>((high << 4) | low);
    }
    return (wrong & 0xF0) == 0;
}

void Fault::tell(const QString &message)
{
    if (!first) {
        first = base::Error{kind, message};
    }
}

ObjectReader::ObjectReader(simdjson::dom::object object, Fault &fault, QString path)
    : m_object(object)
    , m_fault(&fault)
    , m_path(std::move(path))
{}

void ObjectReader::tell(const char *key, const char *complaint) const
{
    m_fault->tell(m_path + QLatin1String(key) + u' ' + QLatin1String(complaint));
}

std::optional<element> ObjectReader::member(const char *key) const
{
    element found;
    if (m_object.at_key(key).get(found) != simdjson::SUCCESS || found.is_null()) {
        return std::nullopt;
    }
    return found;
}

bool ObjectReader::has(const char *key) const
{
    return member(key).has_value();
}

void ObjectReader::require(const char *key) const
{
    if (!has(key)) {
        tell(key, "is missing");
    }
}

QString ObjectReader::text(const char *key, qsizetype most) const
{
    const auto found = member(key);
    std::string_view utf8;
    if (!found) {
        return {};
    }
    if (found->get(utf8) != simdjson::SUCCESS) {
        tell(key, "is not a text");
        return {};
    }
    // Three bytes of UTF-8 at most per UTF-16 unit.
    if (utf8.size() > static_cast<size_t>(most) * 3) {
        tell(key, "is too long");
        return {};
    }
    QString out = base::textFromUtf8(utf8);
    if (out.size() > most) {
        tell(key, "is too long");
        return {};
    }
    return out;
}

QByteArray ObjectReader::token(const char *key, qsizetype most) const
{
    const auto found = member(key);
    std::string_view bytes;
    if (!found) {
        return {};
    }
    if (found->get(bytes) != simdjson::SUCCESS || bytes.size() > static_cast<size_t>(most)
        || std::any_of(bytes.begin(), bytes.end(), [](char c) { return c < 0x20 || c > 0x7E; })) {
        tell(key, "is not a token");
        return {};
    }
    return QByteArray(bytes.data(), qsizetype(bytes.size()));
}

qint64 ObjectReader::integer(const char *key, qint64 least, qint64 most, qint64 absent) const
{
    const auto found = member(key);
    int64_t number = 0;
    if (!found) {
        return absent;
    }
    if (found->type() != element_type::INT64 || found->get(number) != simdjson::SUCCESS) {
        tell(key, "is not a whole number");
        return absent;
    }
    if (number < least || number > most) {
        tell(key, "is out of range");
        return absent;
    }
    return number;
}

bool ObjectReader::boolean(const char *key) const
{
    const auto found = member(key);
    bool value = false;
    if (found && found->get(value) != simdjson::SUCCESS) {
        tell(key, "is neither true nor false");
        return false;
    }
    return value;
}

base::Uuid ObjectReader::uuid(const char *key) const
{
    const auto found = member(key);
    std::string_view text;
    base::Uuid out;
    if (found && (found->get(text) != simdjson::SUCCESS || !readUuid(text, out))) {
        tell(key, "is not an id");
        return {};
    }
    return out;
}

std::vector<element> ObjectReader::array(const char *key, std::size_t most) const
{
    const auto found = member(key);
    simdjson::dom::array list;
    if (!found) {
        return {};
    }
    if (found->get(list) != simdjson::SUCCESS) {
        tell(key, "is not a list");
        return {};
    }
    if (list.size() > most) {
        tell(key, "is too long a list");
        return {};
    }
    return {list.begin(), list.end()};
}

std::optional<ObjectReader> ObjectReader::object(const char *key) const
{
    const auto found = member(key);
    return found ? objectIn(key, *found) : std::nullopt;
}

std::optional<ObjectReader> ObjectReader::objectIn(const char *key, const element &one) const
{
    simdjson::dom::object inner;
    if (one.get(inner) != simdjson::SUCCESS) {
        tell(key, "is not an object");
        return std::nullopt;
    }
    return ObjectReader(inner, *m_fault, QString(m_path + QLatin1String(key) + u'.'));
}

base::Result<simdjson::dom::object> parseObject(simdjson::dom::parser &parser, QByteArrayView json, qsizetype most, base::Error::Kind kind)
{
    if (json.size() > most) {
        return base::fail(base::Error::Kind::Full, QStringLiteral("the message has %1 bytes, %2 are allowed").arg(json.size()).arg(most));
    }
    if (json.isEmpty()) { // the parser would copy from a null pointer
        return base::fail(kind, QStringLiteral("not JSON: the message is empty"));
    }
    simdjson::dom::element root;
    simdjson::dom::object object;
    auto error = parser.allocate(static_cast<size_t>(json.size()) + simdjson::SIMDJSON_PADDING, static_cast<size_t>(kMostDepth));
    if (!error) {
        error = parser.parse(json.data(), static_cast<size_t>(json.size())).get(root);
    }
    if (error) {
        return base::fail(kind, QStringLiteral("not JSON: %1").arg(QLatin1String(simdjson::error_message(error))));
    }
    if (root.get(object) != simdjson::SUCCESS) {
        return base::fail(kind, QStringLiteral("not a JSON object"));
    }
    return object;
}

base::Result<> readObject(QByteArrayView json, qsizetype most, base::Error::Kind kind,
                          const std::function<void(const ObjectReader &)> &read)
{
    simdjson::dom::parser parser;
    const auto object = parseObject(parser, json, most, kind);
    if (!object) {
        return tl::unexpected(object.error());
    }
    Fault fault{kind, {}};
    read(ObjectReader(*object, fault));
    if (fault.first) {
        return tl::unexpected(*fault.first);
    }
    return {};
}

} // namespace comptoir::wire
