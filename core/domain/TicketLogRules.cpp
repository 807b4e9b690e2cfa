// SPDX-License-Identifier: GPL-3.0-or-later
#include "FieldText.h"
#include "TicketRules.h"

namespace comptoir::domain {

Applied<Ticket> rule(TicketChange &change, const TicketNote &asked)
{
    if (asked.text.trimmed().isEmpty()) {
        return refuse(Refusal::Code::Invalid, QStringLiteral("text"), QStringLiteral("a note needs a text"));
    }
    if (auto refusal = tooLong(QStringLiteral("text"), asked.text)) {
        return tl::unexpected(*refusal);
    }
    if (auto refusal = change.barred()) {
        return tl::unexpected(*refusal);
    }
    if (asked.toRequester) {
        change.respond();
    }
    return change.accept(asked.toRequester ? EntryKind::PublicNote : EntryKind::Note, asked.text);
}

Applied<Ticket> rule(TicketChange &change, const TicketAssist &asked)
{
    FieldChanges told;
    const auto tell = [&](const char *field, const QString &value) {
        if (!value.isEmpty()) {
            told.list.push_back({QLatin1String(field), {}, value});
        }
    };
    for (const QString &text : {asked.assetName, asked.tool, asked.target, asked.outcome}) {
        if (auto refusal = tooLong(QStringLiteral("assist"), text)) {
            return tl::unexpected(*refusal);
        }
    }
    if (asked.outcome.isEmpty() || asked.durationMs < 0) {
        return refuse(Refusal::Code::Invalid, QStringLiteral("outcome"), QStringLiteral("a session needs its outcome"));
    }
    if (auto refusal = change.barred()) {
        return tl::unexpected(*refusal);
    }
    tell("asset", textOf(asked.asset));
    tell("asset_name", asked.assetName);
    tell("tool", asked.tool);
    tell("target", asked.target);
    tell("agreed", textOf(asked.agreed));
    tell("agreed_ms", textOf(asked.agreedMs));
    tell("started", textOf(asked.started));
    tell("duration_ms", textOf(asked.durationMs));
    tell("outcome", asked.outcome);
    return change.accept(EntryKind::Assist, {}, std::move(told));
}

} // namespace comptoir::domain
