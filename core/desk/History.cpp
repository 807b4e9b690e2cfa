// SPDX-License-Identifier: GPL-3.0-or-later
#include "History.h"

#include <limits>

namespace comptoir::desk {

namespace {

using domain::EntryKind;
using domain::FieldChange;

qint64 placeOf(const OrderedEntry &one)
{
    return one.seq == 0 ? std::numeric_limits<qint64>::max() : one.seq;
}

const FieldChange *changeOf(const OrderedEntry &one, const QString &field)
{
    const auto &all = one.entry.changes.list;
    const auto found = std::find_if(all.begin(), all.end(), [&](const FieldChange &change) { return change.field == field; });
    return found == all.end() ? nullptr : &*found;
}

bool shareAField(const OrderedEntry &one, const OrderedEntry &other)
{
    const auto &all = one.entry.changes.list;
    return std::any_of(all.begin(), all.end(), [&](const FieldChange &change) { return changeOf(other, change.field) != nullptr; });
}

QString nameIn(const OrderedEntry &one, const QString &field)
{
    const FieldChange *name = changeOf(one, field + u"_name");
    return name ? name->after : QString();
}

/// The entry whose value of the field stands.
const OrderedEntry *standing(const std::vector<OrderedEntry> &entries, const QString &field)
{
    const OrderedEntry *last = nullptr;
    for (const OrderedEntry &one : entries) {
        if (changeOf(one, field) && (!last || placeOf(one) > placeOf(*last))) {
            last = &one;
        }
    }
    return last;
}

} // namespace

std::vector<TicketPage::Line> historyOf(std::vector<OrderedEntry> byTime)
{
    std::vector<std::pair<OrderedEntry, bool>> out; // with whether it came late
    for (OrderedEntry &one : byTime) {
        // Only edits: the steps of a ticket's life are guarded and cannot pass each other.
        const auto passed = std::find_if(out.begin(), out.end(), [&](const auto &before) {
            return one.entry.kind == EntryKind::Edited && before.first.entry.kind == EntryKind::Edited
                && placeOf(before.first) > placeOf(one) && shareAField(before.first, one);
        });
        if (passed != out.end()) {
            passed->second = true;
        }
        out.insert(passed, {std::move(one), false});
    }
    std::vector<TicketPage::Line> lines;
    for (auto &[one, late] : out) {
        lines.push_back({std::move(one.entry), one.seq == 0, late});
    }
    return lines;
}

std::vector<TicketPage::Lost> lostBy(domain::OperatorId me, const std::vector<OrderedEntry> &entries)
{
    std::vector<TicketPage::Lost> out;
    for (const OrderedEntry &mine : entries) {
        if (mine.entry.actor != me || mine.entry.kind != EntryKind::Edited) {
            continue;
        }
        for (const FieldChange &change : mine.entry.changes.list) {
            const OrderedEntry *theirs = standing(entries, change.field);
            const bool passed = theirs->entry.actor != me && placeOf(*theirs) > placeOf(mine) && theirs->entry.atMs <= mine.entry.atMs;
            const QString stands = changeOf(*theirs, change.field)->after;
            if (!passed || stands == change.after) {
                continue;
            }
            const TicketPage::Lost lost{mine.entry.id,
                                        change.field,
                                        change.after,
                                        nameIn(mine, change.field),
                                        stands,
                                        nameIn(*theirs, change.field),
                                        theirs->entry.actorName,
                                        theirs->entry.atMs,
                                        mine.entry.atMs};
            const auto same = std::find_if(out.begin(), out.end(), [&](const TicketPage::Lost &one) { return one.field == lost.field; });
            if (same == out.end()) {
                out.push_back(lost);
            } else {
                *same = lost; // the later of two of one's own
            }
        }
    }
    return out;
}

} // namespace comptoir::desk
