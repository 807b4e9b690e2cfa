// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Asset.h"
#include "Result.h"

#include <QStringList>

#include <optional>

namespace comptoir::central {

/// What one GLPI inventory (JSON, format 1.0) says of a machine, as far as it is used here. Partial ones leave most of it out.
struct InventoryFile
{
    QString deviceId;
    bool partial = false;
    std::optional<domain::AssetKind> kind;
    QString name;
    QString uuid;
    QString serial; ///< empty where the maker left a placeholder
    QString model; ///< with its maker
    QString address; ///< fully qualified name, or address
    std::optional<QStringList> logins; ///< who uses it, the last one first
    QString lastLogin;
    qint64 lastLoginMs = 0; ///< 0 = not told
    std::optional<domain::RemoteAccesses> remote;

    /// Refuses, with the line or the path of the member: what is no JSON, has no `deviceid` or no `content`, is of another action than an
    /// inventory, or holds something else than the format says where it is read; files above 64 MiB.
    [[nodiscard]] static base::Result<InventoryFile> read(const QString &path);
    [[nodiscard]] static base::Result<InventoryFile> parse(const QByteArray &json);
};

} // namespace comptoir::central
