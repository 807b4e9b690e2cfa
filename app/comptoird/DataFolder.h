// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Store.h"

namespace comptoir::service {

/// Where a service keeps everything: its database and the socket other commands reach it by.
class DataFolder
{
public:
    /// `path`, or where it is empty systemd's `$STATE_DIRECTORY`, or `$XDG_DATA_HOME/comptoird`.
    explicit DataFolder(const QString &path);

    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] QString database() const { return m_path + QStringLiteral("/comptoir.db"); }
    [[nodiscard]] QString socket() const { return m_path + QStringLiteral("/comptoird.sock"); }
    /// Resource folder of the migrations.
    [[nodiscard]] static QString migrations() { return QStringLiteral(":/sql/central"); }
    /// What to do where there is no database yet: a command that only reads must not make an empty one of a mistyped path.
    enum class Missing { Make, Refuse };
    /// Makes the folder (0700) where need be, opens and migrates the database. Locked while another process works on it, NotFound for a
    /// database that is not there and not to be made. Futures of the store finish through `post`, where there is one.
    [[nodiscard]] base::Result<std::unique_ptr<store::Store>> open(bool threads, Missing missing = Missing::Make,
                                                                   store::Store::Post post = {}) const;

private:
    QString m_path;
};

} // namespace comptoir::service
