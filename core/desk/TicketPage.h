// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Apply.h"
#include "Asset.h"
#include "CallerCard.h"
#include "TimelineEntry.h"

#include <QMap>

namespace comptoir::desk {

/// A ticket as the ticket view shows it; made by one read.
struct TicketPage
{
    struct Line
    {
        domain::TimelineEntry entry;
        bool pending = false; ///< made here, not yet confirmed by the service
        bool late = false; ///< reached the service after what stands before it, though it was written earlier

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
        QString who = {}; ///< who set what stands; empty where that is not known
        qint64 atMs = 0; ///< when
        bool again = false; ///< Tickets::insist() can do it on what stands
        QMap<QString, QString> chosen = {}; ///< beside the words: `code`, `group`, `assignee`, in their text forms

        bool operator==(const Refused &) const = default;
    };

    /// A value this operator wrote that an earlier one of somebody else replaced when that one arrived (the last to arrive stands).
    struct Lost
    {
        domain::OperationId op; ///< this operator's
        QString field;
        QString mine;
        QString mineName = {}; ///< beside a person's id
        QString stands;
        QString standsName = {};
        QString who;
        qint64 atMs = 0; ///< when they wrote theirs
        qint64 mineMs = 0;

        bool operator==(const Lost &) const = default;
    };

    domain::Ticket ticket;
    QStringList unknown = {}; ///< its columns with a code of a newer service, which has its default in `ticket`
    std::vector<Line> timeline; ///< oldest first; of two changes of one field the one that stands is the later
    std::vector<Refused> refused;
    std::vector<Lost> lost;
    std::vector<CardTicket> children;
    std::optional<CardTicket> parent;
    std::optional<domain::Asset> asset;
    std::vector<domain::Asset> requesterAssets;
    bool pending = false;
    bool unopened = false; ///< its opening was refused or parked: `ticket` is what was to be opened, and stands nowhere else

    bool operator==(const TicketPage &) const = default;
};

/// A ticket being written: kept at every pause in typing, survives a kill. The number is reserved when the draft starts.
struct Draft
{
    base::Uuid id;
    domain::Ticket ticket; ///< what has been written so far, number included
    qint64 savedMs = 0;
    bool damaged = false; ///< part of it is not what was written: to be read before it is opened

    bool operator==(const Draft &) const = default;
};

} // namespace comptoir::desk
