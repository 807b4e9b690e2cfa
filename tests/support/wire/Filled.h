// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Fields.h"
#include "Operation.h"
#include "PayloadMembers.h"

#include <type_traits>

namespace comptoir::tests {

/// The first `most` units of `text`, never half a character.
[[nodiscard]] inline QString cut(const QString &text, qsizetype most)
{
    QString out = text.left(most);
    while (!out.isEmpty() && out.back().isHighSurrogate()) {
        out.chop(1);
    }
    return out;
}

/// An id made of a number; never nil.
template <class IdType>
[[nodiscard]] IdType numberedId(quint8 n)
{
    base::Uuid id;
    id.bytes.fill(n);
    id.bytes[0] = 1;
    return IdType{id};
}

/// Puts `text` into every text of an entity and something into everything else.
template <class T>
void fillFields(T &entity, const QString &text, std::initializer_list<std::string_view> skipped = {})
{
    quint8 n = 0;
    domain::forEachField<T>([&]<class M>(const domain::Field<T, M> &field) {
        ++n;
        if (std::find(skipped.begin(), skipped.end(), field.name) != skipped.end()) {
            return;
        }
        M &value = entity.*(field.member);
        const QString name = QString::fromLatin1(field.name);
        if constexpr (domain::isId<M>) {
            value = numberedId<M>(n);
        } else if constexpr (std::is_enum_v<M>) {
            value = std::get<0>(domain::CodesOf<M>::list.back());
        } else if constexpr (std::is_integral_v<M>) {
            value = static_cast<M>(std::is_same_v<M, bool> ? 1 : 1000 + n);
        } else if constexpr (std::is_same_v<M, QString>) {
            value = cut(text, domain::textLimit(name));
        } else if constexpr (std::is_same_v<M, domain::Texts>) {
            value.list = {cut(text, 64), QStringLiteral("b")};
        } else if constexpr (std::is_same_v<M, domain::PhoneNumbers>) {
            value.list = {{domain::NumberKind::Mobile, cut(text, 64), cut(text, 64)}};
        } else if constexpr (std::is_same_v<M, domain::RemoteAccesses>) {
            value.list = {{text, text}};
        } else if constexpr (requires { value.list.push_back({QString(), text, text}); }) {
            value.list.push_back({QStringLiteral("field"), text, text});
        } else if constexpr (requires { typename M::Range; }) {
            value.trunks.push_back(text);
        } else if constexpr (requires { value.list; }) {
            value.list = {numberedId<typename std::remove_reference_t<decltype(value.list)>::value_type>(n)};
        }
    });
}

/// The visitor of wire::members that fills a payload.
struct Filling
{
    QString filler;
    quint8 n = 0;

    void text(const char *, QString &value, qsizetype most) { value = cut(filler, most); }
    void texts(const char *, QStringList &values, qsizetype, qsizetype most) { values = {cut(filler, most), QStringLiteral("x")}; }
    void integer(const char *, qint64 &value) { value = (qint64{1} << 53) - 1 - ++n; }
    void flag(const char *, bool &value) { value = true; }
    template <class Tag>
    void id(const char *, base::Id<Tag> &value)
    {
        value = numberedId<base::Id<Tag>>(++n);
    }
    template <class E>
    void code(const char *, E &value)
    {
        value = std::get<0>(domain::CodesOf<E>::list.back());
    }
    void expected(const char *, domain::Expected &value) { value = numberedId<domain::OperationId>(++n); }
    template <class M>
    void form(const char *, M &value)
    {
        value.list = {numberedId<domain::TicketId>(++n)};
    }
    template <class T>
    void fields(T &entity, std::initializer_list<std::string_view> skipped)
    {
        fillFields(entity, filler, skipped);
    }
};

/// The payload of each kind, every member filled.
[[nodiscard]] inline domain::Payload filledPayload(domain::OpKind kind, const QString &text)
{
    domain::Payload out;
    [&]<size_t... At>(std::index_sequence<At...>)
    {
        ((static_cast<size_t>(kind) == At ? static_cast<void>(out.emplace<At>()) : void()), ...);
    }
    (std::make_index_sequence<std::variant_size_v<domain::Payload>>());
    Filling filling{text};
    std::visit([&](auto &payload) { wire::members(filling, payload); }, out);
    return out;
}

} // namespace comptoir::tests
