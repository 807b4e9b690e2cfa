// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Error.h"

#include <string>

struct pg_conn;
struct pg_result;

namespace comptoir::postgres {

/// Types of PostgreSQL's catalogue (pg_type.dat) that the service's tables and their aggregates have.
enum Oid : unsigned { kBool = 16, kBytea = 17, kInt8 = 20, kInt2 = 21, kInt4 = 23, kText = 25, kVarchar = 1043, kNumeric = 1700 };

/// An id of nobody or nothing: NULL on SQLite, 16 zero bytes here, because a key of distribution is never NULL.
[[nodiscard]] bool isNil(std::string_view bytes);
[[nodiscard]] const std::string &nilBytes();

/// The whole number in a field that came in binary; rounds towards zero.
[[nodiscard]] qint64 integerIn(unsigned type, std::string_view bytes);
/// A whole number as a binary parameter of `type`; nothing where the type takes its text instead.
[[nodiscard]] std::string binaryOf(unsigned type, qint64 value);

/// The error of a result, or of the connection where there is none, in the words of the project. Busy for what passes: a connection that
/// is gone, a deadlock, a lock waited for too long.
[[nodiscard]] base::Error errorOf(const pg_conn *connection, const pg_result *result);

} // namespace comptoir::postgres
