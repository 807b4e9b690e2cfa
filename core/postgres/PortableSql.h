// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace comptoir::postgres {

/// The SQL of the service, which keeps to what SQLite and PostgreSQL have in common, in PostgreSQL's spelling: `?` and `?N` become `$N`, and
/// `IS NOT DISTINCT FROM ?` becomes `= $N`, which an index serves: no id is NULL here (docs/postgresql.md). Literals, quoted names and comments stay.
[[nodiscard]] std::string forPostgres(std::string_view sql);

} // namespace comptoir::postgres
