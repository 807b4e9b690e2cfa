// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHashFunctions>
#include <QMetaType>
#include <QString>

#include <array>
#include <compare>
#include <optional>

namespace comptoir::base {

/// 128 bits, written as a UUID (RFC 9562), stored as 16 bytes. All zero means "none".
struct Uuid
{
    std::array<quint8, 16> bytes{};

    [[nodiscard]] bool isNull() const { return *this == Uuid{}; }
    /// Lower case, with hyphens: 36 characters.
    [[nodiscard]] QString toString() const;
    [[nodiscard]] QByteArray toText() const;
    /// The 16 bytes as they are stored.
    [[nodiscard]] QByteArray toBytes() const;
    /// Reads 36 characters with hyphens, any case; nothing else.
    [[nodiscard]] static std::optional<Uuid> fromText(QByteArrayView text);
    [[nodiscard]] static std::optional<Uuid> fromString(QStringView text);
    /// Reads exactly 16 bytes.
    [[nodiscard]] static std::optional<Uuid> fromBytes(QByteArrayView raw);
    /// The same name gives the same id, always (SHA-256 of the name, marked version 8 as RFC 9562 has it).
    [[nodiscard]] static Uuid fromName(QByteArrayView name);
    /// Milliseconds since 1970 of a version 7 id; nothing for other versions.
    [[nodiscard]] std::optional<qint64> timeMs() const;

    auto operator<=>(const Uuid &) const = default;
};

/// A Uuid that cannot be mistaken for another kind of id.
template <class Tag>
struct Id
{
    Uuid value;

    [[nodiscard]] bool isNull() const { return value.isNull(); }
    [[nodiscard]] explicit operator bool() const { return !value.isNull(); }
    [[nodiscard]] QString toString() const { return value.toString(); }
    [[nodiscard]] static Id fromName(QByteArrayView name) { return Id{Uuid::fromName(name)}; }

    auto operator<=>(const Id &) const = default;
};

[[nodiscard]] inline size_t qHash(const Uuid &id, size_t seed = 0)
{
    return qHashBits(id.bytes.data(), id.bytes.size(), seed);
}

template <class Tag>
[[nodiscard]] size_t qHash(const Id<Tag> &id, size_t seed = 0)
{
    return qHash(id.value, seed);
}

} // namespace comptoir::base

template <>
struct std::hash<comptoir::base::Uuid>
{
    size_t operator()(const comptoir::base::Uuid &id) const noexcept { return qHash(id); }
};

template <class Tag>
struct std::hash<comptoir::base::Id<Tag>>
{
    size_t operator()(const comptoir::base::Id<Tag> &id) const noexcept { return qHash(id.value); }
};

Q_DECLARE_METATYPE(comptoir::base::Uuid)
