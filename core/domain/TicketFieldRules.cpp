// SPDX-License-Identifier: GPL-3.0-or-later
#include "FieldText.h"
#include "TicketRules.h"

namespace comptoir::domain {

namespace {

struct Editable
{
    QLatin1String column;
    std::optional<GuardedField> guard;
};

const std::array kEditable{
    Editable{QLatin1String("kind"), {}},
    Editable{QLatin1String("impact"), GuardedField::Impact},
    Editable{QLatin1String("urgency"), GuardedField::Urgency},
    Editable{QLatin1String("major"), {}},
    Editable{QLatin1String("requester"), GuardedField::Requester},
    Editable{QLatin1String("beneficiary"), {}},
    Editable{QLatin1String("site"), {}},
    Editable{QLatin1String("asset"), {}},
    Editable{QLatin1String("category"), {}},
    Editable{QLatin1String("support_group"), GuardedField::Group},
    Editable{QLatin1String("channel"), {}},
    Editable{QLatin1String("summary"), {}},
    Editable{QLatin1String("description"), {}},
};

const Editable *editable(const QString &column)
{
    const auto found = std::find_if(kEditable.begin(), kEditable.end(), [&](const Editable &one) { return column == one.column; });
    return found == kEditable.end() ? nullptr : &*found;
}

std::optional<Refusal> fault(const TicketEdit &asked, const ApplyContext &context)
{
    if (!editable(asked.field)) {
        return Refusal{Refusal::Code::Invalid, asked.field.left(kMostCode), {}, {}, QStringLiteral("this field cannot be edited")};
    }
    if (asked.field == u"major" && !context.mayDeclareMajor) {
        return Refusal{Refusal::Code::Forbidden, asked.field, {}, {}, QStringLiteral("declaring a major incident needs a right")};
    }
    if (asked.field == u"summary" && asked.value.trimmed().isEmpty()) {
        return Refusal{Refusal::Code::Invalid, asked.field, {}, {}, QStringLiteral("a ticket needs a summary")};
    }
    if (auto refusal = tooLong(asked.field, asked.value)) {
        return refusal;
    }
    return tooLong(QStringLiteral("requester_name"), asked.display);
}

/// The names that stand beside ids, and what follows from the priority's parts.
void follow(TicketChange &change, const TicketEdit &asked)
{
    if (asked.field == u"requester") {
        change.ticket.requesterName = asked.display;
    } else if (asked.field == u"beneficiary") {
        change.ticket.beneficiaryName = asked.display;
    } else if (asked.field == u"impact" || asked.field == u"urgency" || asked.field == u"major") {
        change.reckon();
    }
}

} // namespace

Applied<Ticket> rule(TicketChange &change, const TicketEdit &asked)
{
    if (auto refusal = fault(asked, change.context())) {
        return tl::unexpected(*refusal);
    }
    const QString before = fieldText(change.ticket, asked.field).value_or(QString());
    if (!setFieldText(change.ticket, asked.field, asked.value)) {
        return refuse(Refusal::Code::Invalid, asked.field, QStringLiteral("not a value of this field"));
    }
    const auto guard = editable(asked.field)->guard;
    const bool alreadySo = fieldText(change.ticket, asked.field) == before;
    if (auto refusal = change.barred()) {
        return tl::unexpected(*refusal);
    }
    if (guard) {
        if (auto refusal = change.conflict(*guard, asked.expected, alreadySo)) {
            return tl::unexpected(*refusal);
        }
    }
    if (!alreadySo) {
        if (guard) {
            change.own(*guard);
        }
        follow(change, asked);
    }
    return change.accept(EntryKind::Edited);
}

Applied<Ticket> rule(TicketChange &change, const TicketTag &asked)
{
    if (auto refusal = change.barred()) {
        return tl::unexpected(*refusal);
    }
    QStringList &tags = change.ticket.tags.list;
    for (const QString &tag : asked.remove) {
        tags.removeAll(tag);
    }
    for (const QString &tag : asked.add) {
        if (tag.trimmed().isEmpty() || tag.size() > kMostCode) {
            return refuse(Refusal::Code::Invalid, QStringLiteral("tags"), QStringLiteral("a tag has 1 to %1 characters").arg(kMostCode));
        }
        if (!tags.contains(tag)) {
            tags.append(tag);
        }
    }
    if (tags.size() > kMostTags) {
        return refuse(Refusal::Code::Invalid, QStringLiteral("tags"), QStringLiteral("a ticket has at most %1 tags").arg(kMostTags));
    }
    return change.accept(EntryKind::Edited);
}

Applied<Ticket> rule(TicketChange &change, const TicketLink &asked)
{
    if (asked.parent && asked.parent == change.ticket.id) {
        return refuse(Refusal::Code::Invalid, QStringLiteral("parent"), QStringLiteral("a ticket cannot hang on itself"));
    }
    if (auto refusal = tooLong(QStringLiteral("number"), asked.parentNumber)) {
        return tl::unexpected(*refusal);
    }
    const bool alreadySo = change.ticket.parent == asked.parent;
    if (auto refusal = change.barred()) {
        return tl::unexpected(*refusal);
    }
    if (auto refusal = change.conflict(GuardedField::Parent, asked.expected, alreadySo)) {
        return tl::unexpected(*refusal);
    }
    if (alreadySo) {
        return change.accept(EntryKind::Linked);
    }
    change.ticket.parent = asked.parent;
    change.own(GuardedField::Parent);
    return change.accept(EntryKind::Linked, asked.parentNumber);
}

} // namespace comptoir::domain
