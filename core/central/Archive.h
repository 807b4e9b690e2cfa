// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Fault.h"
#include "Ids.h"
#include "PackedPage.h"
#include "Store.h"

namespace comptoir::base {
class Clock;
} // namespace comptoir::base

namespace comptoir::central {

/// Tickets closed long ago: puts them away, so that consoles need not keep them, and shows them to who asks (docs/window.md).
class Archive
{
public:
    struct Parts
    {
        store::Store &store;
        const base::Clock &clock;
    };

    explicit Archive(const Parts &parts) : m_parts(parts) {}

    /// A round: puts away what was closed and last touched longer than `keepMs` ago. How many tickets.
    [[nodiscard]] QFuture<base::Result<qint64>> putAway(qint64 keepMs);
    /// The same for so many months of the calendar; 0: nothing is put away.
    [[nodiscard]] QFuture<base::Result<qint64>> putAwayAfter(int months);

    // Bodies are JSON as they arrived (wire::ArchiveSearch); packed where the console takes zstd and it pays.
    /// Tickets found by their number or by words, as a page of `ticket` for each scope that has some.
    [[nodiscard]] QFuture<Answer<PackedPage>> search(const QByteArray &token, const QByteArray &body, bool mayPack);
    /// A ticket with its history and files, put away or not; 404 where there is none that who asks may see.
    [[nodiscard]] QFuture<Answer<PackedPage>> ticket(const QByteArray &token, domain::ScopeId scope, domain::TicketId ticket, bool mayPack);

private:
    Parts m_parts;
};

} // namespace comptoir::central
