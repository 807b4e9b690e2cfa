// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Codes.h"
#include "Ids.h"
#include "Result.h"

#include <simdjson.h>

namespace comptoir::wire {

// Reading JSON from outside. Private to wire: needs simdjson.

/// Limits of whole numbers that mean a count, a version, a time.
inline constexpr qint64 kMostInteger = (qint64{1} << 53) - 1;

/// The first thing found wrong; all readers of one message share it.
struct Fault
{
    base::Error::Kind kind = base::Error::Kind::Invalid;
    std::optional<base::Error> first;

    void tell(const QString &message);
};

/// Reads the members of one JSON object by name. Never stops: what is wrong is told to the Fault, and the empty value returned.
/// Absent members and null give the empty value without a fault.
class ObjectReader
{
public:
    ObjectReader(simdjson::dom::object object, Fault &fault, QString path = {});

    [[nodiscard]] bool has(const char *key) const;
    /// At most `most` UTF-16 units.
    [[nodiscard]] QString text(const char *key, qsizetype most) const;
    /// ASCII without control characters, at most `most` bytes: tokens, codes, epochs.
    [[nodiscard]] QByteArray token(const char *key, qsizetype most) const;
    [[nodiscard]] qint64 integer(const char *key, qint64 least = 0, qint64 most = kMostInteger, qint64 absent = 0) const;
    [[nodiscard]] bool boolean(const char *key) const;
    [[nodiscard]] base::Uuid uuid(const char *key) const;
    template <class IdType>
    [[nodiscard]] IdType id(const char *key) const
    {
        return IdType{uuid(key)};
    }
    template <class E>
    [[nodiscard]] E code(const char *key, E absent) const
    {
        if (!has(key)) {
            return absent;
        }
        const auto value = domain::fromCode<E>(text(key, 64));
        if (!value) {
            tell(key, "is an unknown code");
        }
        return value.value_or(absent);
    }
    /// At most `most` members; empty where absent.
    [[nodiscard]] std::vector<simdjson::dom::element> array(const char *key, std::size_t most) const;
    [[nodiscard]] std::optional<ObjectReader> object(const char *key) const;
    /// One element of an array() as an object.
    [[nodiscard]] std::optional<ObjectReader> objectIn(const char *key, const simdjson::dom::element &element) const;
    [[nodiscard]] simdjson::dom::object members() const { return m_object; }

    void tell(const char *key, const char *complaint) const;
    /// Tells a fault where the member is absent or null.
    void require(const char *key) const;

private:
    [[nodiscard]] std::optional<simdjson::dom::element> member(const char *key) const;

    simdjson::dom::object m_object;
    Fault *m_fault;
    QString m_path;
};

/// Parses `json` whole (strictly, to kMostDepth) and hands its object to `read(ObjectReader)`; the Result is what `read` made of it,
/// or the first fault. `most` bytes at most, else Full.
[[nodiscard]] base::Result<> readObject(QByteArrayView json, qsizetype most, base::Error::Kind kind,
                                        const std::function<void(const ObjectReader &)> &read);

/// Parses into a parser of the caller's, whose memory then holds the texts.
[[nodiscard]] base::Result<simdjson::dom::object> parseObject(simdjson::dom::parser &parser, QByteArrayView json, qsizetype most,
                                                              base::Error::Kind kind);

/// 36 characters with hyphens, quickly.
[[nodiscard]] bool readUuid(std::string_view text, base::Uuid &out);

} // namespace comptoir::wire
