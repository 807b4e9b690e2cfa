// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Apply.h"
#include "Random.h"

namespace comptoir::tests {

/// An id that is told apart by a small number.
template <class IdType = base::Uuid>
[[nodiscard]] IdType sampleId(quint64 n)
{
    base::Uuid id;
    for (size_t at = 0; at < 8; ++at) {
        id.bytes[15 - at] = static_cast<quint8>(n >> (8 * at));
    }
    if constexpr (std::is_same_v<IdType, base::Uuid>) {
        return id;
    } else {
        return IdType{id};
    }
}

inline const auto kOrganisation = sampleId<domain::OrganisationId>(0xA0);
inline const auto kMe = sampleId<domain::OperatorId>(0xB0);
inline const auto kOther = sampleId<domain::OperatorId>(0xB1);
inline constexpr qint64 kOpenedMs = 1'700'000'000'000;

[[nodiscard]] domain::ApplyContext contextOf(domain::OperatorId actor = kMe, qint64 atMs = kOpenedMs + 60'000);
/// What an operator writes of a new ticket.
[[nodiscard]] domain::Ticket writtenTicket();
/// An opening operation with its id and entity alike.
[[nodiscard]] domain::Operation opening(quint64 id, const domain::Ticket &ticket = writtenTicket());
/// A ticket of id 1 that stands in `state`, nothing of it ever set since.
[[nodiscard]] domain::Ticket standingTicket(domain::TicketState state = domain::TicketState::New);
/// An operation of id `id` on the ticket (person, contact) of id `entity`.
[[nodiscard]] domain::Operation operation(quint64 id, domain::Payload payload, quint64 entity = 1);
/// The plainest payload of a kind that a suitable state accepts; expects fields never set since the opening.
[[nodiscard]] domain::Payload plainPayload(domain::OpKind kind);
/// Any payload of a ticket's kind, good or bad, with versions drawn from `setters`.
[[nodiscard]] domain::Payload drawnPayload(base::Random &random, const std::vector<domain::OperationId> &setters);

} // namespace comptoir::tests
