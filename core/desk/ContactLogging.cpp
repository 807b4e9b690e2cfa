// SPDX-License-Identifier: GPL-3.0-or-later
#include "ContactLogging.h"

#include "CallerNumber.h"
#include "ContactTable.h"
#include "EntityTable.h"
#include "NoticeTable.h"
#include "Organisation.h"
#include "Outstanding.h"
#include "PersonTable.h"
#include "Successors.h"
#include "TicketTable.h"

#include <limits>

namespace comptoir::desk {

using base::Result;
using domain::Contact;

namespace {

/// The notices of a call that is logged anew say nothing more than that.
Result<> dismissCall(store::Db &db, domain::ContactId contact)
{
    const auto rows = store::Outstanding::noticesOf(db, contact.value, std::numeric_limits<int>::max());
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    for (const store::Outstanding::Row &row : *rows) {
        if (auto done = store::NoticeTable::dismiss(db, row.op); !done) {
            return done;
        }
    }
    return {};
}

/// The id it is logged under: its own, or where its opening was refused that of the contact opened in its place.
Result<domain::ContactId> loggedAs(store::Db &db, domain::ContactId contact, domain::OperationId op)
{
    const auto here = store::ContactTable::find(db, contact.value);
    const auto now = here && *here ? Result<base::Uuid>(contact.value) : successorOf(db, contact.value);
    if (!here || !now) {
        return tl::unexpected(here ? now.error() : here.error());
    }
    const auto nowHere = store::ContactTable::find(db, *now);
    const auto refused = store::NoticeTable::isTold(db, domain::OperationId{*now});
    if (!nowHere || !refused) {
        return tl::unexpected(nowHere ? refused.error() : nowHere.error());
    }
    if (*nowHere || !*refused) {
        return domain::ContactId{*now};
    }
    return noteSuccessor(db, *now, op.value).and_then([&] { return dismissCall(db, domain::ContactId{*now}); }).map([op] {
        return domain::ContactId{op.value};
    });
}

template <class Table, class Id>
Result<Id> standingFor(store::Db &db, Id id)
{
    return Table::find(db, id.value).and_then([&](const auto &here) {
        return here || id.isNull() ? Result<Id>(id) : successorOf(db, id.value).map([](const base::Uuid &now) { return Id{now}; });
    });
}

/// As it is to be logged now.
Result<Contact> upToDate(store::Db &db, Contact contact, domain::OperationId op)
{
    const auto id = loggedAs(db, contact.id, op);
    const auto person = standingFor<store::PersonTable>(db, contact.person);
    if (!id || !person) {
        return tl::unexpected(id ? person.error() : id.error());
    }
    contact.id = *id;
    contact.person = *person;
    for (domain::TicketId &ticket : contact.tickets.list) {
        const auto now = standingFor<store::TicketTable>(db, ticket);
        if (!now) {
            return tl::unexpected(now.error());
        }
        ticket = *now;
    }
    return contact;
}

/// `contact` is up to date.
Result<> log(store::Db &db, const Acting &acting, domain::OperationId op, Contact contact)
{
    const auto before = store::ContactTable::find(db, contact.id.value);
    if (!before) {
        return tl::unexpected(before.error());
    }
    if (*before && (*before)->entity.wrapUpMs > 0) {
        return {};
    }
    domain::Operation operation;
    operation.entity = domain::EntityId{contact.id.value};
    operation.id = *before ? op : domain::OperationId{contact.id.value};
    // Where it was opened it stays: in the caller's organisation if that was known, else in the shared scope.
    operation.scope = *before ? (*before)->entity.scope : domain::scopeOf(contact.organisation);
    if (!operation.scope.isNull()) {
        contact.organisation = domain::OrganisationId{operation.scope.value};
    }
    contact.scope = operation.scope;
    contact.handledBy = acting.id;
    auto deps = openersOf(db, {contact.person.value});
    if (!deps) {
        return tl::unexpected(deps.error());
    }
    operation.deps = std::move(*deps);
    operation.payload = domain::ContactLog{std::move(contact)};
    return acting.perform(db, operation);
}

} // namespace

Result<> logContact(store::Db &db, const Acting &acting, domain::OperationId op, Contact contact)
{
    return upToDate(db, std::move(contact), op).and_then([&](const Contact &now) { return log(db, acting, op, now); });
}

Result<> wrapUpContact(store::Db &db, const Acting &acting, domain::OperationId first, domain::OperationId op, const Contact &contact,
                       qint64 nowMs)
{
    const auto now = upToDate(db, contact, first);
    if (!now) {
        return tl::unexpected(now.error());
    }
    return log(db, acting, first, *now).and_then([&]() -> Result<> {
        const auto logged = store::ContactTable::find(db, now->id.value);
        if (!logged || !*logged || (*logged)->entity.wrapUpMs > 0) {
            return logged.map([](const auto &) {});
        }
        domain::Operation operation;
        operation.id = op;
        operation.entity = domain::EntityId{now->id.value};
        operation.scope = (*logged)->entity.scope;
        operation.payload = domain::ContactWrapUp{nowMs, now->tickets, now->note};
        return acting.perform(db, operation);
    });
}

Result<> learnNumber(store::Db &db, const Acting &acting, domain::OperationId op, domain::PersonId person, const QString &written,
                     const QString &key)
{
    const auto found = store::PersonTable::find(db, person.value);
    if (!found || !*found || written.isEmpty()) {
        return found.map([](const auto &) {});
    }
    const domain::Person &who = (*found)->entity;
    const auto organisation = store::EntityTable<domain::Organisation>::find(db, who.organisation.value);
    if (!organisation) {
        return tl::unexpected(organisation.error());
    }
    // A short number means another telephone in another organisation: its key is made from the plan of this person's.
    const QString own = *organisation ? domain::numberKey(written, (*organisation)->entity) : key;
    const auto &numbers = who.numbers.list;
    const bool known = std::any_of(numbers.begin(), numbers.end(), [&](const domain::PhoneNumber &one) { return one.key == own; });
    if (own.isEmpty() || known) {
        return {};
    }
    domain::Operation operation;
    operation.id = op;
    operation.entity = domain::EntityId{person.value};
    operation.scope = who.scope;
    operation.payload = domain::PersonLearnNumber{{domain::NumberKind::Learned, written, own}};
    return acting.perform(db, operation);
}

} // namespace comptoir::desk
