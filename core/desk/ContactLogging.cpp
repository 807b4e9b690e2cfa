// SPDX-License-Identifier: GPL-3.0-or-later
#include "ContactLogging.h"

#include "CallerNumber.h"
#include "ContactTable.h"
#include "EntityTable.h"
#include "Organisation.h"
#include "PersonTable.h"

namespace comptoir::desk {

using base::Result;
using domain::Contact;

Result<> logContact(store::Db &db, const Acting &acting, domain::OperationId op, Contact contact)
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

Result<> wrapUpContact(store::Db &db, const Acting &acting, domain::OperationId first, domain::OperationId op, const Contact &contact,
                       qint64 nowMs)
{
    return logContact(db, acting, first, contact).and_then([&]() -> Result<> {
        const auto logged = store::ContactTable::find(db, contact.id.value);
        if (!logged || !*logged || (*logged)->entity.wrapUpMs > 0) {
            return logged.map([](const auto &) {});
        }
        domain::Operation operation;
        operation.id = op;
        operation.entity = domain::EntityId{contact.id.value};
        operation.scope = (*logged)->entity.scope;
        operation.payload = domain::ContactWrapUp{nowMs, contact.tickets, contact.note};
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
