// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Id.h"

#include <string>
#include <string_view>
#include <vector>

namespace comptoir::wire {

/// What a column of a row table holds; the letter behind the colon of its header (`seq:i`, `id:u`, `number:t`).
enum class ColumnType : char { Integer = 'i', Text = 't', Id = 'u' };

/// One value of a row, without a copy: `text` points into the buffer of the reply it came with. Read only the member `type` tells.
struct RawCell
{
    enum Type : quint8 { Null, Integer, Text, Id };

    Type type = Null;
    union
    {
        qint64 integer;
        std::string_view text;
        base::Uuid id;
    };

    constexpr RawCell() : integer(0) {}
    [[nodiscard]] static RawCell ofInteger(qint64 value);
    [[nodiscard]] static RawCell ofText(std::string_view value);
    /// Nil gives Null.
    [[nodiscard]] static RawCell ofId(const base::Uuid &value);
};

/// The rows of one kind in a page. Column 0 is always `seq`. Cells row by row.
struct RowTable
{
    std::string name; ///< `ticket`, `timeline`, …: the entity's kind
    std::vector<std::string> columns; ///< names without their type letter
    std::vector<ColumnType> types;
    std::size_t rowCount = 0;
    std::vector<RawCell> cells;

    [[nodiscard]] const RawCell *row(std::size_t at) const { return cells.data() + at * columns.size(); }
    [[nodiscard]] qint64 seq(std::size_t at) const { return row(at)->integer; }
    /// Where the column stands, or -1.
    [[nodiscard]] int column(std::string_view wanted) const;
};

inline RawCell RawCell::ofInteger(qint64 value)
{
    RawCell cell;
    cell.type = Integer;
    cell.integer = value;
    return cell;
}

inline RawCell RawCell::ofText(std::string_view value)
{
    RawCell cell;
    cell.type = Text;
    cell.text = value;
    return cell;
}

inline RawCell RawCell::ofId(const base::Uuid &value)
{
    RawCell cell;
    if (!value.isNull()) {
        cell.type = Id;
        cell.id = value;
    }
    return cell;
}

} // namespace comptoir::wire
