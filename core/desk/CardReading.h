// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CallerCard.h"
#include "Result.h"

#include <limits>

namespace comptoir::store {
class Db;
}

namespace comptoir::desk {

class Catalogue;

/// What is known when a card is asked for.
struct CardQuestion
{
    domain::ContactId contact;
    domain::CallerNumber number;
    QString callerName; ///< what the telephone displays; a hint
    domain::PersonId confirmed; ///< the operator said who it is
    /// When it rang: what was logged or written since is no evidence of who rang.
    qint64 rangMs = std::numeric_limits<qint64>::max();
    qint64 nowMs = 0;
};

/// Who may be calling and what stands around the likeliest of them, in one snapshot. Names of places come later (nameCandidates).
[[nodiscard]] base::Result<CallerCard> readCard(store::Db &db, const CardQuestion &question);

/// Puts the names of organisations and sites to the candidates.
void nameCandidates(CallerCard &card, const Catalogue &catalogue);

/// The likeliest candidate is sure enough to be written as the caller.
[[nodiscard]] bool isSure(const CallerCard &card);

} // namespace comptoir::desk
