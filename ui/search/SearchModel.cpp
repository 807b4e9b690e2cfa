// SPDX-License-Identifier: GPL-3.0-or-later
#include "SearchModel.h"

#include "ArchiveWords.h"
#include "Words.h"

namespace comptoir::ui {

namespace {

using Entry = SearchModel::Entry;

Entry titled(const QString &text)
{
    Entry entry;
    entry.text = text;
    return entry;
}

Entry of(const desk::PersonHit &hit)
{
    Entry entry;
    entry.kind = Entry::Kind::Person;
    entry.text = hit.person.displayName();
    entry.iconName = QStringLiteral("user");
    entry.person = hit.person.id;
    QStringList detail{hit.organisationName};
    detail.append(hit.person.service.isEmpty() ? hit.siteName : hit.person.service);
    if (!hit.person.numbers.list.empty()) {
        detail.append(hit.person.numbers.list.front().written);
    }
    detail.removeAll(QString());
    entry.detail = detail.join(u" · ");
    return entry;
}

Entry of(const desk::TicketHit &hit)
{
    Entry entry;
    entry.kind = Entry::Kind::Ticket;
    entry.text = hit.number % u"  " % hit.summary.simplified();
    entry.iconName = QStringLiteral("ticket");
    entry.ticket = hit.id;
    entry.detail = hit.requesterName.isEmpty() ? Words::of(hit.state) : QString(hit.requesterName % u" · " % Words::of(hit.state));
    return entry;
}

Entry of(const desk::ArchiveHit &hit)
{
    Entry entry;
    entry.kind = Entry::Kind::Archived;
    entry.text = hit.number % u"  " % hit.summary.simplified();
    entry.iconName = QStringLiteral("archive");
    entry.ticket = hit.id;
    entry.scope = hit.scope;
    entry.detail = ArchiveWords::older(hit.closedMs);
    return entry;
}

} // namespace

SearchModel::SearchModel(QObject *parent) : QAbstractListModel(parent) {}

void SearchModel::order(bool ticketsFirst)
{
    m_ticketsFirst = ticketsFirst;
}

void SearchModel::clear()
{
    m_people.clear();
    m_tickets.clear();
    m_numbers.clear();
    m_older.clear();
    rebuild();
}

void SearchModel::showPeople(const std::vector<desk::PersonHit> &hits)
{
    m_people.clear();
    for (const desk::PersonHit &hit : hits) {
        m_people.push_back(of(hit));
    }
    rebuild();
}

void SearchModel::showTickets(const std::vector<desk::TicketHit> &hits)
{
    m_tickets.clear();
    for (const desk::TicketHit &hit : hits) {
        m_tickets.push_back(of(hit));
    }
    rebuild();
}

void SearchModel::showNumber(const QString &number)
{
    m_numbers.clear();
    if (!number.isEmpty()) {
        Entry entry = titled(tr("Call %1").arg(number));
        entry.kind = Entry::Kind::Number;
        entry.iconName = QStringLiteral("phone-outgoing");
        entry.number = number;
        m_numbers.push_back(entry);
    }
    rebuild();
}

void SearchModel::offerOlder(bool again)
{
    Entry entry = titled(again ? tr("Try the older tickets again") : tr("Look in the older tickets"));
    entry.kind = Entry::Kind::Offer;
    entry.iconName = again ? QStringLiteral("refresh-cw") : QStringLiteral("archive");
    entry.detail = tr("at the service · Ctrl ⏎");
    m_older = {entry};
    rebuild();
}

void SearchModel::awaitOlder()
{
    Entry entry = titled(tr("Looking in the older tickets…"));
    entry.kind = Entry::Kind::Waiting;
    entry.iconName = QStringLiteral("loader");
    m_older = {entry};
    rebuild();
}

void SearchModel::showOlder(const std::vector<desk::ArchiveHit> &hits)
{
    m_older.clear();
    for (const desk::ArchiveHit &hit : hits) {
        m_older.push_back(of(hit));
    }
    rebuild();
}

void SearchModel::forgetOlder()
{
    m_older.clear();
    rebuild();
}

int SearchModel::firstOlder() const
{
    const auto first = std::find_if(m_entries.begin(), m_entries.end(),
                                    [](const Entry &entry) { return entry.kind == Entry::Kind::Archived; });
    return first == m_entries.end() ? -1 : int(first - m_entries.begin());
}

/// The list is a few lines and belongs to one search: it is shown anew when it differs.
void SearchModel::rebuild()
{
    std::vector<Entry> next;
    const auto add = [&next](const QString &name, const std::vector<Entry> &some) {
        if (!some.empty()) {
            next.push_back(titled(name));
            next.insert(next.end(), some.begin(), some.end());
        }
    };
    // Digits mean a ticket or a telephone; words alone mostly somebody.
    if (m_ticketsFirst) {
        add(tr("Tickets"), m_tickets);
        add(tr("People"), m_people);
    } else {
        add(tr("People"), m_people);
        add(tr("Tickets"), m_tickets);
    }
    add(tr("Telephone"), m_numbers);
    add(tr("Older tickets"), m_older);
    if (next == m_entries) {
        return;
    }
    beginResetModel();
    m_entries = std::move(next);
    endResetModel();
}

int SearchModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant SearchModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const Entry &shown = entry(index.row());
    switch (role) {
    case Qt::DisplayRole: return shown.text;
    case Qt::AccessibleTextRole: return shown.detail.isEmpty() ? shown.text : QString(shown.text % u", " % shown.detail);
    default: return {};
    }
}

Qt::ItemFlags SearchModel::flags(const QModelIndex &index) const
{
    const bool still = !index.isValid() || !isChoice(index.row());
    return still ? Qt::ItemFlags(Qt::NoItemFlags) : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

} // namespace comptoir::ui
