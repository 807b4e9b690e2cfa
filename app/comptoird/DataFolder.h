// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "PrivateFile.h"
#include "Store.h"

namespace comptoir::service {

/// Where a service keeps everything: its database, unless that is a server's, and the socket other commands reach it by.
class DataFolder
{
public:
    /// `path`, or where it is empty systemd's `$STATE_DIRECTORY`, or `$XDG_DATA_HOME/comptoird`.
    /// `backend` is the database that takes the place of the file in it.
    /// `ledger` is the folder of what is kept outside such a database; without it, that is kept in the data folder.
    /// `fence` is the file that says how far the database had come, where it is not to lie with the rest of what is outside.
    explicit DataFolder(const QString &path, std::shared_ptr<store::Backend> backend = {}, const QString &ledger = {},
                        const QString &fence = {});

    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] QString database() const { return m_path + QStringLiteral("/comptoir.db"); }
    /// What is kept outside the database lies beside this path: the ledger of erasures, the ends of the audit, the fence.
    [[nodiscard]] QString outside() const;
    /// How far the database had come when it was last looked at (central::Fence).
    [[nodiscard]] QString fence() const;
    /// Whether it is said where the ledger of erasures is; a file's is beside it.
    [[nodiscard]] bool hasLedger() const { return !m_backend || !m_ledger.isEmpty(); }
    [[nodiscard]] QString socket() const { return m_path + QStringLiteral("/comptoird.sock"); }
    /// The database of a server, where there is one: several processes work on it at once, and no command asks another for it.
    [[nodiscard]] const std::shared_ptr<store::Backend> &backend() const { return m_backend; }
    /// Resource folder of the migrations.
    [[nodiscard]] static QString migrations() { return QStringLiteral(":/sql/central"); }
    /// What to do where there is no database yet: a command that only reads must not make an empty one of a mistyped path.
    enum class Missing { Make, Refuse };
    /// Holds the folder as the one service that works in it; open() does that by itself where the database is a file. Makes the folder.
    [[nodiscard]] base::Result<store::FileLock> hold() const;
    /// Makes the folder (0700) where need be, opens and migrates the database; where the fence says it is an older one, in a new life. Locked
    /// while another process works on it, NotFound for a database that is not there and not to be made. Futures of the store finish through `post`, where there is one.
    [[nodiscard]] base::Result<std::unique_ptr<store::Store>> open(bool threads, Missing missing = Missing::Make,
                                                                   store::Store::Post post = {}) const;

private:
    [[nodiscard]] base::Result<> make() const;
    [[nodiscard]] base::Result<std::unique_ptr<store::Store>> openServer(store::Store::Config config) const;
    /// Before anybody is served from a server: an older database that was put there begins a new life, and brings back nobody who was erased.
    [[nodiscard]] base::Result<> settle(store::Store::Config config) const;

    QString m_path;
    std::shared_ptr<store::Backend> m_backend;
    QString m_ledger;
    QString m_fence;
};

} // namespace comptoir::service
