// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Db.h"
#include "TicketConditions.h"

namespace comptoir::store {

enum class TicketOrder { Due, Priority, Number, Summary, Requester, Organisation, State, Opened, Updated };

/// What a queue shows of a ticket.
struct TicketLine
{
    domain::TicketId id;
    QString number;
    QString summary;
    QString requesterName;
    domain::OrganisationId organisation;
    domain::GroupId group;
    domain::OperatorId assignee;
    domain::TicketKind kind = domain::TicketKind::Incident;
    domain::TicketState state = domain::TicketState::New;
    domain::WaitReason waitReason = domain::WaitReason::None;
    domain::Priority priority = domain::Priority::P3;
    bool major = false;
    qint64 openedMs = 0;
    qint64 updatedMs = 0;
    qint64 dueMs = 0; ///< 0 = none
    bool dueIsResponse = false;
    bool unread = false;
    bool pending = false;
    bool restricted = false; ///< in its organisation's restricted scope
};

/// How many tickets, and how many of them are past their target.
struct TicketTally
{
    int count = 0;
    int breached = 0;
};

/// The reading side of the ticket table: queues, counts, figures.
class TicketQueue
{
public:
    /// Who reads: a ticket is unread where somebody else wrote in it after this operator's mark (or after `sinceMs` where there is no mark).
    struct Reader
    {
        domain::OperatorId who;
        qint64 sinceMs = 0;
    };

    /// The first `limit` in that order, ties by id.
    [[nodiscard]] static base::Result<std::vector<TicketLine>> lines(Db &db, const TicketConditions &which, TicketOrder order,
                                                                     bool descending, int limit, const Reader &reader);
    [[nodiscard]] static base::Result<int> count(Db &db, const TicketConditions &which);
    /// Open tickets per organisation, most first.
    [[nodiscard]] static base::Result<std::vector<std::pair<domain::OrganisationId, TicketTally>>> openByOrganisation(Db &db, qint64 nowMs);
    /// Open tickets per group (nil = of none), most first.
    [[nodiscard]] static base::Result<std::vector<std::pair<domain::GroupId, TicketTally>>> openByGroup(Db &db, qint64 nowMs);
    [[nodiscard]] static base::Result<std::vector<std::pair<domain::TicketState, TicketTally>>> openByState(Db &db, qint64 nowMs);
    [[nodiscard]] static base::Result<TicketTally> openTally(Db &db, const TicketConditions &which, qint64 nowMs);

    /// The operator has seen the ticket as it stands.
    [[nodiscard]] static base::Result<> markRead(Db &db, domain::TicketId ticket);
};

} // namespace comptoir::store
