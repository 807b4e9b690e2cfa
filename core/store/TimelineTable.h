// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "TableWriter.h"
#include "TimelineEntry.h"

namespace comptoir::store {

using TimelineWriter = TableWriter<domain::TimelineEntry, NoUpkeep<domain::TimelineEntry>>;

/// The history of tickets. An entry with seq 0 was made here and has not come back from the service yet.
class TimelineTable : public EntityTable<domain::TimelineEntry>
{
public:
    /// Oldest first.
    [[nodiscard]] static base::Result<std::vector<Stored>> of(Db &db, domain::TicketId ticket);
    /// The tickets that `me` edited between those two times (by the ids, as this device's clock stood) and on which the service took something
    /// of somebody else's, done before, after that edit; at most `limit`.
    [[nodiscard]] static base::Result<std::vector<domain::TicketId>> overtaken(Db &db, domain::OperatorId me, qint64 fromMs, qint64 untilMs,
                                                                               int limit);
    /// Writes an entry made here; one the service has sent is never overwritten.
    [[nodiscard]] static base::Result<> putPending(Db &db, const domain::TimelineEntry &entry);
    /// Takes an entry out that was made here and never came back.
    [[nodiscard]] static base::Result<> removePending(Db &db, domain::OperationId op);
};

} // namespace comptoir::store
