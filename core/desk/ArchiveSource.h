// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Attachment.h"
#include "Result.h"
#include "Ticket.h"
#include "TimelineEntry.h"

#include <QFuture>

#include <vector>

namespace comptoir::desk {

/// A ticket as the service has it, with all that hangs on it.
struct ArchivedTicket
{
    struct Line
    {
        domain::TimelineEntry entry;
        qint64 seq = 0; ///< its place in the service's order
    };

    domain::Ticket ticket;
    std::vector<Line> timeline; ///< in any order
    std::vector<domain::Attachment> files;
};

/// Where tickets are that no console keeps any more: the service. All ask at once, and keep nothing.
class ArchiveSource
{
public:
    virtual ~ArchiveSource() = default;

    /// Tickets found by their number or by words; at most `limit`, in any order.
    [[nodiscard]] virtual QFuture<base::Result<std::vector<domain::Ticket>>> search(const QString &text, int limit) = 0;
    /// NotFound where there is none, or none that this operator may see.
    [[nodiscard]] virtual QFuture<base::Result<ArchivedTicket>> ticket(domain::ScopeId scope, domain::TicketId id) = 0;
    /// Bytes of a file from `at` on, kMostPieceBytes or less; from 0 it may be the whole file. NotFound where the service does not have it.
    [[nodiscard]] virtual QFuture<base::Result<QByteArray>> piece(domain::ScopeId scope, domain::TicketId ticket, domain::AttachmentId file,
                                                                  qint64 at) = 0;
};

} // namespace comptoir::desk
