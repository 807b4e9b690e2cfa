// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Fields.h"

namespace comptoir::domain {

/// The text form of one member: ids as UUIDs (nil is empty), enumerations as codes, numbers in decimal.
template <class M>
[[nodiscard]] QString textOf(const M &value)
{
    if constexpr (isId<M>) {
        return value.isNull() ? QString() : value.toString();
    } else if constexpr (std::is_enum_v<M>) {
        return codeOf(value);
    } else if constexpr (std::is_integral_v<M>) {
        return QString::number(static_cast<qint64>(value));
    } else if constexpr (std::is_same_v<M, QString>) {
        return value;
    } else {
        return value.toText();
    }
}

/// Reads the text form of one member; nothing where it is none. An empty text is nil for ids; a truth value is `0` or `1`.
template <class M>
[[nodiscard]] std::optional<M> memberFrom(const QString &text)
{
    if constexpr (isId<M>) {
        if (text.isEmpty()) {
            return M{};
        }
        const auto id = base::Uuid::fromString(text);
        return id ? std::optional(M{*id}) : std::nullopt;
    } else if constexpr (std::is_enum_v<M>) {
        return fromCode<M>(text);
    } else if constexpr (std::is_same_v<M, bool>) {
        return text == u"1" ? std::optional(true) : text == u"0" ? std::optional(false) : std::nullopt;
    } else if constexpr (std::is_same_v<M, QString>) {
        return text;
    } else if constexpr (std::is_integral_v<M>) {
        bool read = false;
        const qlonglong number = text.toLongLong(&read);
        return read ? std::optional(static_cast<M>(number)) : std::nullopt;
    } else {
        return M::fromText(text);
    }
}

/// The text form of the field named `column`; nothing where T has no such field.
template <class T>
[[nodiscard]] std::optional<QString> fieldText(const T &entity, QStringView column)
{
    std::optional<QString> out;
    forEachField<T>([&](const auto &field) {
        if (column == QLatin1String(field.name)) {
            out = textOf(entity.*(field.member));
        }
    });
    return out;
}

/// Sets the field named `column` from its text form; false where there is no such field or the text is none of its values.
template <class T>
[[nodiscard]] bool setFieldText(T &entity, QStringView column, const QString &text)
{
    bool done = false;
    forEachField<T>([&]<class M>(const Field<T, M> &field) {
        if (column == QLatin1String(field.name)) {
            if (auto value = memberFrom<M>(text)) {
                entity.*(field.member) = std::move(*value);
                done = true;
            }
        }
    });
    return done;
}

} // namespace comptoir::domain
