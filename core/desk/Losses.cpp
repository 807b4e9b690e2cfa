// SPDX-License-Identifier: GPL-3.0-or-later
#include "Losses.h"

#include "History.h"
#include "SettingTable.h"
#include "TicketTable.h"
#include "TimelineTable.h"

namespace comptoir::desk {

using base::Result;

namespace {

constexpr int kMostOvertaken = 200;

Result<std::vector<TicketPage::Lost>> lostOn(store::Db &db, domain::TicketId ticket, domain::OperatorId me)
{
    return store::TimelineTable::of(db, ticket).map([me](auto entries) {
        std::vector<OrderedEntry> byTime;
        byTime.reserve(entries.size());
        for (auto &stored : entries) {
            byTime.push_back({std::move(stored.entity), stored.seq});
        }
        return lostBy(me, byTime);
    });
}

} // namespace

QString lossKey(domain::OperationId op)
{
    return kLossKeys + op.toString();
}

Result<std::vector<Loss>> openLosses(store::Db &db, domain::OperatorId me, qint64 nowMs)
{
    const auto seen = store::SettingTable::all(db);
    const auto tickets = store::TimelineTable::overtaken(db, me, nowMs - kLossToldMs, nowMs + base::kDayMs, kMostOvertaken);
    if (!seen || !tickets) {
        return tl::unexpected(seen ? tickets.error() : seen.error());
    }
    std::vector<Loss> out;
    for (const domain::TicketId id : *tickets) {
        const auto ticket = store::TicketTable::findToShow(db, id.value);
        const auto losses = lostOn(db, id, me);
        if (!ticket || !losses) {
            return tl::unexpected(ticket ? losses.error() : ticket.error());
        }
        for (const TicketPage::Lost &lost : *losses) {
            if (*ticket && nowMs - lost.mineMs <= kLossToldMs && !seen->contains(lossKey(lost.op))) {
                out.push_back({id, (*ticket)->entity.number + u' ' + (*ticket)->entity.summary, lost});
            }
        }
    }
    std::stable_sort(out.begin(), out.end(), [](const Loss &a, const Loss &b) { return a.lost.mineMs < b.lost.mineMs; });
    return out;
}

} // namespace comptoir::desk
