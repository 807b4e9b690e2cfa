// SPDX-License-Identifier: GPL-3.0-or-later
#include "PortableSql.h"

#include <algorithm>

namespace comptoir::postgres {

namespace {

constexpr std::string_view kSame = "IS NOT DISTINCT FROM ";

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Where what begins at `at` (a literal, a quoted name, a comment) ends; `at` where nothing of that kind begins.
std::size_t endOfOpaque(std::string_view sql, std::size_t at)
{
    const char c = sql[at];
    if (c == '\'' || c == '"') {
        const std::size_t end = sql.find(c, at + 1); // a doubled quote begins the next one
        return end == std::string_view::npos ? sql.size() : end + 1;
    }
    if (sql.substr(at, 2) == "--") {
        return std::min(sql.find('\n', at), sql.size());
    }
    return at;
}

} // namespace

std::string forPostgres(std::string_view sql)
{
    std::string out;
    out.reserve(sql.size() + 16);
    int last = 0;
    for (std::size_t at = 0; at < sql.size();) {
        if (const std::size_t end = endOfOpaque(sql, at); end > at) {
            out += sql.substr(at, end - at);
            at = end;
            continue;
        }
        if (sql[at] != '?') {
            out += sql[at++];
            continue;
        }
        int number = 0;
        for (++at; at < sql.size() && isDigit(sql[at]); ++at) {
            number = number * 10 + (sql[at] - '0');
        }
        number = number > 0 ? number : last + 1;
        last = std::max(last, number);
        if (out.ends_with(kSame)) {
            out.replace(out.size() - kSame.size(), kSame.size(), "= ");
        }
        out += '$' + std::to_string(number);
    }
    return out;
}

} // namespace comptoir::postgres
