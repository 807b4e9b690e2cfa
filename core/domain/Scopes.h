// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Ids.h"

namespace comptoir::domain {

/// The restricted part of an organisation (tickets about staff, say): a scope of its own, so that it is granted, fetched and taken away by
/// itself. Only tickets live there; people, calls, places and machines stay in the organisation's common part.
[[nodiscard]] inline ScopeId restrictedScopeOf(OrganisationId organisation)
{
    // Its id follows from the organisation's and back: no table has to tell, on a console that knows neither yet.
    static const base::Uuid mask = base::Uuid::fromName("restricted");
    ScopeId out{organisation.value};
    for (std::size_t at = 0; at < out.value.bytes.size() && !organisation.isNull(); ++at) {
        out.value.bytes[at] = static_cast<quint8>(out.value.bytes[at] ^ mask.bytes[at]);
    }
    return out;
}

/// Whose part a scope is if it is a restricted one.
[[nodiscard]] inline OrganisationId organisationIfRestricted(ScopeId scope)
{
    return OrganisationId{restrictedScopeOf(OrganisationId{scope.value}).value};
}

[[nodiscard]] inline bool isRestricted(ScopeId scope, OrganisationId organisation)
{
    return !organisation.isNull() && scope == restrictedScopeOf(organisation);
}

/// The scope of the same part, common or restricted, in an organisation.
[[nodiscard]] inline ScopeId scopeIn(OrganisationId organisation, bool restricted)
{
    return restricted ? restrictedScopeOf(organisation) : scopeOf(organisation);
}

} // namespace comptoir::domain
