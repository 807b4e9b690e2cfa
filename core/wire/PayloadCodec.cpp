// SPDX-License-Identifier: GPL-3.0-or-later
#include "PayloadCodec.h"

#include "JsonReader.h"
#include "JsonWriter.h"
#include "Limits.h"
#include "PayloadMembers.h"
#include "Utf8.h"

namespace comptoir::wire {

namespace {

using Skipped = std::initializer_list<std::string_view>;

bool isSkipped(const Skipped &names, std::string_view name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// Writes what differs from the default.
class Writing
{
public:
    void text(const char *key, const QString &value, qsizetype)
    {
        if (!value.isEmpty()) {
            m_json.key(key).text(value);
        }
    }

    void texts(const char *key, const QStringList &values, qsizetype, qsizetype)
    {
        if (values.isEmpty()) {
            return;
        }
        m_json.key(key).beginArray();
        for (const QString &value : values) {
            m_json.text(value);
        }
        m_json.endArray();
    }

    void integer(const char *key, qint64 value)
    {
        if (value != 0) {
            m_json.key(key).integer(value);
        }
    }

    void flag(const char *key, bool value)
    {
        if (value) {
            m_json.key(key).boolean(true);
        }
    }

    template <class Tag>
    void id(const char *key, const base::Id<Tag> &value)
    {
        if (value) {
            m_json.key(key).id(value);
        }
    }

    /// Codes are always written: their default is a word, not an absence.
    template <class E>
    void code(const char *key, E value)
    {
        m_json.key(key).text(QString(domain::codeOf(value)));
    }

    void expected(const char *key, const domain::Expected &value)
    {
        if (value) {
            m_json.key(key).id(*value);
        }
    }

    template <class M>
    void form(const char *key, const M &value)
    {
        text(key, value.toText(), 0);
    }

    template <class T>
    void fields(const T &entity, const Skipped &skipped)
    {
        domain::forEachField<T>([&]<class M>(const domain::Field<T, M> &field) {
            if (isSkipped(skipped, field.name)) {
                return;
            }
            const M &value = entity.*(field.member);
            if constexpr (domain::isId<M>) {
                id(field.name, value);
            } else if constexpr (std::is_enum_v<M>) {
                code(field.name, value);
            } else if constexpr (std::is_same_v<M, bool>) {
                flag(field.name, value);
            } else if constexpr (std::is_integral_v<M>) {
                integer(field.name, value);
            } else if constexpr (std::is_same_v<M, QString>) {
                text(field.name, value, 0);
            } else {
                form(field.name, value);
            }
        });
    }

    JsonWriter m_json;
};

/// Fills the payload from an object; limits apply.
class Reading
{
public:
    explicit Reading(const ObjectReader &object) : m_object(object) {}

    void text(const char *key, QString &value, qsizetype most) { value = m_object.text(key, most); }

    void texts(const char *key, QStringList &values, qsizetype mostTexts, qsizetype mostCharacters)
    {
        for (const auto &element : m_object.array(key, static_cast<size_t>(mostTexts))) {
            std::string_view utf8;
            if (element.get(utf8) != simdjson::SUCCESS) {
                m_object.tell(key, "holds what is not a text");
                return;
            }
            values.append(base::textFromUtf8(utf8));
            if (values.constLast().size() > mostCharacters) {
                m_object.tell(key, "holds a text that is too long");
            }
        }
    }

    void integer(const char *key, qint64 &value) { value = m_object.integer(key); }
    void flag(const char *key, bool &value) { value = m_object.boolean(key); }

    template <class Tag>
    void id(const char *key, base::Id<Tag> &value)
    {
        value = m_object.id<base::Id<Tag>>(key);
    }

    template <class E>
    void code(const char *key, E &value)
    {
        value = m_object.code(key, value);
    }

    void expected(const char *key, domain::Expected &value)
    {
        const auto id = m_object.id<domain::OperationId>(key);
        value = id ? std::optional(id) : std::nullopt;
    }

    template <class M>
    void form(const char *key, M &value)
    {
        auto read = M::fromText(m_object.text(key, domain::kMostLongText));
        if (!read) {
            m_object.tell(key, "is not in its text form");
            return;
        }
        value = std::move(*read);
    }

    template <class T>
    void fields(T &entity, const Skipped &skipped)
    {
        domain::forEachField<T>([&]<class M>(const domain::Field<T, M> &field) {
            if (isSkipped(skipped, field.name)) {
                return;
            }
            M &value = entity.*(field.member);
            if constexpr (domain::isId<M>) {
                id(field.name, value);
            } else if constexpr (std::is_enum_v<M>) {
                code(field.name, value);
            } else if constexpr (std::is_same_v<M, bool>) {
                flag(field.name, value);
            } else if constexpr (std::is_integral_v<M>) {
                value = static_cast<M>(m_object.integer(field.name));
            } else if constexpr (std::is_same_v<M, QString>) {
                text(field.name, value, domain::textLimit(QString(QLatin1String(field.name))));
            } else {
                form(field.name, value);
            }
        });
    }

private:
    const ObjectReader &m_object;
};

/// The empty payload of a kind: the alternative at its place in the list.
template <size_t... At>
domain::Payload emptyPayload(domain::OpKind kind, std::index_sequence<At...>)
{
    domain::Payload out;
    ((static_cast<size_t>(kind) == At ? static_cast<void>(out.emplace<At>()) : void()), ...);
    return out;
}

} // namespace

QByteArray encodePayload(const domain::Payload &payload)
{
    Writing writing;
    writing.m_json.beginObject();
    std::visit([&](auto copy) { members(writing, copy); }, payload);
    writing.m_json.endObject();
    return writing.m_json.take();
}

base::Result<domain::Payload> decodePayload(domain::OpKind kind, int version, QByteArrayView json)
{
    if (version < 1) {
        return base::fail(base::Error::Kind::Invalid, QStringLiteral("payload versions begin at 1"));
    }
    if (version > kPayloadVersion) {
        return base::fail(base::Error::Kind::TooNew,
                          QStringLiteral("payload version %1 is newer than %2").arg(version).arg(kPayloadVersion));
    }
    domain::Payload out = emptyPayload(kind, std::make_index_sequence<std::variant_size_v<domain::Payload>>());
    const auto read = readObject(json, kMostPayloadBytes, base::Error::Kind::Invalid, [&](const ObjectReader &object) {
        Reading reading(object);
        std::visit([&](auto &payload) { members(reading, payload); }, out);
    });
    if (!read) {
        return tl::unexpected(read.error());
    }
    return out;
}

} // namespace comptoir::wire
