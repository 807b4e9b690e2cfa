// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Asset.h"
#include "Contact.h"
#include "Person.h"
#include "Ticket.h"

#include <variant>

namespace comptoir::domain {

/// What a guarded field's version must be for the operation to hold; nothing = never set since the opening.
using Expected = std::optional<OperationId>;

/// Opens a ticket. Of `ticket` counts what an operator writes; id, state, times, priority, versions are the reducer's.
struct TicketOpen { Ticket ticket; };
/// Sets one field (column name) to a value in its text form. Guarded fields carry the version they build on; others are last-writer-wins.
/// Editable: kind, impact, urgency, major, requester, beneficiary, site, asset, category, support_group, channel, summary, description.
struct TicketEdit { QString field; QString value; QString display; ///< display name beside a person's id
    Expected expected; };
struct TicketTag { QStringList add; QStringList remove; };
struct TicketClaim { Expected expected; ///< version of assignee
};
/// To a group, an operator, or both; both none gives the ticket back to nobody.
struct TicketAssign { GroupId group; OperatorId assignee; Expected expectedGroup; Expected expectedAssignee; QString note; };
struct TicketNote { QString text; bool toRequester = false; };
struct TicketWait { WaitReason reason = WaitReason::Requester; qint64 untilMs = 0; QString text; Expected expected; };
struct TicketResume { Expected expected; };
struct TicketResolve { QString code; QString text; Expected expected; };
struct TicketReopen { QString text; Expected expected; };
struct TicketClose { Expected expected; };
struct TicketCancel { QString text; Expected expected; };
struct TicketLink { TicketId parent; QString parentNumber; ///< none unlinks
    Expected expected; };
/// One remote-assistance session, or a try at one: who agreed, how it went.
struct TicketAssist {
    AssetId asset; QString assetName; QString tool; QString target;
    bool agreed = false; ///< the caller said yes
    qint64 agreedMs = 0; ///< when, by the console's clock; informative
    bool started = false; qint64 durationMs = 0; QString outcome; ///< `closed`, `refused`, `unreachable`, `auth_failed`, `not_agreed`, `lost`
};

struct PersonAdd { Person person; };
/// Sets one field (column name) of a person to a value in its text form; last writer wins.
struct PersonEdit { QString field; QString value; };
struct PersonLearnNumber { PhoneNumber number; };
struct PersonUnlearnNumber { QString key; };

/// The contact as it stands (ring, answer, end): written whole each time, by its own device only. Times as wall clock of the console.
struct ContactLog { Contact contact; };
struct ContactWrapUp { qint64 wrapUpMs = 0; IdList<TicketId> tickets; QString note; };

using Payload = std::variant<TicketOpen, TicketEdit, TicketTag, TicketClaim, TicketAssign, TicketNote, TicketWait, TicketResume, TicketResolve,
                             TicketReopen, TicketClose, TicketCancel, TicketLink, TicketAssist, PersonAdd, PersonEdit, PersonLearnNumber,
                             PersonUnlearnNumber, ContactLog, ContactWrapUp>; // in the order of OpKind

} // namespace comptoir::domain
