// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ArchiveSource.h"

#include <QObject>

namespace comptoir::sync {
class Transport;
}

namespace comptoir::net {

/// Asks the service for tickets that no console keeps, over the transport of the signed-in operator, beside the sync and not in its turn. What was
/// not an answer is told as an Error: Network and Timeout, Auth (401), Forbidden (403), NotFound (404), Busy (429, 502 to 504), Protocol.
class HttpArchive : public desk::ArchiveSource
{
public:
    /// The transport outlives it.
    explicit HttpArchive(sync::Transport &transport) : m_transport(transport) {}

    [[nodiscard]] QFuture<base::Result<std::vector<domain::Ticket>>> search(const QString &text, int limit) override;
    [[nodiscard]] QFuture<base::Result<desk::ArchivedTicket>> ticket(domain::ScopeId scope, domain::TicketId id) override;
    [[nodiscard]] QFuture<base::Result<QByteArray>> piece(domain::ScopeId scope, domain::TicketId ticket, domain::AttachmentId file,
                                                          qint64 at) override;

private:
    sync::Transport &m_transport;
    QObject m_context; ///< answers that come after its end go nowhere
};

} // namespace comptoir::net
