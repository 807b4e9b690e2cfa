// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Ids.h"
#include "Result.h"

#include <vector>

namespace comptoir::central {

/// Who was erased, kept outside the database so that no older copy of it brings them back: a file beside it (0600) that only grows, a line
/// each, `UUID milliseconds`. It holds ids alone.
class ErasureLedger
{
public:
    struct Line
    {
        domain::PersonId person;
        qint64 atMs = 0;
    };

    /// The ledger of that database's file.
    explicit ErasureLedger(const QString &database);

    /// On the disk when it returns, the entry of the folder with it.
    [[nodiscard]] base::Result<> append(const Line &line) const;
    /// In the order they were written; nothing where there is no ledger. A last line cut short by a loss of power counts as not written;
    /// anything else that is no line of it is Corrupt.
    [[nodiscard]] base::Result<std::vector<Line>> read() const;
    [[nodiscard]] QString path() const { return m_path; }

private:
    QString m_path;
};

} // namespace comptoir::central
