// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CallerCard.h"
#include "Result.h"

namespace comptoir::store {
class Db;
}

namespace comptoir::desk {

/// An open ticket that a ticket being written may be about again.
struct LookAlike
{
    enum class Why { Requester, Asset, Words };

    CardTicket ticket;
    Why why = Why::Words;

    bool operator==(const LookAlike &) const = default;
};

/// Open tickets of the last two weeks by the same requester or about the same equipment, and those of the organisation that share words with
/// the summary; at most `limit`, the likeliest first. A hint, never a rule.
[[nodiscard]] base::Result<std::vector<LookAlike>> readLookAlikes(store::Db &db, const domain::Ticket &written, qint64 nowMs, int limit);

/// The words of a summary that say what it is about, folded and cut to their stems; no little words.
[[nodiscard]] QStringList stemsOf(QStringView summary);

} // namespace comptoir::desk
