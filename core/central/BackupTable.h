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
    /// Forgets backups whose file is gone and sets each scope's backup_seq by the oldest that is left.
    [[nodiscard]] static base::Result<> settle(store::Db &db);
};

} // namespace comptoir::central
