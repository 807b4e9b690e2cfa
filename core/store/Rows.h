// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Statement.h"

#include <concepts>
#include <optional>
#include <type_traits>
#include <vector>

namespace comptoir::store {

/// Steps through a bound statement to its end. `visit(row)` returns nothing, or a Result whose error ends the walk.
template <class Visit>
[[nodiscard]] base::Result<> eachRow(Statement &query, Visit &&visit)
{
    for (;;) {
        const auto more = query.step();
        if (!more) {
            return tl::unexpected(more.error());
        }
        if (!*more) {
            return {};
        }
        if constexpr (std::is_void_v<std::invoke_result_t<Visit, const Statement &>>) {
            visit(std::as_const(query));
        } else if (auto done = visit(std::as_const(query)); !done) {
            return done;
        }
    }
}

/// All rows of a bound statement, each made by `make(row)`, which returns the row or a Result of it.
template <class Make>
[[nodiscard]] auto allRows(Statement &query, Make &&make)
{
    using Made = std::invoke_result_t<Make, const Statement &>;
    if constexpr (requires(Made made) { made.error(); }) {
        std::vector<typename Made::value_type> out;
        auto done = eachRow(query, [&](const Statement &row) {
            return make(row).map([&](typename Made::value_type value) { out.push_back(std::move(value)); });
        });
        return done.map([&] { return std::move(out); });
    } else {
        std::vector<Made> out;
        auto done = eachRow(query, [&](const Statement &row) { out.push_back(make(row)); });
        return done.map([&] { return std::move(out); });
    }
}

/// The first row of a bound statement, or nothing.
template <class Make>
[[nodiscard]] auto firstRow(Statement &query, Make &&make) -> base::Result<std::optional<std::invoke_result_t<Make, const Statement &>>>
{
    using Row = std::invoke_result_t<Make, const Statement &>;
    return query.step().map([&](bool found) { return found ? std::optional<Row>(make(std::as_const(query))) : std::nullopt; });
}

} // namespace comptoir::store
