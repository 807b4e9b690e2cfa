// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Ids.h"
#include "ScopeTable.h"

#include <QStringList>

namespace comptoir::central {

/// The backups that can still be restored: their files are where they were written.
class BackupTable
{
public:
    /// Remembers a backup and how far it reaches in each scope.
    [[nodiscard]] static base::Result<> add(store::Db &db, const QString &path, qint64 atMs, const std::vector<ScopeTable::Row> &scopes);
    /// The files of those that are still there.
    [[nodiscard]] static base::Result<QStringList> paths(store::Db &db);
    /// Remembers files of an earlier life that this one does not know and that could be gone back to: how far they reach with what was done
    /// since is not known, so that they reach nowhere.
    [[nodiscard]] static base::Result<> adopt(store::Db &db, const QStringList &paths, qint64 atMs);
    /// Forgets backups whose file is gone and sets each scope's backup_seq by the one that reaches least far.
    [[nodiscard]] static base::Result<> settle(store::Db &db);
};

} // namespace comptoir::central
