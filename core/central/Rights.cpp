// SPDX-License-Identifier: GPL-3.0-or-later
#include "Rights.h"

namespace comptoir::central {

namespace {

using domain::OpKind;
using domain::Role;

struct Line
{
    OpKind kind;
    bool businessAgent;
    bool desk; ///< operators, supervisors, administrators
};

// A business agent works on the tickets of an application; the desk alone decides on people, calls and where tickets go.
constexpr std::array kOperations{
    Line{OpKind::TicketOpen, true, true},           Line{OpKind::TicketEdit, true, true},    Line{OpKind::TicketTag, true, true},
    Line{OpKind::TicketClaim, true, true},          Line{OpKind::TicketAssign, false, true}, Line{OpKind::TicketNote, true, true},
    Line{OpKind::TicketWait, true, true},           Line{OpKind::TicketResume, true, true},  Line{OpKind::TicketResolve, true, true},
    Line{OpKind::TicketReopen, true, true},         Line{OpKind::TicketClose, false, true},  Line{OpKind::TicketCancel, false, true},
    Line{OpKind::TicketLink, false, true},          Line{OpKind::TicketAssist, false, true}, Line{OpKind::TicketAttach, true, true},
    Line{OpKind::PersonAdd, false, true},           Line{OpKind::PersonEdit, false, true},   Line{OpKind::PersonLearnNumber, false, true},
    Line{OpKind::PersonUnlearnNumber, false, true}, Line{OpKind::ContactLog, false, true},   Line{OpKind::ContactWrapUp, false, true},
};

} // namespace

bool mayPerform(Role role, OpKind kind)
{
    const auto *line = std::find_if(kOperations.begin(), kOperations.end(), [&](const Line &one) { return one.kind == kind; });
    return line != kOperations.end() && (role == Role::BusinessAgent ? line->businessAgent : line->desk);
}

bool mayDeclareMajor(Role role)
{
    return role == Role::Supervisor || role == Role::Administrator;
}

bool maySeePresenceOfAll(Role role)
{
    return role == Role::Supervisor || role == Role::Administrator;
}

bool mayRead(Role role, domain::ScopeId scope, std::string_view table)
{
    // Who called and is not known yet concerns the desk.
    return role != Role::BusinessAgent || !scope.isNull() || table != "contact";
}

} // namespace comptoir::central
