// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Db.h"

namespace comptoir::store {

/// Brings a database to the newest schema by numbered SQL files, `NNNN_what.sql` from 0001 on without a gap.
/// `PRAGMA user_version` tells how far it is. A released file is never edited.
class Migrations
{
public:
    /// Reads the names in `folder` (`:/sql/console`). Invalid for a gap or a wrong name.
    [[nodiscard]] static base::Result<Migrations> in(const QString &folder);

    /// Runs what is missing, one transaction each: a file that fails leaves the database as it was.
    /// TooNew, in plain words, where a newer program has written it.
    [[nodiscard]] base::Result<> apply(Db &db) const;
    [[nodiscard]] int newest() const { return static_cast<int>(m_files.size()); }

private:
    QStringList m_files;
};

} // namespace comptoir::store
