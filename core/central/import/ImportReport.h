// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <limits>
#include <vector>

namespace comptoir::central {

/// A row that was not taken in, and why.
struct RefusedRow
{
    QString source; ///< a file; empty where there is only one
    qint64 line = 0;
    QString reason;
};

/// What became of things of one kind.
struct ImportCount
{
    qint64 added = 0;
    qint64 changed = 0;
    qint64 unchanged = 0;

    [[nodiscard]] qint64 sum() const { return added + changed + unchanged; }
};

/// Rows refused, and remarks worth a look (duplicates, rows left alone).
struct ImportReport
{
    std::vector<RefusedRow> refused;
    std::vector<RefusedRow> remarks;

    /// One line each, as the report file has them; empty where there is nothing to tell. Lines beyond `most` characters are only counted.
    [[nodiscard]] QString toText(qsizetype most = std::numeric_limits<qsizetype>::max()) const;
};

} // namespace comptoir::central
