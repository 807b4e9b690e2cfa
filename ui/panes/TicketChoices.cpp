// SPDX-License-Identifier: GPL-3.0-or-later
#include "TicketWords.h"

namespace comptoir::ui {

using base::Error;

Choices TicketWords::kinds()
{
    return {{u"incident"_qs, tr("Incident")}, {u"request"_qs, tr("Request")}};
}

Choices TicketWords::channels()
{
    return {{u"phone"_qs, tr("Phone")}, {u"walk_in"_qs, tr("At the desk")}, {u"portal"_qs, tr("Portal")},
            {u"mail"_qs, tr("E-mail")}, {u"chat"_qs, tr("Chat")}, {u"other"_qs, tr("Other channel")}};
}

Choices TicketWords::impacts()
{
    return {{u"high"_qs, tr("Whole department")}, {u"medium"_qs, tr("Several people")}, {u"low"_qs, tr("One person")}};
}

Choices TicketWords::urgencies()
{
    return {{u"high"_qs, tr("High", "urgency")}, {u"medium"_qs, tr("Medium", "urgency")}, {u"low"_qs, tr("Low", "urgency")}};
}

Choices TicketWords::waitReasons()
{
    return {{u"requester"_qs, tr("The requester's answer")}, {u"supplier"_qs, tr("A supplier")}, {u"part"_qs, tr("A part")},
            {u"appointment"_qs, tr("An appointment")}, {u"other"_qs, tr("Something else")}};
}

Choices TicketWords::resolutionCodes()
{
    return {{u"fixed"_qs, tr("Repaired")}, {u"advice"_qs, tr("Explained")}, {u"workaround"_qs, tr("Worked around")},
            {u"delivered"_qs, tr("Delivered")}, {u"no_fault"_qs, tr("No fault found")}, {u"duplicate"_qs, tr("Already reported")}};
}

QString TicketWords::failure(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Full: return tr("The disk is full: the change could not be kept. The text is still here; free some room, then try again.");
    case Error::Kind::Io:
    case Error::Kind::Corrupt:
    case Error::Kind::Locked:
        return tr("The disk did not take the change. The text is still here; try again.");
    case Error::Kind::NotFound: return tr("This is no longer there, or not within your rights.");
    case Error::Kind::Forbidden: return tr("Your rights do not reach this far. Nothing was changed.");
    case Error::Kind::Refused: return tr("It does not fit the ticket as it stands now. Nothing was changed.");
    case Error::Kind::Invalid: return tr("This value does not fit here. Nothing was changed.");
    default: return tr("It did not work. The text is still here; try again.");
    }
}

} // namespace comptoir::ui
