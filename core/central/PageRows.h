// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Db.h"
#include "Ids.h"
#include "PageWriter.h"

#include <string>
#include <vector>

namespace comptoir::central {

/// The seqs of a scope's rows that are read for a page.
struct PageRange
{
    domain::ScopeId scope;
    qint64 from = 0; ///< exclusive
    qint64 to = 0; ///< inclusive
    bool older = false; ///< for a console that knows no files attached to tickets
};

/// One table that consoles mirror, with the SQL that follows from its fields.
struct PageTable
{
    std::string name;
    const std::vector<std::string> *header; ///< `seq:i` first
    std::string rows; ///< parameters: scope, from, to
    std::string
        olderRows; ///< the same for an older console: the line of history that names a file is a note there, for it could not read it
};

/// All tables of the feed, in the order consoles take them in.
[[nodiscard]] const std::vector<PageTable> &pageTables();

/// Writes the rows of one table straight from the database into the page. False where the page has outgrown `mostBytes`: it is unfinished then.
[[nodiscard]] base::Result<bool> writeRows(store::Db &db, const PageTable &table, const PageRange &range, qsizetype mostBytes,
                                           wire::PageWriter &page);

/// The seq after which `rows` rows and tombstones stand beyond `from`; nothing where there are fewer.
[[nodiscard]] base::Result<std::optional<qint64>> seqAfter(store::Db &db, domain::ScopeId scope, qint64 from, int rows);

} // namespace comptoir::central
