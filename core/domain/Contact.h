// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Fields.h"
#include "IdList.h"

namespace comptoir::domain {

/// One interaction with the desk. A call is a contact on the phone channel, with its times; it has zero, one or many tickets.
/// Unidentified contacts live in the shared scope, identified ones in the person's organisation.
struct Contact
{
    ContactId id;
    ScopeId scope;
    Channel channel = Channel::Phone;
    Direction direction = Direction::In;
    QString number; ///< as it was shown; empty = withheld
    QString key; ///< phone index key; empty = withheld or unreadable
    QString callId; ///< the telephone's own
    PersonId person;
    QString personName;
    OrganisationId organisation;
    OperatorId handledBy;
    CallOutcome outcome = CallOutcome::Ringing;
    qint64 startedMs = 0; ///< ring
    qint64 answeredMs = 0;
    qint64 endedMs = 0;
    qint64 wrapUpMs = 0; ///< when the wrap-up was done
    IdList<TicketId> tickets;
    QString note;

    bool operator==(const Contact &) const = default;
};

template <>
struct FieldsOf<Contact>
{
    static constexpr const char *kind = "contact";
    static constexpr auto list = std::tuple{
        Field{"id", &Contact::id},
        Field{"scope", &Contact::scope},
        Field{"channel", &Contact::channel},
        Field{"direction", &Contact::direction},
        Field{"number", &Contact::number},
        Field{"phone_key", &Contact::key},
        Field{"call_id", &Contact::callId},
        Field{"person", &Contact::person},
        Field{"person_name", &Contact::personName},
        Field{"organisation", &Contact::organisation},
        Field{"handled_by", &Contact::handledBy},
        Field{"outcome", &Contact::outcome},
        Field{"started_ms", &Contact::startedMs},
        Field{"answered_ms", &Contact::answeredMs},
        Field{"ended_ms", &Contact::endedMs},
        Field{"wrap_up_ms", &Contact::wrapUpMs},
        Field{"tickets", &Contact::tickets},
        Field{"note", &Contact::note},
    };
};

} // namespace comptoir::domain
