// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "AuditTable.h"

#include <QByteArrayList>

class QIODevice;

namespace comptoir::central {

/// A part of one chain as JSON Lines, that tells by itself whether it is as it was written: what the chain begins behind, the entries with their
/// digests, and the SHA-256 of all of it. Without personal values.
class AuditExport
{
public:
    struct Range
    {
        domain::ScopeId chain;
        qint64 fromMs = 0; ///< from the first entry that is not older …
        qint64 toMs = 0; ///< … to the last one that is older than this
    };

    struct Told
    {
        qint64 entries = 0;
        qint64 from = 0; ///< number of the first
        qint64 no = 0; ///< of the last
        QByteArray head; ///< the last one's digest
        QByteArray sum; ///< SHA-256 of the lines before the last
    };

    /// Corrupt where the chain does not fit.
    [[nodiscard]] static base::Result<Told> write(store::Db &db, const Range &range, QIODevice &out);
    /// Reckons a file again: Corrupt, naming the line, where it is not what was written, or not whole.
    [[nodiscard]] static base::Result<Told> verify(QIODevice &in);
};

} // namespace comptoir::central
