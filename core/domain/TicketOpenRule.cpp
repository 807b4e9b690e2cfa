// SPDX-License-Identifier: GPL-3.0-or-later
#include "Scopes.h"
#include "TicketNumber.h"
#include "TicketRules.h"

namespace comptoir::domain {

namespace {

std::optional<Refusal> invalid(const QString &field, const QString &reason)
{
    return Refusal{Refusal::Code::Invalid, field, {}, {}, reason};
}

bool isCanonical(const QString &number)
{
    const auto read = TicketNumber::fromString(number);
    return read && read->toString() == number;
}

bool anyBeyond(const QStringList &texts, qsizetype mostTexts, qsizetype mostCharacters)
{
    return texts.size() > mostTexts
        || std::any_of(texts.begin(), texts.end(), [&](const QString &text) { return text.isEmpty() || text.size() > mostCharacters; });
}

std::optional<Refusal> fault(const Operation &op, const Ticket &asked, const ApplyContext &context)
{
    if (op.entity.value != op.id.value) {
        return invalid(QStringLiteral("id"), QStringLiteral("a ticket has the id of the operation that opens it"));
    }
    if (asked.organisation.isNull() || (scopeOf(asked.organisation) != op.scope && !isRestricted(op.scope, asked.organisation))) {
        return invalid(QStringLiteral("organisation"), QStringLiteral("a ticket lives in the organisation it is for"));
    }
    if (asked.summary.trimmed().isEmpty()) {
        return invalid(QStringLiteral("summary"), QStringLiteral("a ticket needs a summary"));
    }
    if (!isCanonical(asked.number)) {
        return invalid(QStringLiteral("number"), QStringLiteral("a ticket's number is a device code, a hyphen and a counter"));
    }
    if (anyBeyond(asked.tags.list, kMostTags, kMostCode)) {
        return invalid(QStringLiteral("tags"), QStringLiteral("too many tags, or one is empty or too long"));
    }
    if (anyBeyond(asked.aliases.list, kMostAliases, kMostCode)) {
        return invalid(QStringLiteral("aliases"), QStringLiteral("too many aliases, or one is empty or too long"));
    }
    if (asked.major && !context.mayDeclareMajor) {
        return Refusal{
            Refusal::Code::Forbidden, QStringLiteral("major"), {}, {}, QStringLiteral("declaring a major incident needs a right")};
    }
    return anyTooLong(asked);
}

/// What the operator wrote, with everything that is the reducer's set afresh.
Ticket opened(const Operation &op, const Ticket &asked, const ApplyContext &context)
{
    Ticket out = asked;
    out.id = TicketId{op.id.value};
    out.scope = op.scope;
    out.state = TicketState::New;
    out.waitReason = WaitReason::None;
    out.waitUntilMs = 0;
    out.openedMs = context.atMs;
    out.updatedMs = context.atMs;
    out.respondedMs = 0;
    out.resolvedMs = 0;
    out.closedMs = 0;
    out.resolutionCode.clear();
    out.resolution.clear();
    out.reopenCount = 0;
    out.openedBy = context.actor;
    out.versions = {};
    return out;
}

} // namespace

Applied<Ticket> openTicket(const Operation &op, const TicketOpen &asked, const std::optional<Ticket> &state, const ApplyContext &context)
{
    if (auto refusal = fault(op, asked.ticket, context)) {
        return tl::unexpected(*refusal);
    }
    const Ticket begun = opened(op, asked.ticket, context);
    TicketChange change(op, begun, context);
    change.reckon();
    if (state) {
        if (*state == change.ticket) {
            return Outcome<Ticket>{*state, std::nullopt, true};
        }
        return refuse(Refusal::Code::Invalid, QStringLiteral("id"), QStringLiteral("this ticket is open already"));
    }
    TimelineEntry entry{op.id, op.scope, change.ticket.id, context.atMs, context.actor, context.actorName, EntryKind::Opened, {}, {}};
    return Outcome<Ticket>{change.ticket, std::move(entry), false};
}

} // namespace comptoir::domain
