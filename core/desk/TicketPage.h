// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Apply.h"
#include "Asset.h"
#include "CallerCard.h"
#include "TimelineEntry.h"

namespace comptoir::desk {

/// A ticket as the ticket view shows it; made by one read.
struct TicketPage
{
    struct Line
    {
        domain::TimelineEntry entry;
        bool pending = false; ///< made here, not yet confirmed by the service

        bool operator==(const Line &) const = default;
    };

    /// An own operation on this ticket that the service refused and nobody dismissed yet.
    struct Refused
    {
        domain::OperationId op;
        QString kind; ///< operation code
        QString mine; ///< what was meant, in text
        domain::Refusal refusal;
        QString value = {}; ///< of a refused edit: the field's value in its text form, a person's id for instance

        bool operator==(const Refused &) const = default;
    };

    domain::Ticket ticket;
    std::vector<Line> timeline; ///< oldest first
    std::vector<Refused> refused;
    std::vector<CardTicket> children;
    std::optional<CardTicket> parent;
    std::optional<domain::Asset> asset;
    std::vector<domain::Asset> requesterAssets;
    bool pending = false;

    bool operator==(const TicketPage &) const = default;
};

/// A ticket being written: kept at every pause in typing, survives a kill. The number is reserved when the draft starts.
struct Draft
{
    base::Uuid id;
    domain::Ticket ticket; ///< what has been written so far, number included
    qint64 savedMs = 0;

    bool operator==(const Draft &) const = default;
};

} // namespace comptoir::desk
