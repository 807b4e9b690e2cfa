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
    /// Makes the folder (0700), opens and migrates the database. Locked while another process works on it.
    [[nodiscard]] base::Result<std::unique_ptr<store::Store>> open(bool threads) const;

private:
    QString m_path;
};

} // namespace comptoir::service
