// SPDX-License-Identifier: GPL-3.0-or-later
#include "BoardReading.h"

#include "CallLog.h"
#include "Catalogue.h"
#include "Durations.h"
#include "QueueReading.h"

#include <QDateTime>

namespace comptoir::desk {

using base::Result;
using store::TicketConditions;
using store::TicketQueue;
using store::TicketTally;

namespace {

BoardBar bar(const QString &code, const TicketTally &tally, const QueueFilter &filter)
{
    BoardBar out;
    out.code = code;
    out.count = tally.count;
    out.breached = tally.breached;
    out.filter = filter;
    return out;
}

Result<> readTotals(store::Db &db, qint64 nowMs, BoardFigures &out)
{
    const auto count = [&](TicketConditions which, int &into) {
        return TicketQueue::count(db, which.open()).map([&](int found) { into = found; });
    };
    return count({}, out.open)
        .and_then([&] { return count(TicketConditions().dueUntil(nowMs), out.breached); })
        .and_then([&] { return count(TicketConditions().dueBetween(nowMs, nowMs + kDueSoonMs), out.dueSoon); })
        .and_then([&] { return count(TicketConditions().assignedTo({}), out.unassigned); })
        .and_then([&] { return store::CallLog::since(db, startOfLocalDayMs(nowMs)); })
        .map([&](const store::CallLog::Today &today) {
            out.callsTakenToday = today.taken;
            out.callsMissedToday = today.missed;
        });
}

Result<> readBars(store::Db &db, qint64 nowMs, BoardFigures &out)
{
    const auto states = TicketQueue::openByState(db, nowMs);
    const auto groups = TicketQueue::openByGroup(db, nowMs);
    const auto organisations = TicketQueue::openByOrganisation(db, nowMs);
    if (!states || !groups || !organisations) {
        return tl::unexpected(!states ? states.error() : !groups ? groups.error() : organisations.error());
    }
    for (const auto &[state, tally] : *states) {
        QueueFilter filter;
        filter.state = state;
        out.byState.push_back(bar(domain::codeOf(state), tally, filter));
    }
    for (const auto &[group, tally] : *groups) {
        QueueFilter filter;
        filter.group = group;
        out.byGroup.push_back(bar({}, tally, filter));
    }
    for (const auto &[organisation, tally] : *organisations) {
        QueueFilter filter;
        filter.organisation = organisation;
        out.byOrganisation.push_back(bar({}, tally, filter));
    }
    return {};
}

Result<> readAges(store::Db &db, qint64 nowMs, BoardFigures &out)
{
    const qint64 today = startOfLocalDayMs(nowMs);
    struct Age
    {
        const char *code;
        qint64 fromMs;
        qint64 beforeMs;
    };
    const std::array ages{Age{"today", today, 0}, Age{"days_1_3", today - 3 * base::kDayMs, today},
                          Age{"days_4_7", today - 7 * base::kDayMs, today - 3 * base::kDayMs},
                          Age{"days_8_30", today - 30 * base::kDayMs, today - 7 * base::kDayMs},
                          Age{"older", 0, today - 30 * base::kDayMs}};
    for (const Age &age : ages) {
        QueueFilter filter;
        filter.openedAfterMs = age.fromMs;
        filter.openedBeforeMs = age.beforeMs;
        const auto tally = TicketQueue::openTally(db, TicketConditions().openedBetween(age.fromMs, age.beforeMs), nowMs);
        if (!tally) {
            return tl::unexpected(tally.error());
        }
        out.byAge.push_back(bar(QLatin1String(age.code), *tally, filter));
    }
    return {};
}

} // namespace

Result<BoardFigures> readFigures(store::Db &db, qint64 nowMs)
{
    BoardFigures out;
    out.madeMs = nowMs;
    return readTotals(db, nowMs, out)
        .and_then([&] { return readBars(db, nowMs, out); })
        .and_then([&] { return readAges(db, nowMs, out); })
        .map([&] { return std::move(out); });
}

void nameBars(BoardFigures &figures, const Catalogue &catalogue)
{
    for (BoardBar &one : figures.byGroup) {
        one.label = catalogue.groupName(one.filter.group.value_or(domain::GroupId{}));
    }
    for (BoardBar &one : figures.byOrganisation) {
        one.label = catalogue.organisationName(one.filter.organisation.value_or(domain::OrganisationId{}));
    }
}

qint64 startOfLocalDayMs(qint64 nowMs)
{
    return QDateTime::fromMSecsSinceEpoch(nowMs).date().startOfDay().toMSecsSinceEpoch();
}

} // namespace comptoir::desk
