// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Fault.h"
#include "SessionTable.h"

#include <vector>

namespace comptoir::central::archivepages {

// Answers made of tickets that are asked for one by one: encoded as replies of changes, rows under their last seq, pages from 0 to 0.

/// Tickets of one scope for an answer.
struct Chosen
{
    domain::ScopeId scope;
    std::vector<domain::TicketId> tickets; ///< in the order they are told
    bool complete = true; ///< whether these are all that were looked for
};

/// The tickets that are (still) put away; scopes that are not granted (any more) are left out.
[[nodiscard]] Answer<QByteArray> ofTickets(store::Db &db, const Session &session, const std::vector<Chosen> &chosen);
/// A ticket with its history and files, put away or not. 404 where it is not there, of another scope, or not to be seen by who asks.
[[nodiscard]] Answer<QByteArray> ofTicket(store::Db &db, const Session &session, domain::ScopeId scope, domain::TicketId ticket);

} // namespace comptoir::central::archivepages
