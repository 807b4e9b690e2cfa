// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Asset.h"
#include "Contact.h"
#include "Person.h"
#include "TicketPayloads.h"

#include <variant>

namespace comptoir::domain {

/// Adds a person. Id, scope and updatedMs are the reducer's.
struct PersonAdd
{
    Person person;

    bool operator==(const PersonAdd &) const = default;
};

/// Sets one field (column name) of a person to a value in its text form; last writer wins.
/// Editable: site, given_name, family_name, title, service, email, login, language, vip, note.
struct PersonEdit
{
    QString field;
    QString value;

    bool operator==(const PersonEdit &) const = default;
};

struct PersonLearnNumber
{
    PhoneNumber number;

    bool operator==(const PersonLearnNumber &) const = default;
};

struct PersonUnlearnNumber
{
    QString key;

    bool operator==(const PersonUnlearnNumber &) const = default;
};

/// The contact as it stands (ring, answer, end): written whole each time, by its own device only. Times as wall clock of the console.
struct ContactLog
{
    Contact contact;

    bool operator==(const ContactLog &) const = default;
};

/// Ends the work on a contact; nothing changes it any more.
struct ContactWrapUp
{
    qint64 wrapUpMs = 0; ///< when, by the console's clock
    IdList<TicketId> tickets;
    QString note;

    bool operator==(const ContactWrapUp &) const = default;
};

/// In the order of OpKind.
using Payload = std::variant<TicketOpen, TicketEdit, TicketTag, TicketClaim, TicketAssign, TicketNote, TicketWait, TicketResume,
                             TicketResolve, TicketReopen, TicketClose, TicketCancel, TicketLink, TicketAssist, TicketAttach, PersonAdd,
                             PersonEdit, PersonLearnNumber, PersonUnlearnNumber, ContactLog, ContactWrapUp>;

} // namespace comptoir::domain
