// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "AttachmentList.h"

namespace comptoir::desk {

/// A file beside a ticket that stands at the service alone.
struct ArchivedFile
{
    domain::ScopeId scope;
    domain::TicketId ticket;
    AttachmentLine line;
};

} // namespace comptoir::desk
