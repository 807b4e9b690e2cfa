// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Db.h"
#include "Ids.h"

namespace comptoir::central {

/// Who did what to accounts, rights and the database. Append-only: each row carries the SHA-256 of the row before and itself.
class AuditTable
{
public:
    struct Entry
    {
        qint64 atMs = 0;
        domain::OperatorId actor; ///< none: somebody at the machine, or not signed in
        QString action; ///< `sign_in`, `grant`, …
        QString subject; ///< an id
        QString detail; ///< codes and counts; nothing somebody typed
    };

    /// The chain as far as it was read.
    struct Chain
    {
        qint64 entries = 0;
        QByteArray head; ///< digest of the newest entry: kept elsewhere, it shows a cut tail
    };

    [[nodiscard]] static base::Result<> append(store::Db &db, const Entry &entry);
    /// Recomputes the chain; Corrupt at the first row that does not fit.
    [[nodiscard]] static base::Result<Chain> verify(store::Db &db);
};

} // namespace comptoir::central
