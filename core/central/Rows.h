// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Db.h"

#include <optional>
#include <vector>

namespace comptoir::central {

/// All rows of a bound statement, each made by `make(row)`.
template <class Make>
[[nodiscard]] auto allRows(store::Statement &query, Make &&make)
    -> base::Result<std::vector<std::invoke_result_t<Make, const store::Statement &>>>
{
    std::vector<std::invoke_result_t<Make, const store::Statement &>> out;
    for (;;) {
        const auto row = query.step();
        if (!row) {
            return tl::unexpected(row.error());
        }
        if (!*row) {
            return out;
        }
        out.push_back(make(std::as_const(query)));
    }
}

/// The first row of a bound statement, or nothing.
template <class Make>
[[nodiscard]] auto firstRow(store::Statement &query, Make &&make)
    -> base::Result<std::optional<std::invoke_result_t<Make, const store::Statement &>>>
{
    using Row = std::invoke_result_t<Make, const store::Statement &>;
    const auto row = query.step();
    if (!row) {
        return tl::unexpected(row.error());
    }
    return *row ? std::optional<Row>(make(std::as_const(query))) : std::optional<Row>();
}

} // namespace comptoir::central
