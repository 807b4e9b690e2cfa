// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Db.h"

namespace comptoir::store {

/// The words of one table's rows (FTS5 without content: what was indexed must be told again to take it out). FTS5 of SQLite 3.40 may count from
/// nothing again after a full disk, and then takes the index for damaged when more goes than it has counted: Store makes it anew (indexWords).
class WordIndex
{
public:
    /// `table` is a constant of the program: `person_text`, `ticket_text`.
    WordIndex(Db &db, std::string_view table);

    /// Replaces what is indexed for `row`. Texts are UTF-8 as stored, folded here; nothing is done where they are equal.
    [[nodiscard]] base::Result<> replace(qint64 row, std::string_view before, std::string_view after);
    [[nodiscard]] base::Result<> add(qint64 row, std::string_view text);
    [[nodiscard]] base::Result<> remove(qint64 row, std::string_view text);

    /// Empties the index and fills it from `rows`, a constant SELECT of a row's number and then what `words(row, 1)` reads.
    [[nodiscard]] base::Result<> makeAnew(const std::string &rows, std::string (*words)(const Statement &row, int first));

private:
    Db &m_db;
    std::string m_table;
    Statement m_insert;
    Statement m_delete;
};

} // namespace comptoir::store
