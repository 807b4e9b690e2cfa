// SPDX-License-Identifier: GPL-3.0-or-later
#include "SideModel.h"

#include "PlainLabel.h"

#include <QLocale>

namespace comptoir::ui {

namespace {

constexpr size_t kMostOrganisations = 8;
constexpr size_t kMostDrafts = 50; // more than anybody begins
constexpr int kDraftLabel = 80;

using Opens = SideEntry::Opens;

SideEntry title(const QString &key, const QString &label)
{
    SideEntry entry;
    entry.key = key;
    entry.label = label;
    return entry;
}

SideEntry queue(const QString &key, const QString &label, const QString &iconName, int count, const desk::QueueFilter &filter,
                const QString &next)
{
    SideEntry entry = title(key, label);
    entry.opens = Opens::Queue;
    entry.iconName = iconName;
    entry.count = count;
    entry.filter = filter;
    entry.next = next;
    return entry;
}

desk::QueueFilter where(bool desk::QueueFilter::*condition)
{
    desk::QueueFilter filter;
    filter.*condition = true;
    return filter;
}

SideEntry opening(const QString &key, Opens opens, const QString &label, const QString &iconName)
{
    SideEntry entry = title(key, label);
    entry.opens = opens;
    entry.iconName = iconName;
    return entry;
}

} // namespace

SideModel::SideModel(QObject *parent) : QAbstractListModel(parent) {}

std::vector<SideEntry> SideModel::entriesOf(const Content &content)
{
    const desk::QueueCounts &counts = content.counts;
    std::vector<SideEntry> list;
    list.push_back(title(u"queues"_qs, tr("My queues")));
    list.push_back(queue(u"mine"_qs, tr("Mine"), u"user"_qs, counts.mine, where(&desk::QueueFilter::mine),
                         tr("Nothing is yours just now. Take a ticket of your groups, or open one.")));
    list.push_back(queue(u"groups"_qs, content.groupName.isEmpty() ? tr("My groups") : content.groupName, u"users"_qs, counts.myGroups,
                         where(&desk::QueueFilter::myGroups), tr("Your groups have nothing open. New tickets come here by themselves.")));
    list.push_back(queue(u"unassigned"_qs, tr("Unassigned"), u"inbox"_qs, counts.unassigned, where(&desk::QueueFilter::unassigned),
                         tr("Everybody's ticket has somebody. Well done.")));
    list.push_back(queue(u"soon"_qs, tr("Due soon"), u"clock-alert"_qs, counts.dueSoon, where(&desk::QueueFilter::dueSoon),
                         tr("No target falls within two hours.")));
    list.back().tone = counts.dueSoon > 0 ? Tone::Warn : Tone::Muted;
    list.push_back(queue(u"breached"_qs, tr("Overdue"), u"triangle-alert"_qs, counts.breached, where(&desk::QueueFilter::breached),
                         tr("Nothing is overdue.")));
    list.back().tone = counts.breached > 0 ? Tone::Bad : Tone::Muted;
    list.push_back(queue(u"all"_qs, tr("All open"), u"list"_qs, counts.allOpen, {}, tr("No ticket is open. Ctrl N opens one.")));

    list.push_back(title(u"calls"_qs, tr("Calls")));
    list.push_back(opening(u"missed"_qs, Opens::MissedCalls, tr("Missed"), u"phone-missed"_qs));
    list.back().count = counts.missedCalls;
    list.back().tone = counts.missedCalls > 0 ? Tone::Bad : Tone::Muted;
    list.push_back(opening(u"log"_qs, Opens::CallLog, tr("Log", "of calls"), u"history"_qs));

    if (!content.drafts.empty()) {
        list.push_back(title(u"drafts"_qs, tr("Being written")));
        for (size_t i = 0; i < std::min(content.drafts.size(), kMostDrafts); ++i) {
            const desk::Draft &draft = content.drafts[content.drafts.size() - 1 - i]; // the newest first
            const QString summary = draft.ticket.summary.simplified().left(kDraftLabel);
            list.push_back(
                opening(u"draft:" % draft.id.toString(), Opens::Draft, summary.isEmpty() ? draft.ticket.number : summary, u"pencil"_qs));
            list.back().draft = draft.id;
        }
    }
    if (content.supervises || counts.major > 0) {
        list.push_back(title(u"steering"_qs, tr("Steering")));
    }
    if (content.supervises) {
        list.push_back(opening(u"board"_qs, Opens::Board, tr("Control room"), u"layout-dashboard"_qs));
    }
    if (content.supervises || counts.major > 0) {
        list.push_back(queue(u"major"_qs, tr("Major incidents"), u"siren"_qs, counts.major, where(&desk::QueueFilter::major),
                             tr("No major incident is open.")));
        list.back().tone = counts.major > 0 ? Tone::Warn : Tone::Muted;
    }
    const auto named = [](const desk::OrganisationCount &one) { return !one.name.isEmpty(); };
    if (std::any_of(counts.organisations.begin(), counts.organisations.end(), named)) {
        list.push_back(title(u"organisations"_qs, tr("By organisation")));
        for (size_t i = 0; i < std::min(counts.organisations.size(), kMostOrganisations); ++i) {
            const desk::OrganisationCount &one = counts.organisations[i];
            if (one.name.isEmpty()) {
                continue; // not fetched yet; its tickets stand in the other queues
            }
            desk::QueueFilter filter;
            filter.organisation = one.id;
            list.push_back(queue(u"organisation:" % one.id.toString(), one.name, u"building-2"_qs, one.open, filter,
                                 tr("This organisation has nothing open.")));
        }
    }
    for (SideEntry &entry : list) {
        if (!content.whole && entry.count == 0) {
            entry.count.reset();
        }
    }
    return list;
}

void SideModel::show(const Content &content)
{
    std::vector<SideEntry> wanted = entriesOf(content);
    const auto has = [](const std::vector<SideEntry> &list, const QString &key) {
        return std::any_of(list.begin(), list.end(), [&key](const SideEntry &entry) { return entry.key == key; });
    };
    for (int row = int(m_entries.size()) - 1; row >= 0; --row) {
        if (!has(wanted, m_entries[size_t(row)].key)) {
            beginRemoveRows({}, row, row);
            m_entries.erase(m_entries.begin() + row);
            endRemoveRows();
        }
    }
    for (int row = 0; row < int(wanted.size()); ++row) {
        SideEntry &entry = wanted[size_t(row)];
        const int now = indexOf(entry.key);
        if (now < 0) {
            beginInsertRows({}, row, row);
            m_entries.insert(m_entries.begin() + row, std::move(entry));
            endInsertRows();
            continue;
        }
        if (now != row && beginMoveRows({}, now, now, {}, row)) { // what stands before `row` is in place already: now > row
            std::rotate(m_entries.begin() + row, m_entries.begin() + now, m_entries.begin() + now + 1);
            endMoveRows();
        }
        if (m_entries[size_t(row)] != entry) {
            m_entries[size_t(row)] = std::move(entry);
            Q_EMIT dataChanged(index(row), index(row));
        }
    }
}

int SideModel::indexOf(const QString &key) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&key](const SideEntry &entry) { return entry.key == key; });
    return found == m_entries.end() ? -1 : int(found - m_entries.begin());
}

int SideModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant SideModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const SideEntry &shown = entry(index.row());
    switch (role) {
    case Qt::DisplayRole: return shown.label;
    case Qt::ToolTipRole: return plainToolTip(shown.label);
    case Qt::AccessibleTextRole: return shown.count ? QString(shown.label % u", " % QLocale().toString(*shown.count)) : shown.label;
    default: return {};
    }
}

Qt::ItemFlags SideModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || entry(index.row()).opens == Opens::Title) {
        return Qt::NoItemFlags;
    }
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

} // namespace comptoir::ui
