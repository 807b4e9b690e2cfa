// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Db.h"

namespace comptoir::store {

/// Brings a database to the newest schema by numbered SQL files, `NNNN_what.sql` from 0001 on without a gap.
/// The database tells how far it is (Connection::schema()). A released file is never edited.
///
/// A program may be rolled back: a file whose changes an older program need not know says so in its leading comment, `-- usable-from: N`, N being
/// the oldest schema whose programs may go on writing (an index, a table or a column with a default that older programs leave alone; never
/// something that every writer must keep up). The database carries the answer for the whole of it.
class Migrations
{
public:
    /// Reads the names in `folder` (`:/sql/console`). Invalid for a gap or a wrong name.
    [[nodiscard]] static base::Result<Migrations> in(const QString &folder);

    /// Runs what is missing, one transaction each: a file that fails leaves the database as it was.
    /// TooNew, in plain words, where a newer program has written it and this one cannot go on with it.
    [[nodiscard]] base::Result<> apply(Db &db) const;
    [[nodiscard]] int newest() const { return static_cast<int>(m_files.size()); }

private:
    struct File
    {
        QString path;
        QByteArray script;
        int usableFrom = 0; ///< the oldest schema whose programs may work on the database after it
    };

    [[nodiscard]] base::Result<> applyOne(Db &db, int version, int usableFrom) const;

    std::vector<File> m_files;
};

} // namespace comptoir::store
