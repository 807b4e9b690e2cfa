// SPDX-License-Identifier: GPL-3.0-or-later
#include "EntityRows.h"
#include "Utf8.h"

namespace comptoir::wire {

int RowTable::column(std::string_view wanted) const
{
    for (size_t at = 0; at < columns.size(); ++at) {
        if (columns[at] == wanted) {
            return static_cast<int>(at);
        }
    }
    return -1;
}

domain::Cell cellOf(const RawCell &raw)
{
    switch (raw.type) {
    case RawCell::Integer: return raw.integer;
    case RawCell::Text: return base::textFromUtf8(raw.text);
    case RawCell::Id: return raw.id;
    case RawCell::Null: break;
    }
    return {};
}

} // namespace comptoir::wire
