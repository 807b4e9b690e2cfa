// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Contact.h"
#include "Db.h"

#include <vector>

namespace comptoir::store {

/// The reading side of the contact table: who was missed, what happened today.
class CallLog
{
public:
    struct Today
    {
        int taken = 0;
        int missed = 0;
    };

    /// Incoming calls since `sinceMs` that nobody took, and that no taken or outgoing call with that number followed; one per number, newest first.
    [[nodiscard]] static base::Result<std::vector<domain::Contact>> missed(Db &db, qint64 sinceMs, int limit);
    [[nodiscard]] static base::Result<Today> since(Db &db, qint64 sinceMs);
    /// The calls that `since` counts, newest first.
    [[nodiscard]] static base::Result<std::vector<domain::Contact>> takenSince(Db &db, qint64 sinceMs, int limit);
    [[nodiscard]] static base::Result<std::vector<domain::Contact>> missedSince(Db &db, qint64 sinceMs, int limit);
};

} // namespace comptoir::store
