// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Db.h"
#include "Planted.h"
#include "References.h"

#include <functional>

namespace comptoir::store {

/// The reducer with what it cannot know by itself: whether what the entity comes to name is there. The console, its rebase and the service
/// all reduce through here, so that none writes what another refuses.
namespace reduction {

/// What the service knows of rights. None on a console: its mirror holds nothing else than what may be seen, but may lack old rows, so that
/// there what is not here passes, and only what is known to be wrong is refused.
struct Rights
{
    std::function<base::Result<bool>(domain::ScopeId)> visible; ///< whether who acts may see rows of the scope
    std::function<base::Result<bool>(domain::OperatorId, domain::ScopeId)>
        assignable; ///< whether tickets of the scope may be given to them
};

/// Where the rows are that an operation names, for whoever keeps some of them in memory.
struct Places
{
    /// The scope of a row; nothing where there is none.
    std::function<base::Result<std::optional<domain::ScopeId>>(const domain::Reference &)> scopeOf;
    /// Before tickets are read by the way they hang on each other: those that are kept are written.
    std::function<base::Result<>()> settled;
};

/// The scope of the row that is named; nothing where there is none.
[[nodiscard]] base::Result<std::optional<domain::ScopeId>> scopeOf(Db &db, const domain::Reference &reference);

/// The first of `named` that may not be named by `op`. People, places and machines may be of any scope that is visible (somebody of one
/// organisation asks for another); an assignee is assignable in the scope of `op`; a parent ticket lives in the scope of `op` and does not hang on its entity.
[[nodiscard]] base::Result<std::optional<domain::Refusal>>
fault(Db &db, const domain::Operation &op, const std::vector<domain::Reference> &named, const Rights &rights, const Places &places = {});

/// What `op` makes of `state`.
template <class T>
[[nodiscard]] base::Result<domain::Applied<T>> reduce(Db &db, const domain::Operation &op, const std::optional<T> &state,
                                                      const domain::ApplyContext &context, const Rights &rights = {},
                                                      const Places &places = {})
{
    domain::Applied<T> outcome = domain::apply(op, state, context);
    if (!outcome || outcome->noop) {
        return outcome;
    }
    return fault(db, op, domain::namedAnew(state, outcome->state), rights, places).map([&](const std::optional<domain::Refusal> &refusal) {
        return refusal ? domain::Applied<T>(tl::unexpected(*refusal)) : std::move(outcome);
    });
}

/// Where that bug is planted: what `before` was expected with is expected still.
template <class T>
void keepVersions(const std::optional<T> &before, T &after)
{
    if constexpr (requires { after.versions; }) {
        if (before && base::isPlanted(base::Plant::SecondEditRefused)) {
            after.versions = before->versions;
        }
    }
}

} // namespace reduction

} // namespace comptoir::store
