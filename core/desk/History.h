// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "TicketPage.h"

namespace comptoir::desk {

/// An entry of a ticket's history with its place in the service's order; 0 = made here and not confirmed, thus after all others.
struct OrderedEntry
{
    domain::TimelineEntry entry;
    qint64 seq = 0;
};

/// From the order of time to the order shown: by time, but never a change of a field before one that it replaced. What was written before
/// another change of the same field and reached the service after it is `late` and stands behind it.
[[nodiscard]] std::vector<TicketPage::Line> historyOf(std::vector<OrderedEntry> byTime);

/// The values of this operator that somebody else's earlier ones replaced, and that still do not stand.
[[nodiscard]] std::vector<TicketPage::Lost> lostBy(domain::OperatorId me, const std::vector<OrderedEntry> &entries);

} // namespace comptoir::desk
