// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "OpsMessages.h"
#include "RowTable.h"

#include <map>
#include <memory>

namespace comptoir::wire {

/// How far a console has come in a scope. Another generation than the service's means: start over.
struct Cursor
{
    qint64 generation = 0;
    qint64 seq = 0;

    bool operator==(const Cursor &) const = default;
};

/// `POST /v1/changes`.
struct ChangesRequest
{
    QByteArray epoch; ///< empty before the first contact
    std::map<domain::ScopeId, Cursor> cursors;
    int limit = 0; ///< rows wanted at most over all scopes; 0 leaves it to the service
    domain::DeviceId device;
    std::vector<QByteArray> tables; ///< the digests are to cover these; none: no digest is told

    [[nodiscard]] QByteArray encode() const;
    [[nodiscard]] static base::Result<ChangesRequest> decode(QByteArrayView json);
};

/// An entity that is no more (or no more in this scope).
struct Gone
{
    QByteArray table;
    base::Uuid id;
    qint64 seq = 0;

    bool operator==(const Gone &) const = default;
};

/// The rows of one scope after `from`, up to `to`. To be applied only where `from` is the cursor.
struct ScopePage
{
    domain::ScopeId scope;
    qint64 generation = 0;
    qint64 from = 0;
    qint64 to = 0;
    qint64 backupSeq = 0; ///< everything up to here stands in the oldest restorable backup
    bool complete = false; ///< nothing more beyond `to` just now
    std::vector<RowTable> tables;
    std::vector<Gone> gone;
    std::vector<Verdict> results; ///< on this device's own operations in the range
    QByteArray digest; ///< of the asked tables of the whole scope up to `to`, where complete (Digest.h); empty = not told
};

/// The answer to a ChangesRequest. Text cells point into `text`: they live as long as the reply (or a copy of `text`).
struct ChangesReply
{
    QByteArray epoch;
    std::vector<ScopePage> pages;
    std::vector<domain::ScopeId> drop; ///< no longer granted
    std::shared_ptr<const void> text;

    [[nodiscard]] static base::Result<ChangesReply> decode(QByteArrayView json);
};

/// Assembles a reply of pages made by PageWriter::finish().
[[nodiscard]] QByteArray encodeChangesReply(const QByteArray &epoch, const std::vector<QByteArray> &pages,
                                            const std::vector<domain::ScopeId> &drop);

} // namespace comptoir::wire
