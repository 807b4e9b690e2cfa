// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Db.h"
#include "Rows.h"

#include <array>
#include <string>

namespace comptoir::store {

/// An INSERT of many rows in few statements. A database at the other end of a line is asked once for 32 rows where it was asked 32 times; of
/// each statement there are four texts, so that the prepared ones stay few.
class ManyRows
{
public:
    /// `head` up to VALUES; `columns` parameters for each row; `tail` after the rows, such as ON CONFLICT.
    ManyRows(const std::string &head, int columns, const std::string &tail = {}) : m_columns(columns)
    {
        std::string row = "(";
        for (int at = 0; at < columns; ++at) {
            row += at > 0 ? ",?" : "?";
        }
        row += ')';
        for (std::size_t size = 0; size < kSizes.size(); ++size) {
            std::string rows = row;
            for (std::size_t at = 1; at < kSizes[size]; ++at) {
                rows += ',' + row;
            }
            m_sql[size] = head + " VALUES" + rows + tail;
        }
    }

    /// Writes the rows 0, 1, … `count` - 1. `bind(statement, first, row)` binds the values of one of them from the parameter `first` on.
    template <class Bind>
    [[nodiscard]] base::Result<> write(Db &db, std::size_t count, Bind &&bind) const
    {
        std::size_t done = 0;
        for (std::size_t size = 0; size < kSizes.size(); ++size) {
            while (count - done >= kSizes[size]) {
                Statement statement = db.prepare(m_sql[size]);
                for (std::size_t at = 0; at < kSizes[size]; ++at) {
                    bind(statement, static_cast<int>(at) * m_columns, done + at);
                }
                if (auto written = statement.run(); !written) {
                    return written;
                }
                done += kSizes[size];
            }
        }
        return {};
    }

private:
    static constexpr std::array<std::size_t, 4> kSizes{32, 8, 2, 1};

    int m_columns;
    std::array<std::string, kSizes.size()> m_sql;
};

/// All rows whose column is one of `keys`, in few statements: `select` is the text up to that column, `each(row)` as eachRow() has it. Places
/// left over bind nothing, which is no row's key.
template <class Key, class Each>
[[nodiscard]] base::Result<> eachOf(Db &db, std::string_view select, const std::vector<Key> &keys, Each &&each)
{
    static constexpr std::array<std::size_t, 2> kSizes{8, 64};
    for (std::size_t done = 0; done < keys.size();) {
        const std::size_t size = keys.size() - done > kSizes[0] ? kSizes[1] : kSizes[0];
        std::string sql(select);
        sql += " IN (?";
        for (std::size_t at = 1; at < size; ++at) {
            sql += ",?";
        }
        sql += ')';
        Statement query = db.prepare(sql);
        for (std::size_t at = 0; at < size; ++at) {
            if (done + at < keys.size()) {
                query.bind(static_cast<int>(at), keys[done + at]);
            } else {
                query.bindNull(static_cast<int>(at));
            }
        }
        if (auto read = eachRow(query, each); !read) {
            return read;
        }
        done += size;
    }
    return {};
}

} // namespace comptoir::store
