// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace comptoir::domain {

// The small JSON of text forms. Written by hand so that the same value always gives the same text; read by Qt.

/// `text` in quotes, escaped.
[[nodiscard]] QString quoted(QStringView text);

/// The array or object of a text form; nothing where it is not exactly one of that kind.
[[nodiscard]] std::optional<QJsonArray> arrayOf(QStringView text);
[[nodiscard]] std::optional<QJsonObject> objectOf(QStringView text);

/// The text form of a list: an array of what `one` writes of each; the empty text for an empty list.
template <class List, class Write>
[[nodiscard]] QString listText(const List &list, Write one)
{
    QString out;
    for (const auto &element : list) {
        out += out.isEmpty() ? u'[' : u',';
        out += one(element);
    }
    return out.isEmpty() ? out : QString(out + u']');
}

/// Reads that form into the list of an Out. `one` makes an element of a value, or nothing where it is none; then all is none.
template <class Out, class Read>
[[nodiscard]] std::optional<Out> listFrom(QStringView text, Read one)
{
    Out out;
    if (text.isEmpty()) {
        return out;
    }
    const auto array = arrayOf(text);
    if (!array) {
        return std::nullopt;
    }
    for (const QJsonValue &value : *array) {
        auto element = one(value);
        if (!element) {
            return std::nullopt;
        }
        out.list.push_back(std::move(*element));
    }
    return out;
}

} // namespace comptoir::domain
