// SPDX-License-Identifier: GPL-3.0-or-later
#include "Refusals.h"

namespace comptoir::domain {

namespace {

tl::unexpected<Refusal> notYours()
{
    return refuse(Refusal::Code::Forbidden, QStringLiteral("handled_by"),
                  QStringLiteral("a contact is written by the operator who handles it"));
}

std::optional<Refusal> fault(const Operation &op, const Contact &asked)
{
    // A contact nobody had identified yet stays in the shared scope once somebody has.
    if (!op.scope.isNull() && scopeOf(asked.organisation) != op.scope) {
        return Refusal{Refusal::Code::Invalid,
                       QStringLiteral("organisation"),
                       {},
                       {},
                       QStringLiteral("a contact lives in its organisation, or is shared")};
    }
    if (qsizetype(asked.tickets.list.size()) > kMostContactTickets) {
        return Refusal{Refusal::Code::Invalid,
                       QStringLiteral("tickets"),
                       {},
                       {},
                       QStringLiteral("a contact has at most %1 tickets").arg(kMostContactTickets)};
    }
    return anyTooLong(asked);
}

Applied<Contact> logContact(const Operation &op, const ContactLog &asked, const std::optional<Contact> &state, const ApplyContext &context)
{
    if (asked.contact.handledBy != context.actor || (state && state->handledBy != context.actor)) {
        return notYours();
    }
    if (auto refusal = fault(op, asked.contact)) {
        return tl::unexpected(*refusal);
    }
    if (!state && op.entity.value != op.id.value) {
        return refuse(Refusal::Code::Gone, {}, QStringLiteral("there is no such contact"));
    }
    Contact logged = asked.contact;
    logged.id = ContactId{op.entity.value};
    logged.scope = op.scope;
    logged.wrapUpMs = 0;
    if (state && state->wrapUpMs > 0) {
        return refuse(Refusal::Code::Invalid, QStringLiteral("wrap_up_ms"), QStringLiteral("this contact is wrapped up"));
    }
    if (state && *state == logged) {
        return Outcome<Contact>{*state, std::nullopt, true};
    }
    return Outcome<Contact>{std::move(logged), std::nullopt, false};
}

Applied<Contact> wrapUp(const ContactWrapUp &asked, const Contact &before, const ApplyContext &context)
{
    if (before.handledBy != context.actor) {
        return notYours();
    }
    if (qsizetype(asked.tickets.list.size()) > kMostContactTickets) {
        return refuse(Refusal::Code::Invalid, QStringLiteral("tickets"),
                      QStringLiteral("a contact has at most %1 tickets").arg(kMostContactTickets));
    }
    if (auto refusal = tooLong(QStringLiteral("note"), asked.note)) {
        return tl::unexpected(*refusal);
    }
    Contact after = before;
    after.wrapUpMs = asked.wrapUpMs > 0 ? asked.wrapUpMs : context.atMs;
    after.tickets = asked.tickets;
    after.note = asked.note;
    if (after == before) {
        return Outcome<Contact>{before, std::nullopt, true};
    }
    if (before.wrapUpMs > 0) {
        return refuse(Refusal::Code::Invalid, QStringLiteral("wrap_up_ms"), QStringLiteral("this contact is wrapped up"));
    }
    return Outcome<Contact>{std::move(after), std::nullopt, false};
}

} // namespace

Applied<Contact> apply(const Operation &op, const std::optional<Contact> &state, const ApplyContext &context)
{
    if (entityKind(op.kind()) != EntityKind::Contact) {
        return refuse(Refusal::Code::Invalid, {}, QStringLiteral("not an operation on a contact"));
    }
    if (state && (state->id.value != op.entity.value || state->scope != op.scope)) {
        return refuse(Refusal::Code::Gone, {}, QStringLiteral("there is no such contact"));
    }
    if (const auto *log = std::get_if<ContactLog>(&op.payload)) {
        return logContact(op, *log, state, context);
    }
    if (!state) {
        return refuse(Refusal::Code::Gone, {}, QStringLiteral("there is no such contact"));
    }
    return wrapUp(std::get<ContactWrapUp>(op.payload), *state, context);
}

} // namespace comptoir::domain
