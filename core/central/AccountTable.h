// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Db.h"
#include "Directory.h"

#include <optional>
#include <vector>

namespace comptoir::central {

/// Who may sign in. Name, role and whether they are still active stand in the operator's row.
class AccountTable
{
public:
    struct Row
    {
        domain::OperatorId operatorId;
        QByteArray password; ///< argon2id hash
    };

    /// A login as it is compared: without regard to case and to the forms of Unicode.
    [[nodiscard]] static QString key(const QString &login);
    [[nodiscard]] static base::Result<std::optional<Row>> find(store::Db &db, const QString &login);
    /// Inserts or gives a new password.
    [[nodiscard]] static base::Result<> put(store::Db &db, const QString &login, const Row &row, qint64 nowMs);
    /// The operators who may sign in, by login.
    [[nodiscard]] static base::Result<std::vector<domain::Operator>> all(store::Db &db);
};

} // namespace comptoir::central
