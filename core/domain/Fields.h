// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Codes.h"
#include "Ids.h"

#include <QStringList>

#include <tuple>
#include <type_traits>
#include <variant>

namespace comptoir::domain {

/// One column of an entity: its name in SQL and on the wire, and the member it fills.
template <class T, class M>
struct Field
{
    const char *name;
    M T::*member;
};

template <class T, class M>
Field(const char *, M T::*) -> Field<T, M>;

/// Specialised beside each entity: `kind` (its name on the wire and its table) and `list` (a tuple of Field).
/// From this list derive the SQL, the wire's row arrays and the snapshots: a new column is one line here and one migration.
template <class T>
struct FieldsOf;

/// One value as stored and as sent: nothing, a whole number, text, or an id (16 bytes in SQL, a UUID on the wire).
using Cell = std::variant<std::monostate, qint64, QString, base::Uuid>;

/// Tells the SQL and JSON type of a member at compile time.
template <class M>
inline constexpr bool isId = false;
template <class Tag>
inline constexpr bool isId<base::Id<Tag>> = true;

/// A member whose text form is its own business: provides `toText()` and `static std::optional<M> fromText(QStringView)`.
template <class M>
concept TextForm = requires(const M &value, QStringView text)
{
    {
        value.toText()
        } -> std::convertible_to<QString>;
    {
        M::fromText(text)
        } -> std::same_as<std::optional<M>>;
};

template <class M>
[[nodiscard]] Cell toCell(const M &value)
{
    if constexpr (isId<M>) {
        return value.isNull() ? Cell{} : Cell{value.value};
    } else if constexpr (std::is_enum_v<M>) {
        return Cell{QString(codeOf(value))};
    } else if constexpr (std::is_integral_v<M>) {
        return Cell{static_cast<qint64>(value)};
    } else if constexpr (std::is_same_v<M, QString>) {
        return Cell{value};
    } else {
        static_assert(TextForm<M>);
        return Cell{value.toText()};
    }
}

/// Fills `out`; false if the cell is not of the member's type or its code is unknown. Nothing (null) gives the empty value.
template <class M>
[[nodiscard]] bool fromCell(const Cell &cell, M &out)
{
    if (std::holds_alternative<std::monostate>(cell)) {
        out = M{};
        return true;
    }
    if constexpr (isId<M>) {
        const auto *id = std::get_if<base::Uuid>(&cell);
        if (!id) {
            return false;
        }
        out = M{*id};
    } else if constexpr (std::is_integral_v<M>) {
        const auto *number = std::get_if<qint64>(&cell);
        if (!number) {
            return false;
        }
        out = static_cast<M>(*number);
    } else {
        const auto *text = std::get_if<QString>(&cell);
        if (!text) {
            return false;
        }
        if constexpr (std::is_enum_v<M>) {
            const auto value = fromCode<M>(*text);
            out = value.value_or(M{});
            return value.has_value();
        } else if constexpr (std::is_same_v<M, QString>) {
            out = *text;
        } else {
            auto value = M::fromText(*text);
            if (!value) {
                return false;
            }
            out = std::move(*value);
        }
    }
    return true;
}

/// Whether the cell is well-formed text in the place of a code: one that this version does not know, where fromCell() said no.
template <class M>
[[nodiscard]] constexpr bool isCode(const Cell &cell)
{
    return std::is_enum_v<M> && std::holds_alternative<QString>(cell);
}

/// Calls `visit(field)` for each field of T, in order.
template <class T, class Visitor>
void forEachField(Visitor &&visit)
{
    std::apply([&](const auto &...field) { (visit(field), ...); }, FieldsOf<T>::list);
}

template <class T>
inline constexpr std::size_t fieldCount = std::tuple_size_v<std::remove_const_t<decltype(FieldsOf<T>::list)>>;

} // namespace comptoir::domain
