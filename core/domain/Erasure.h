// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Attachment.h"
#include "Operation.h"
#include "TimelineEntry.h"
#include "Traces.h"

namespace comptoir::domain {

/// That a person was erased: a row of each scope the erasure reached. It holds nothing of the person, and stays for ever, so that neither a
/// copy that comes back late nor a restore brings them back.
struct Erasure
{
    ErasureId id; ///< made of scope and person: erased again, it is the same
    ScopeId scope;
    PersonId person;
    qint64 atMs = 0;

    bool operator==(const Erasure &) const = default;
};

[[nodiscard]] ErasureId erasureId(ScopeId scope, PersonId person);

template <>
struct FieldsOf<Erasure>
{
    static constexpr const char *kind = "erasure";
    static constexpr auto list = std::tuple{Field{"id", &Erasure::id}, Field{"scope", &Erasure::scope}, Field{"person", &Erasure::person},
                                            Field{"at_ms", &Erasure::atMs}};
};

/// Who is erased, and what tells of them. A nil id: whoever the traces tell of.
struct ErasedPerson
{
    PersonId id;
    const Traces &traces;
};

// The only place where it stands what of a person goes, for the service's rows and for all that a console keeps: references are emptied, the
// name beside one becomes the mark, and what tells of the person in a text becomes the mark. Each tells whether something changed. The person's
// own row goes whole; another person's keeps all but what its note tells.

[[nodiscard]] bool erase(const ErasedPerson &who, Ticket &ticket);
[[nodiscard]] bool erase(const ErasedPerson &who, Contact &contact);
[[nodiscard]] bool erase(const ErasedPerson &who, Asset &asset);
/// `own`: on one of their tickets. It goes whole, with its bytes; so it does where its name tells of them.
[[nodiscard]] bool erase(const ErasedPerson &who, Attachment &attachment, bool own);
[[nodiscard]] bool erase(const ErasedPerson &who, Person &other);
/// `own`: of one of their tickets.
[[nodiscard]] bool erase(const ErasedPerson &who, TimelineEntry &entry, bool own);
/// `own`: on one of their tickets.
[[nodiscard]] bool erase(const ErasedPerson &who, Operation &op, bool own);
/// A text of whatever length that belongs to no row (what was half written, what a refusal tells).
[[nodiscard]] bool erase(const ErasedPerson &who, QString &text, bool own);
/// The same of a text that may be JSON: its strings are then looked at as what they mean.
[[nodiscard]] bool eraseJson(const ErasedPerson &who, QString &text, bool own);

/// What the operation tells of a person it names by id: the name beside the id, a number learnt, all of one that adds them.
void learn(const Operation &op, PersonId person, PlainTraces &traces);

/// Requester or beneficiary.
[[nodiscard]] bool isTheirs(const Ticket &ticket, PersonId person);
/// An operation on the person's own row: nothing is left for it to change.
[[nodiscard]] bool isOn(const Operation &op, PersonId person);

} // namespace comptoir::domain
