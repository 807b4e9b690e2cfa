// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "FieldVersions.h"
#include "Fields.h"
#include "Texts.h"

namespace comptoir::domain {

/// An incident or a request. Its id is the id of the operation that opened it. Times are milliseconds since 1970 UTC, 0 = not yet.
struct Ticket
{
    TicketId id;
    ScopeId scope; ///< the organisation's scope; immutable
    QString number; ///< `7K-142`, final at creation
    Texts aliases; ///< older numbers that still find it (renumbered, imported)
    TicketKind kind = TicketKind::Incident;
    TicketState state = TicketState::New;
    WaitReason waitReason = WaitReason::None;
    qint64 waitUntilMs = 0; ///< 0 = no date
    Level impact = Level::Medium;
    Level urgency = Level::Medium;
    Priority priority = Priority::P3; ///< from the organisation's matrix; P1 with `major`
    bool major = false;
    PersonId requester;
    QString requesterName; ///< display name; reached by that person's erasure
    PersonId beneficiary;
    QString beneficiaryName;
    OrganisationId organisation;
    SiteId site;
    AssetId asset;
    CategoryId category;
    GroupId group;
    OperatorId assignee;
    Channel channel = Channel::Phone;
    ContactId contact; ///< the contact it was opened in, if any
    QString summary;
    QString description;
    Texts tags;
    TicketId parent;
    qint64 openedMs = 0;
    qint64 updatedMs = 0;
    qint64 respondedMs = 0; ///< first claimed, noted to the requester or resolved
    qint64 resolvedMs = 0;
    qint64 closedMs = 0;
    qint64 respondDueMs = 0;
    qint64 resolveDueMs = 0;
    QString resolutionCode;
    QString resolution;
    int reopenCount = 0;
    OperatorId openedBy;
    FieldVersions versions;

    bool operator==(const Ticket &) const = default;
};

/// New, in progress or waiting.
[[nodiscard]] bool isOpen(TicketState state);

template <>
struct FieldsOf<Ticket>
{
    static constexpr const char *kind = "ticket";
    static constexpr auto list = std::tuple{
        Field{"id", &Ticket::id},
        Field{"scope", &Ticket::scope},
        Field{"number", &Ticket::number},
        Field{"aliases", &Ticket::aliases},
        Field{"kind", &Ticket::kind},
        Field{"state", &Ticket::state},
        Field{"wait_reason", &Ticket::waitReason},
        Field{"wait_until_ms", &Ticket::waitUntilMs},
        Field{"impact", &Ticket::impact},
        Field{"urgency", &Ticket::urgency},
        Field{"priority", &Ticket::priority},
        Field{"major", &Ticket::major},
        Field{"requester", &Ticket::requester},
        Field{"requester_name", &Ticket::requesterName},
        Field{"beneficiary", &Ticket::beneficiary},
        Field{"beneficiary_name", &Ticket::beneficiaryName},
        Field{"organisation", &Ticket::organisation},
        Field{"site", &Ticket::site},
        Field{"asset", &Ticket::asset},
        Field{"category", &Ticket::category},
        Field{"support_group", &Ticket::group},
        Field{"assignee", &Ticket::assignee},
        Field{"channel", &Ticket::channel},
        Field{"contact", &Ticket::contact},
        Field{"summary", &Ticket::summary},
        Field{"description", &Ticket::description},
        Field{"tags", &Ticket::tags},
        Field{"parent", &Ticket::parent},
        Field{"opened_ms", &Ticket::openedMs},
        Field{"updated_ms", &Ticket::updatedMs},
        Field{"responded_ms", &Ticket::respondedMs},
        Field{"resolved_ms", &Ticket::resolvedMs},
        Field{"closed_ms", &Ticket::closedMs},
        Field{"respond_due_ms", &Ticket::respondDueMs},
        Field{"resolve_due_ms", &Ticket::resolveDueMs},
        Field{"resolution_code", &Ticket::resolutionCode},
        Field{"resolution", &Ticket::resolution},
        Field{"reopen_count", &Ticket::reopenCount},
        Field{"opened_by", &Ticket::openedBy},
        Field{"versions", &Ticket::versions},
    };
};

} // namespace comptoir::domain
