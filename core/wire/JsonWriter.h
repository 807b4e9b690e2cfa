// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Id.h"

#include <QByteArray>
#include <QStringView>

#include <string_view>

namespace comptoir::wire {

/// The bytes as a standard view, valid while `bytes` lives unchanged.
[[nodiscard]] inline std::string_view view(const QByteArray &bytes)
{
    return {bytes.data(), static_cast<size_t>(bytes.size())};
}

/// Appends compact JSON in UTF-8. Keeps commas by itself; nesting is the caller's to balance. What comes out is always valid UTF-8:
/// lone surrogates and broken sequences become U+FFFD.
class JsonWriter
{
public:
    JsonWriter &beginObject();
    JsonWriter &endObject();
    JsonWriter &beginArray();
    JsonWriter &endArray();
    /// A constant of the program; written without escaping.
    JsonWriter &key(std::string_view name);
    /// A key from outside; escaped.
    JsonWriter &keyText(QStringView name);

    JsonWriter &null();
    JsonWriter &boolean(bool value);
    JsonWriter &integer(qint64 value);
    JsonWriter &text(QStringView value);
    JsonWriter &utf8(std::string_view value);
    /// UUID text; nil writes null.
    JsonWriter &id(const base::Uuid &value);
    template <class Tag>
    JsonWriter &id(const base::Id<Tag> &value)
    {
        return id(value.value);
    }
    /// Bytes that are one JSON value already.
    JsonWriter &raw(QByteArrayView json);

    [[nodiscard]] qsizetype size() const { return m_size; }
    /// What was written; the writer is empty again.
    [[nodiscard]] QByteArray take();

private:
    JsonWriter &open(char bracket);
    JsonWriter &close(char bracket);
    void separate();
    /// Where at least `bytes` more may be written; used() says how many were.
    char *room(qsizetype bytes);
    void used(const char *end) { m_size = end - m_out.constData(); }
    void put(std::string_view bytes);

    QByteArray m_out;
    qsizetype m_size = 0; ///< m_out is longer: the rest is room
    bool m_comma = false;
};

} // namespace comptoir::wire
