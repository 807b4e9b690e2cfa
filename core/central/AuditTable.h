// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Db.h"
#include "Ids.h"

namespace comptoir::central {

/// Who did what to accounts, rights and the database. Append-only: each row carries the SHA-256 of the row before and itself,
/// and how far it reaches is kept apart. There is no secret in it: who writes the file with care can make another that fits; only a digest
/// kept elsewhere shows that.
class AuditTable
{
public:
    /// Entries verified in one read: it may hold a reader for a few milliseconds.
    static constexpr int kAuditTurn = 5000;

    struct Entry
    {
        qint64 atMs = 0;
        domain::OperatorId actor; ///< none: somebody at the machine, or not signed in
        QString action; ///< `sign_in`, `grant`, …
        QString subject; ///< an id
        QString detail; ///< codes and counts; nothing somebody typed
    };

    /// The chain as far as it was read; where to go on from.
    struct Chain
    {
        qint64 entries = 0;
        qint64 no = 0; ///< of the newest entry read
        bool isWhole = false; ///< nothing came after it
        QByteArray head; ///< digest of the newest entry: kept elsewhere, it shows a cut tail
    };

    [[nodiscard]] static base::Result<> append(store::Db &db, const Entry &entry);
    /// Recomputes the chain behind `read`, at most `most` entries of it; Corrupt at the first row that does not fit, and where the end is
    /// not there any more.
    [[nodiscard]] static base::Result<Chain> verify(store::Db &db, Chain read, int most = kAuditTurn);
};

} // namespace comptoir::central
