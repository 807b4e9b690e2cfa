// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Durations.h"
#include "Result.h"
#include "TicketPage.h"

namespace comptoir::store {
class Db;
}

namespace comptoir::desk {

/// That long a replaced value is told; later it is history, and stands there.
inline constexpr qint64 kLossToldMs = 7 * base::kDayMs;
/// Settings that begin so say which replaced values the operator has seen.
inline constexpr QStringView kLossKeys = u"loss.";
[[nodiscard]] QString lossKey(domain::OperationId op);

/// A value of this operator's that an earlier one of somebody else replaced, and nobody has looked at it yet.
struct Loss
{
    domain::TicketId ticket;
    QString label; ///< number and summary
    TicketPage::Lost lost;
};

/// All of them, on whatever ticket, oldest first.
[[nodiscard]] base::Result<std::vector<Loss>> openLosses(store::Db &db, domain::OperatorId me, qint64 nowMs);

} // namespace comptoir::desk
