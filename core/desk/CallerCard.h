// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Asset.h"
#include "CallerNumber.h"
#include "Contact.h"
#include "Person.h"
#include "Ticket.h"

#include <QMetaType>

namespace comptoir::desk {

/// Why somebody may be the caller.
struct IdentityReason
{
    enum class Kind { NumberKnown, NumberLearned, ExtensionPlan, LastLogin, SeenInTicket, SameName, Confirmed };

    Kind kind = Kind::NumberKnown;
    QString detail; ///< the number, the machine, the ticket's number; SeenInTicket without one: an earlier call alone

    bool operator==(const IdentityReason &) const = default;
};

/// From this score on somebody is said to be sure, and is written as the caller.
inline constexpr int kSureScore = 80;

struct Candidate
{
    domain::Person person;
    QString organisationName;
    QString siteName;
    int score = 0; ///< 0–100, sure at 100
    std::vector<IdentityReason> reasons; ///< weightiest first

    bool operator==(const Candidate &) const = default;
};

/// A ticket in one line of the card.
struct CardTicket
{
    domain::TicketId id;
    QString number;
    QString summary;
    domain::TicketState state = domain::TicketState::New;
    qint64 openedMs = 0;

    bool operator==(const CardTicket &) const = default;
};

/// Who may be calling and what stands around them; made by one read.
struct CallerCard
{
    domain::ContactId contact; ///< nil when the card was opened by search, not by a call
    QString number; ///< as shown; empty = withheld
    bool withheld = false;
    std::vector<Candidate> candidates; ///< best first; the first one is shown
    // Of the first candidate:
    std::vector<domain::Asset> assets;
    std::vector<CardTicket> openTickets;
    std::vector<domain::Contact> lastContacts; ///< newest first, at most 5
    std::vector<CardTicket> majorIncidents; ///< open major incidents of the organisation

    bool operator==(const CallerCard &) const = default;
};

} // namespace comptoir::desk

Q_DECLARE_METATYPE(comptoir::desk::CallerCard)
