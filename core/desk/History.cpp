// SPDX-License-Identifier: GPL-3.0-or-later
#include "History.h"

#include <QHash>

#include <limits>
#include <list>
#include <map>

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

QString nameIn(const OrderedEntry &one, const QString &field)
{
    const FieldChange *name = changeOf(one, field + u"_name");
    return name ? name->after : QString();
}

/// The entry whose value stands, of each field that changed.
QHash<QString, const OrderedEntry *> standingIn(const std::vector<OrderedEntry> &entries)
{
    QHash<QString, const OrderedEntry *> out;
    for (const OrderedEntry &one : entries) {
        for (const FieldChange &change : one.entry.changes.list) {
            const OrderedEntry *&last = out[change.field];
            last = !last || placeOf(one) > placeOf(*last) ? &one : last;
        }
    }
    return out;
}

/// Entries in the order they are shown. Putting one in costs the logarithm of what is there, and all of it at
/// about every thirtieth at one and the same place.
class ShownOrder
{
public:
    void add(OrderedEntry one)
    {
        const qint64 place = placeOf(one);
        // Only edits: the steps of a ticket's life are guarded and cannot pass each other.
        const bool edit = one.entry.kind == EntryKind::Edited;
        const auto passed = edit ? firstPassedBy(one, place) : m_lines.end();
        if (passed != m_lines.end()) {
            passed->late = true;
        }
        const auto line = m_lines.insert(passed, {std::move(one), false, labelBefore(passed)});
        if (edit) {
            for (const FieldChange &change : line->one.entry.changes.list) {
                note(m_tops[change.field], place, line);
            }
        }
    }

    [[nodiscard]] std::vector<TicketPage::Line> take()
    {
        std::vector<TicketPage::Line> out;
        out.reserve(m_lines.size());
        for (Line &line : m_lines) {
            out.push_back({std::move(line.one.entry), line.one.seq == 0, line.late});
        }
        return out;
    }

private:
    struct Line
    {
        OrderedEntry one;
        bool late = false;
        qint64 label = 0; ///< grows down the list
    };
    using Lines = std::list<Line>;
    /// Of one field's edits those with a later place than all shown above them, by their place: the first edit shown that has a later place
    /// than a given one is always among them.
    using Tops = std::map<qint64, Lines::iterator>;

    static constexpr qint64 kGap = qint64(1) << 32;

    Lines::iterator firstPassedBy(const OrderedEntry &one, qint64 place)
    {
        auto first = m_lines.end();
        for (const FieldChange &change : one.entry.changes.list) {
            Tops &tops = m_tops[change.field];
            const auto top = tops.upper_bound(place);
            if (top != tops.end() && (first == m_lines.end() || top->second->label < first->label)) {
                first = top->second;
            }
        }
        return first;
    }

    qint64 labelBefore(Lines::iterator next)
    {
        const auto above = [&] { return next == m_lines.begin() ? 0 : std::prev(next)->label; };
        if (next == m_lines.end()) {
            return above() + kGap;
        }
        if (next->label - above() < 2) {
            qint64 label = 0;
            for (Line &line : m_lines) {
                line.label = label += kGap;
            }
        }
        return above() + (next->label - above()) / 2;
    }

    /// `line` stands above every edit of the field with a later place; what it stands above of earlier places is no top any more.
    static void note(Tops &tops, qint64 place, Lines::iterator line)
    {
        const auto [at, fresh] = tops.try_emplace(place, line);
        if (!fresh && at->second->label < line->label) {
            return; // not sent either, and shown above
        }
        at->second = line;
        while (at != tops.begin() && std::prev(at)->second->label > line->label) {
            tops.erase(std::prev(at));
        }
    }

    Lines m_lines;
    QHash<QString, Tops> m_tops;
};

} // namespace

std::vector<TicketPage::Line> historyOf(std::vector<OrderedEntry> byTime)
{
    ShownOrder order;
    for (OrderedEntry &one : byTime) {
        order.add(std::move(one));
    }
    return order.take();
}

std::vector<TicketPage::Lost> lostBy(domain::OperatorId me, const std::vector<OrderedEntry> &entries)
{
    std::vector<TicketPage::Lost> out;
    const auto standing = standingIn(entries);
    QHash<QString, std::size_t> places; // in `out`
    for (const OrderedEntry &mine : entries) {
        if (mine.entry.actor != me || mine.entry.kind != EntryKind::Edited) {
            continue;
        }
        for (const FieldChange &change : mine.entry.changes.list) {
            const OrderedEntry *theirs = standing.value(change.field);
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
            const auto same = places.constFind(change.field);
            if (same == places.cend()) {
                places.insert(change.field, out.size());
                out.push_back(lost);
            } else {
                out[*same] = lost; // the later of two of one's own
            }
        }
    }
    return out;
}

} // namespace comptoir::desk
