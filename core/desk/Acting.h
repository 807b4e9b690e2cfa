// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "AgeAnchor.h"
#include "DeskParts.h"
#include "Operation.h"
#include "Result.h"

namespace comptoir::store {
class Db;
}

namespace comptoir::desk {

/// Who acts, and when: copied into the transaction that performs the operation, so that nothing of the window's thread is touched there.
struct Acting
{
    domain::OperatorId id;
    QString name;
    domain::GroupId group; ///< their own, as the sign-in told; the copy knows better where it is filled
    bool supervises = false;
    store::AgeAnchor when;

    /// Now, for this desk's operator.
    [[nodiscard]] static Acting now(const DeskParts &parts);

    /// Performs `op` on the mirror: row, timeline and outbox, in the transaction of `db`. The rules are those of op's organisation.
    [[nodiscard]] base::Result<> perform(store::Db &db, const domain::Operation &op) const;
};

/// The operations still on their way here that `entity` comes from (an own person, an own parent ticket): what another must wait for.
[[nodiscard]] base::Result<std::vector<domain::OperationId>> openersOf(store::Db &db, const std::vector<base::Uuid> &entities);

} // namespace comptoir::desk
