// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Apply.h"
#include "AttachmentTable.h"
#include "BaseTable.h"
#include "ContactTable.h"
#include "NoticeTable.h"
#include "OpsMessages.h"
#include "OutboxTable.h"
#include "PersonTable.h"
#include "Snapshot.h"
#include "TicketTable.h"
#include "TimelineTable.h"

namespace comptoir::store {

/// The table of an entity operations are about.
template <class T>
struct TableOf;
template <>
struct TableOf<domain::Ticket>
{
    using Type = TicketTable;
    static constexpr Entity entity = Entity::Ticket;
    [[nodiscard]] static QString label(const domain::Ticket &ticket) { return ticket.number + u' ' + ticket.summary; }
};
template <>
struct TableOf<domain::Person>
{
    using Type = PersonTable;
    static constexpr Entity entity = Entity::Person;
    [[nodiscard]] static QString label(const domain::Person &person) { return person.displayName(); }
};
template <>
struct TableOf<domain::Contact>
{
    using Type = ContactTable;
    static constexpr Entity entity = Entity::Contact;
    [[nodiscard]] static QString label(const domain::Contact &contact) { return contact.number; }
};

/// Calls `visit.template operator()<T>()` with the entity type of a kind.
template <class Visitor>
auto withEntityType(domain::EntityKind kind, Visitor &&visit)
{
    switch (kind) {
    case domain::EntityKind::Person: return visit.template operator()<domain::Person>();
    case domain::EntityKind::Contact: return visit.template operator()<domain::Contact>();
    case domain::EntityKind::Ticket: break;
    }
    return visit.template operator()<domain::Ticket>();
}

namespace mirror {

/// Makes the row as shown of an entity from its base row and the operations shown on top; lets the base row go when none is left.
/// An operation the base row no longer permits is passed over: its verdict will come.
[[nodiscard]] base::Result<> rebuild(Db &db, domain::EntityId entity);

/// Writes what an operation made here adds beside its entity: its line of history, the file it attaches.
template <class T>
[[nodiscard]] base::Result<> putPending(Db &db, const domain::Outcome<T> &outcome)
{
    base::Result<> done;
    if (outcome.entry) {
        db.touch(Entity::Timeline, outcome.entry->ticket.value);
        done = TimelineTable::putPending(db, *outcome.entry);
    }
    if (done && outcome.attachment) {
        db.touch(Entity::Attachment, outcome.attachment->id.value);
        done = AttachmentTable::putPending(db, *outcome.attachment);
    }
    return done;
}
/// Takes it out again where it has not come back from the service.
[[nodiscard]] base::Result<> removePending(Db &db, domain::OperationId op);

/// Number and summary, or name, of an entity as it is shown; empty where it is not here.
[[nodiscard]] base::Result<QString> labelOf(Db &db, domain::EntityKind kind, domain::EntityId entity);

/// Lets go of the judged operations in a scope whose effect the base rows hold, or that no row will bring since the scope is
/// complete up to `completeTo` (-1: it is not). The entities to be rebuilt.
[[nodiscard]] base::Result<std::vector<domain::EntityId>> retireSettled(Db &db, domain::ScopeId scope, qint64 completeTo);

/// Lets go of everything refused, whatever page has come: the service began a new life. The entities to be rebuilt.
[[nodiscard]] base::Result<std::vector<domain::EntityId>> retireRefused(Db &db, std::optional<domain::ScopeId> scope);

/// Takes one unsent operation out of the way, with a notice. `why` is the JSON of a refusal, or empty.
[[nodiscard]] base::Result<> parkOne(Db &db, const OutboxRow &row, const QByteArray &why);
/// Takes a damaged one out of the way, with a notice that says so.
[[nodiscard]] base::Result<> setAsideOne(Db &db, const OutboxRow &row);
/// Parks what is unsent and was built on `first`, and what was built on that; adds the entities to be rebuilt to `moved`.
[[nodiscard]] base::Result<> parkDependents(Db &db, const OutboxRow &first, std::vector<domain::EntityId> &moved);

/// Stores verdicts; refused operations become notices, what was built on them is parked. The entities to be rebuilt.
[[nodiscard]] base::Result<std::vector<domain::EntityId>> storeVerdicts(Db &db, const std::vector<wire::Verdict> &verdicts);

} // namespace mirror

} // namespace comptoir::store
