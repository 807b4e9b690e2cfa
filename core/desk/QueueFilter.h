// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Ids.h"
#include "Ticket.h"

#include <QMetaType>

namespace comptoir::desk {

/// Which tickets a queue shows. All set conditions hold together. Open tickets only, unless `state` or `closedToo` says otherwise.
struct QueueFilter
{
    bool mine = false; ///< assigned to this operator
    bool myGroups = false; ///< of this operator's groups
    bool unassigned = false;
    bool dueSoon = false; ///< next target within two hours, not yet breached
    bool breached = false;
    bool major = false;
    bool pendingHere = false; ///< with operations the service has not confirmed
    bool closedToo = false;
    std::optional<domain::TicketState> state;
    std::optional<domain::OrganisationId> organisation;
    std::optional<domain::GroupId> group; ///< nil inside = tickets of no group
    std::optional<domain::OperatorId> assignee;
    std::optional<domain::TicketId> parent;
    std::optional<domain::PersonId> requester;
    qint64 openedAfterMs = 0; ///< 0 = no bound
    qint64 openedBeforeMs = 0;
    QString text; ///< words to find in number, summary, description, requester

    bool operator==(const QueueFilter &) const = default;
};

enum class QueueOrder { Due, Priority, Number, Summary, Requester, Organisation, State, Opened, Updated };

/// One line of the queue table, names resolved.
struct QueueRow
{
    domain::TicketId id;
    QString number;
    QString summary;
    QString requesterName;
    QString organisationName;
    QString groupName;
    QString assigneeName;
    domain::TicketKind kind = domain::TicketKind::Incident;
    domain::TicketState state = domain::TicketState::New;
    domain::WaitReason waitReason = domain::WaitReason::None;
    domain::Priority priority = domain::Priority::P3;
    bool major = false;
    qint64 openedMs = 0;
    qint64 updatedMs = 0;
    qint64 dueMs = 0; ///< the next target: first response while there was none, then resolution; 0 = none
    bool dueIsResponse = false;
    bool unread = false; ///< changed by somebody else since this operator last opened it
    bool pending = false; ///< an own change of it has not reached the service
    bool restricted = false; ///< seen by those alone who may see the restricted part of its organisation

    bool operator==(const QueueRow &) const = default;
};

struct OrganisationCount
{
    domain::OrganisationId id;
    QString name;
    int open = 0;
    int breached = 0;

    bool operator==(const OrganisationCount &) const = default;
};

/// The sidebar's figures.
struct QueueCounts
{
    int mine = 0;
    int myGroups = 0;
    int unassigned = 0;
    int dueSoon = 0;
    int breached = 0;
    int major = 0;
    int allOpen = 0;
    int missedCalls = 0;
    std::vector<OrganisationCount> organisations; ///< with open tickets, most first

    bool operator==(const QueueCounts &) const = default;
};

} // namespace comptoir::desk

Q_DECLARE_METATYPE(comptoir::desk::QueueFilter)
