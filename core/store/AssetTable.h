// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Asset.h"
#include "TableWriter.h"

namespace comptoir::store {

/// Keeps who uses what beside the assets' rows.
class AssetUpkeep
{
public:
    static constexpr std::string_view columns = ",users";
    explicit AssetUpkeep(Db &db);
    [[nodiscard]] base::Result<> inserted(qint64 row, const RowCells<domain::Asset> &cells);
    [[nodiscard]] base::Result<> replacing(qint64 row, const Statement &old, int first, const RowCells<domain::Asset> &cells);
    [[nodiscard]] base::Result<> removing(qint64 row, const base::Uuid &id, const Statement &old, int first);

private:
    [[nodiscard]] base::Result<> forEachUser(Statement &change, const base::Uuid &asset, std::string_view users);

    Statement m_add;
    Statement m_remove;
};

using AssetWriter = TableWriter<domain::Asset, AssetUpkeep>;

/// Machines and applications, and who uses them (`asset_user`).
class AssetTable : public EntityTable<domain::Asset>
{
public:
    [[nodiscard]] static base::Result<> put(Db &db, const domain::Asset &asset, qint64 seq);
    [[nodiscard]] static base::Result<> remove(Db &db, const base::Uuid &id);
    /// What this person uses, workstations they are the main user of first; at most 50.
    [[nodiscard]] static base::Result<std::vector<domain::Asset>> usedBy(Db &db, domain::PersonId person);
    /// The machines this account was last seen on, latest first; at most 20.
    [[nodiscard]] static base::Result<std::vector<domain::Asset>> lastUsedBy(Db &db, const QString &login);
};

} // namespace comptoir::store
