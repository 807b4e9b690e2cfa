// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Db.h"
#include "References.h"

#include <functional>

namespace comptoir::store {

/// The reducer with what it cannot know by itself: whether what the entity comes to name is there. The console, its rebase and the service
/// all reduce through here, so that none writes what another refuses.
namespace reduction {

/// Whether rows of a scope may be seen by who acts. None on a console: its mirror holds nothing else, but may lack old rows, so that there
/// what is not here passes, and only what is known to be wrong is refused.
using Visible = std::function<base::Result<bool>(domain::ScopeId)>;

/// The first of `named` that may not be named by `op`. People, places and machines may be of any scope that is visible (somebody of one
/// organisation asks for another); a parent ticket lives in the scope of `op` and does not hang on its entity.
[[nodiscard]] base::Result<std::optional<domain::Refusal>> fault(Db &db, const domain::Operation &op,
                                                                 const std::vector<domain::Reference> &named, const Visible &visible);

/// What `op` makes of `state`.
template <class T>
[[nodiscard]] base::Result<domain::Applied<T>> reduce(Db &db, const domain::Operation &op, const std::optional<T> &state,
                                                      const domain::ApplyContext &context, const Visible &visible = {})
{
    domain::Applied<T> outcome = domain::apply(op, state, context);
    if (!outcome || outcome->noop) {
        return outcome;
    }
    return fault(db, op, domain::namedAnew(state, outcome->state), visible).map([&](const std::optional<domain::Refusal> &refusal) {
        return refusal ? domain::Applied<T>(tl::unexpected(*refusal)) : std::move(outcome);
    });
}

} // namespace reduction

} // namespace comptoir::store
