// SPDX-License-Identifier: GPL-3.0-or-later
#include "QueueReading.h"

#include "Catalogue.h"
#include "Fold.h"

namespace comptoir::desk {

namespace {

void addPlaces(const QueueFilter &filter, store::TicketConditions &out)
{
    if (filter.organisation) {
        out.ofOrganisation(*filter.organisation);
    }
    if (filter.group) {
        out.ofGroup(*filter.group);
    }
    if (filter.parent) {
        out.under(*filter.parent);
    }
    if (filter.requester) {
        out.requestedBy(*filter.requester);
    }
}

void addTimes(const QueueFilter &filter, qint64 nowMs, store::TicketConditions &out)
{
    if (filter.dueSoon) {
        out.dueBetween(nowMs, nowMs + kDueSoonMs);
    }
    if (filter.breached) {
        out.dueUntil(nowMs);
    }
    out.openedBetween(filter.openedAfterMs, filter.openedBeforeMs);
}

} // namespace

store::TicketConditions conditionsOf(const QueueFilter &filter, const DeskSession &session, const std::vector<domain::GroupId> &groups,
                                     qint64 nowMs)
{
    store::TicketConditions out;
    if (filter.state) {
        out.inState(*filter.state);
    } else if (!filter.closedToo) {
        out.open();
    }
    if (filter.mine) {
        out.assignedTo(session.operatorId);
    }
    if (filter.assignee) {
        out.assignedTo(*filter.assignee);
    }
    if (filter.unassigned) {
        out.assignedTo({});
    }
    if (filter.myGroups) {
        out.ofGroups(groups);
    }
    addPlaces(filter, out);
    addTimes(filter, nowMs, out);
    if (filter.major) {
        out.major();
    }
    if (filter.pendingHere) {
        out.pendingHere();
    }
    if (const QString words = store::wordQuery(filter.text); !words.isEmpty()) {
        out.matching(words);
    }
    return out;
}

store::TicketOrder orderOf(QueueOrder order)
{
    switch (order) {
    case QueueOrder::Due: return store::TicketOrder::Due;
    case QueueOrder::Priority: return store::TicketOrder::Priority;
    case QueueOrder::Number: return store::TicketOrder::Number;
    case QueueOrder::Summary: return store::TicketOrder::Summary;
    case QueueOrder::Requester: return store::TicketOrder::Requester;
    case QueueOrder::Organisation: return store::TicketOrder::Organisation;
    case QueueOrder::State: return store::TicketOrder::State;
    case QueueOrder::Opened: return store::TicketOrder::Opened;
    case QueueOrder::Updated: return store::TicketOrder::Updated;
    }
    return store::TicketOrder::Due;
}

QueueRow rowOf(const store::TicketLine &line, const Catalogue &catalogue)
{
    QueueRow row;
    row.id = line.id;
    row.number = line.number;
    row.summary = line.summary;
    row.requesterName = line.requesterName;
    row.organisationName = catalogue.organisationName(line.organisation);
    row.groupName = catalogue.groupName(line.group);
    row.assigneeName = catalogue.operatorName(line.assignee);
    row.kind = line.kind;
    row.state = line.state;
    row.waitReason = line.waitReason;
    row.priority = line.priority;
    row.major = line.major;
    row.openedMs = line.openedMs;
    row.updatedMs = line.updatedMs;
    row.dueMs = domain::isOpen(line.state) ? line.dueMs : 0;
    row.dueIsResponse = line.dueIsResponse;
    row.unread = line.unread;
    row.restricted = line.restricted;
    row.pending = line.pending;
    return row;
}

} // namespace comptoir::desk
