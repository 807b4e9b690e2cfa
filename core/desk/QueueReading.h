// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "DeskSession.h"
#include "QueueFilter.h"
#include "TicketQueue.h"

namespace comptoir::desk {

class Catalogue;

/// "Due soon" begins this long before the target.
inline constexpr qint64 kDueSoonMs = qint64(2) * 3600 * 1000;

/// The filter as conditions on the ticket table, seen by this operator (whose groups are `groups`) at `nowMs`.
[[nodiscard]] store::TicketConditions conditionsOf(const QueueFilter &filter, const DeskSession &session,
                                                   const std::vector<domain::GroupId> &groups, qint64 nowMs);

[[nodiscard]] store::TicketOrder orderOf(QueueOrder order);

/// The row as the table shows it, names from the catalogue.
[[nodiscard]] QueueRow rowOf(const store::TicketLine &line, const Catalogue &catalogue);

} // namespace comptoir::desk
