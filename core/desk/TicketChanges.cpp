// SPDX-License-Identifier: GPL-3.0-or-later
#include "TicketChanges.h"

#include "DirectoryTables.h"
#include "DraftTable.h"
#include "SettingTable.h"
#include "TicketTable.h"

namespace comptoir::desk {

using base::Error;
using base::Result;
using domain::Ticket;

namespace {

/// The entities an operation names that another operation may have to bring first.
std::vector<base::Uuid> namedBy(const domain::Payload &payload)
{
    std::vector<base::Uuid> out;
    if (const auto *open = std::get_if<domain::TicketOpen>(&payload)) {
        out = {open->ticket.requester.value, open->ticket.beneficiary.value, open->ticket.parent.value};
    } else if (const auto *edit = std::get_if<domain::TicketEdit>(&payload)) {
        if (edit->field == u"requester" || edit->field == u"beneficiary") {
            out = {base::Uuid::fromString(edit->value).value_or(base::Uuid{})};
        }
    } else if (const auto *link = std::get_if<domain::TicketLink>(&payload)) {
        out = {link->parent.value};
    }
    std::erase(out, base::Uuid{});
    return out;
}

std::optional<domain::GuardedField> guarded(const QString &field)
{
    if (field == u"support_group") {
        return domain::GuardedField::Group;
    }
    return domain::fromCode<domain::GuardedField>(field);
}

/// The operator's first group; where the copy is not filled, as the sign-in told, or else that of the last ticket opened here.
Result<domain::GroupId> ownGroup(store::Db &db, const Acting &who)
{
    const QString key = QStringLiteral("own_group");
    const auto found = store::EntityTable<domain::Operator>::find(db, who.id.value);
    const auto settings = store::SettingTable::all(db);
    if (!found || !settings) {
        return tl::unexpected(found ? settings.error() : found.error());
    }
    const domain::GroupId kept{base::Uuid::fromString(settings->value(key)).value_or(base::Uuid{})};
    if (!*found) {
        return who.group.isNull() ? kept : who.group;
    }
    const auto &groups = (*found)->entity.groups.list;
    const domain::GroupId now = groups.empty() ? domain::GroupId{} : groups.front();
    return now == kept ? Result<domain::GroupId>(now) : store::SettingTable::put(db, key, now.toString()).map([now] { return now; });
}

/// Who takes a new ticket first: the group of its category or of the nearest category above, else the operator's own first group.
Result<domain::GroupId> firstGroupOf(store::Db &db, const Ticket &ticket, const Acting &who)
{
    domain::CategoryId at = ticket.category;
    for (int depth = 0; !at.isNull() && depth < domain::kDeepestCategory; ++depth) {
        const auto category = store::EntityTable<domain::Category>::find(db, at.value);
        if (!category) {
            return tl::unexpected(category.error());
        }
        if (*category && !(*category)->entity.group.isNull()) {
            return (*category)->entity.group;
        }
        at = *category ? (*category)->entity.parent : domain::CategoryId{};
    }
    return ownGroup(db, who);
}

} // namespace

Result<> performOn(store::Db &db, const Acting &acting, domain::OperationId op, const Ticket &ticket, domain::Payload payload)
{
    auto deps = openersOf(db, namedBy(payload));
    if (!deps) {
        return tl::unexpected(deps.error());
    }
    domain::Operation operation;
    operation.id = op;
    operation.scope = ticket.scope;
    operation.entity = domain::EntityId{ticket.id.value};
    operation.deps = std::move(*deps);
    operation.payload = std::move(payload);
    return acting.perform(db, operation);
}

Result<domain::TicketId> openDraft(store::Db &db, const Acting &acting, const Draft &draft)
{
    const domain::TicketId id{draft.id};
    const auto before = store::TicketTable::find(db, draft.id);
    if (!before) {
        return tl::unexpected(before.error());
    }
    if (*before) {
        return id;
    }
    if (draft.id.isNull() || draft.ticket.number.isEmpty()) {
        return base::fail(Error::Kind::Invalid, QStringLiteral("a ticket is opened from a draft that has its number"));
    }
    Ticket ticket = draft.ticket;
    ticket.id = id;
    ticket.scope = domain::scopeOf(ticket.organisation);
    if (ticket.group.isNull()) {
        const auto group = firstGroupOf(db, ticket, acting);
        if (!group) {
            return tl::unexpected(group.error());
        }
        ticket.group = *group;
    }
    return performOn(db, acting, domain::OperationId{draft.id}, ticket, domain::TicketOpen{ticket})
        .and_then([&] { return store::DraftTable::remove(db, draft.id); })
        .map([id] { return id; });
}

domain::TicketEdit editing(const Ticket &ticket, const QString &field, const QString &value, const QString &display)
{
    domain::TicketEdit edit{field, value, display, {}};
    if (const auto guard = guarded(field)) {
        edit.expected = ticket.versions.of(*guard);
    }
    return edit;
}

domain::TicketAssign assigning(const Ticket &ticket, domain::GroupId group, domain::OperatorId assignee, const QString &note)
{
    const auto &versions = ticket.versions;
    return {group, assignee, versions.of(domain::GuardedField::Group), versions.of(domain::GuardedField::Assignee), note};
}

domain::TicketResolve resolving(const Ticket &ticket, const QString &code, const QString &text)
{
    return {code, text, stateVersion(ticket)};
}

domain::Expected stateVersion(const Ticket &ticket)
{
    return ticket.versions.of(domain::GuardedField::State);
}

} // namespace comptoir::desk
