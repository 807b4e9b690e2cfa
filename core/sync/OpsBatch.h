// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "AgeAnchor.h"
#include "OpsMessages.h"
#include "Tuning.h"

#include <map>
#include <set>

namespace comptoir::store {
class Db;
}

namespace comptoir::sync {

/// What is sent next of one scope's outbox.
struct OpsBatch
{
    domain::ScopeId scope;
    std::vector<domain::OperationId> ops;
    QByteArray body;
    bool damaged = false; ///< nothing is sent before what is damaged is set aside (store::mirror::setAsideDamaged)

    /// How many operations of a scope go in one request just now; scopes not named take the most.
    using Limits = std::map<domain::ScopeId, int>;

    /// The first operations of the first scope that has some to send, in the order they were made; nothing if there are none.
    /// An operation waits, and with it all later ones on its entity, while one it depends on has no verdict.
    [[nodiscard]] static base::Result<std::optional<OpsBatch>>
    next(store::Db &db, const std::set<domain::ScopeId> &blocked, const Limits &limits, const Tuning &tuning, const store::AgeAnchor &now);
};

} // namespace comptoir::sync
