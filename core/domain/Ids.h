// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Id.h"

namespace comptoir::domain {

using OperationId = base::Id<struct OperationTag>;
using OrganisationId = base::Id<struct OrganisationTag>;
using SiteId = base::Id<struct SiteTag>;
using PersonId = base::Id<struct PersonTag>;
using AssetId = base::Id<struct AssetTag>;
using OperatorId = base::Id<struct OperatorTag>;
using GroupId = base::Id<struct GroupTag>;
using CategoryId = base::Id<struct CategoryTag>;
using ContactId = base::Id<struct ContactTag>;
using TicketId = base::Id<struct TicketTag>;
using DeviceId = base::Id<struct DeviceTag>;
using AttachmentId = base::Id<struct AttachmentTag>;
using ErasureId = base::Id<struct ErasureTag>;

/// The partition of data, rights and synchronisation: nil is the `shared` scope, anything else has the id of its organisation.
using ScopeId = base::Id<struct ScopeTag>;

[[nodiscard]] inline ScopeId scopeOf(OrganisationId organisation)
{
    return ScopeId{organisation.value};
}

/// What an operation is about: a ticket, a person or a contact, by the kind of the operation.
using EntityId = base::Id<struct EntityTag>;

} // namespace comptoir::domain
