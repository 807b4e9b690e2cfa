// SPDX-License-Identifier: GPL-3.0-or-later
#include "TicketRules.h"

namespace comptoir::domain {

namespace {

std::optional<Refusal> attachFault(const TicketAttach &asked)
{
    const auto because = [](const char *field, const char *reason) {
        return Refusal{Refusal::Code::Invalid, QString::fromLatin1(field), {}, {}, QString::fromLatin1(reason)};
    };
    if (asked.attachment.isNull()) {
        return because("attachment", "an attachment needs an id");
    }
    if (auto refusal = tooLong(QStringLiteral("holder_name"), asked.holderName); refusal || asked.erased) {
        return refusal;
    }
    if (!isAttachmentName(asked.name)) {
        return because("name", "a file cannot go by this name");
    }
    if (asked.size < 1 || asked.size > kMostAttachmentBytes) {
        return because("size", "a file has at least one byte, and at most 25 MiB");
    }
    if (!isSha256(asked.sha256)) {
        return because("sha256", "this is no SHA-256 in hexadecimal digits");
    }
    return isMediaType(asked.mediaType) ? std::nullopt : std::optional(because("media_type", "this is no media type"));
}

} // namespace

Applied<Ticket> rule(TicketChange &change, const TicketAttach &asked)
{
    if (auto refusal = attachFault(asked)) {
        return tl::unexpected(*refusal);
    }
    if (auto refusal = change.barred()) {
        return tl::unexpected(*refusal);
    }
    // The name stands in the history as well: a line can be read before the row it names has come.
    FieldChanges told{{{QStringLiteral("attachment"), {}, asked.attachment.toString()},
                       {QStringLiteral("name"), {}, asked.name},
                       {QStringLiteral("size"), {}, QString::number(asked.size)}}};
    auto outcome = change.accept(EntryKind::Attached, {}, std::move(told));
    if (outcome && outcome->entry) {
        const TimelineEntry &entry = *outcome->entry;
        outcome->attachment = Attachment{asked.attachment, entry.scope,     entry.ticket,
                                         entry.id,         asked.name,      asked.size,
                                         asked.sha256,     asked.mediaType, entry.actor,
                                         entry.actorName,  entry.atMs,      asked.erased ? AttachmentState::Erased : AttachmentState::Held,
                                         asked.holder,     asked.holderName};
    }
    return outcome;
}

} // namespace comptoir::domain
