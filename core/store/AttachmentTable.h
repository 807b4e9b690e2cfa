// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Attachment.h"
#include "TableWriter.h"

namespace comptoir::store {

/// The files attached to tickets, without their bytes. One with seq 0 was attached here and has not come back from the service yet.
class AttachmentTable : public EntityTable<domain::Attachment>
{
public:
    /// Oldest first.
    [[nodiscard]] static base::Result<std::vector<Stored>> of(Db &db, domain::TicketId ticket);
    /// Writes one attached here; one the service has sent is never overwritten.
    [[nodiscard]] static base::Result<> putPending(Db &db, const domain::Attachment &attachment);
    /// Takes the one out that an operation made here has made known and that never came back.
    [[nodiscard]] static base::Result<> removePending(Db &db, domain::OperationId op);
};

} // namespace comptoir::store
