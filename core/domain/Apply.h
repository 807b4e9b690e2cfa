// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Attachment.h"
#include "Operation.h"
#include "OrganisationRules.h"
#include "TimelineEntry.h"

#include <tl/expected.hpp>

namespace comptoir::domain {

/// All the reducer may know beside operation and state. It reads no clock and makes no id.
struct ApplyContext
{
    OperatorId actor;
    QString actorName;
    qint64 atMs = 0; ///< when it was done: the service's time of first receipt less the operation's age; on a console its own estimate
    OrganisationRules rules; ///< of the ticket's organisation
    bool mayDeclareMajor = false; ///< a supervisor's right
};

/// Why an operation does not hold, and what stands instead.
struct Refusal
{
    enum class Code { Taken, Stale, Gone, Forbidden, Invalid };

    Code code = Code::Invalid;
    QString field; ///< column name the refusal is about; empty = the whole
    QString current; ///< that field's standing value, in its text form
    OperationId setBy; ///< the version that stands
    QString reason; ///< one English sentence

    bool operator==(const Refusal &) const = default;
};

template <>
struct CodesOf<Refusal::Code>
{
    static constexpr std::array list{std::pair{Refusal::Code::Taken, "taken"}, std::pair{Refusal::Code::Stale, "stale"},
                                     std::pair{Refusal::Code::Gone, "gone"}, std::pair{Refusal::Code::Forbidden, "forbidden"},
                                     std::pair{Refusal::Code::Invalid, "invalid"}};
};

/// What an accepted operation makes of the state.
template <class T>
struct Outcome
{
    T state;
    std::optional<TimelineEntry> entry;
    bool noop = false; ///< the state was already so
    std::optional<Attachment> attachment{}; ///< a file that the operation makes known; it is written where none has its id

    bool operator==(const Outcome &) const = default;
};

template <class T>
using Applied = tl::expected<Outcome<T>, Refusal>;

/// The only places where a ticket, a person, a contact changes. Pure: the same input gives the same output, everywhere.
/// `state` is nothing where the entity is not there (yet). An operation of another entity kind is Invalid.
[[nodiscard]] Applied<Ticket> apply(const Operation &op, const std::optional<Ticket> &state, const ApplyContext &context);
[[nodiscard]] Applied<Person> apply(const Operation &op, const std::optional<Person> &state, const ApplyContext &context);
[[nodiscard]] Applied<Contact> apply(const Operation &op, const std::optional<Contact> &state, const ApplyContext &context);

/// The state machine as a table: the state a ticket has after `kind` in `from`, or nothing where that is refused. Edits keep the state.
[[nodiscard]] std::optional<TicketState> stateAfter(TicketState from, OpKind kind);

} // namespace comptoir::domain
