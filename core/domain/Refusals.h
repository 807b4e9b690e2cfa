// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Apply.h"
#include "Error.h"
#include "TextLimits.h"

namespace comptoir::domain {

/// The refusing side of Applied<…>, about one field or (empty) the whole.
[[nodiscard]] inline tl::unexpected<Refusal> refuse(Refusal::Code code, const QString &field, const QString &reason)
{
    return tl::unexpected(Refusal{code, field, {}, {}, reason});
}

/// The failure of what was refused here: code and field as they are, and one sentence for logs ("gone requester: there is no such person").
[[nodiscard]] base::Error errorOf(const Refusal &refusal);
/// The code and field of such a failure; nothing for any other.
[[nodiscard]] std::optional<Refusal> refusalIn(const base::Error &error);

/// Of what was written here and was damaged on this disk before anybody had it: it was never sent.
[[nodiscard]] Refusal damagedHere();
[[nodiscard]] bool isDamagedHere(const Refusal &refusal);

/// Invalid where `text` passes the limit of its column.
[[nodiscard]] std::optional<Refusal> tooLong(const QString &column, const QString &text);

/// Invalid for the first text column of `entity` that is too long.
template <class T>
[[nodiscard]] std::optional<Refusal> anyTooLong(const T &entity)
{
    std::optional<Refusal> out;
    forEachField<T>([&]<class M>(const Field<T, M> &field) {
        if constexpr (std::is_same_v<M, QString>) {
            if (!out) {
                out = tooLong(QLatin1String(field.name), entity.*(field.member));
            }
        }
    });
    return out;
}

} // namespace comptoir::domain
