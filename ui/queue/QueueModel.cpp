// SPDX-License-Identifier: GPL-3.0-or-later
#include "QueueModel.h"

#include "PlainLabel.h"
#include "Words.h"

#include <array>
#include <unordered_map>
#include <unordered_set>

namespace comptoir::ui {

namespace {

using Rows = std::vector<desk::QueueRow>;
using Places = std::unordered_map<domain::TicketId, int>;

Places placesOf(const Rows &rows)
{
    Places places;
    places.reserve(rows.size());
    for (size_t i = 0; i < rows.size(); ++i) {
        places.emplace(rows[i].id, int(i));
    }
    return places;
}

} // namespace

QueueModel::QueueModel(QObject *parent) : QAbstractTableModel(parent) {}

void QueueModel::show(Rows rows, bool more)
{
    m_more = more;
    m_asked = false;
    removeGone(rows);
    reorder(rows);
    insertNew(rows);
    replaceChanged(rows);
}

void QueueModel::removeGone(const Rows &rows)
{
    const Places wanted = placesOf(rows);
    int last = int(m_rows.size()) - 1;
    while (last >= 0) {
        if (wanted.contains(m_rows[size_t(last)].id)) {
            --last;
            continue;
        }
        int first = last;
        while (first > 0 && !wanted.contains(m_rows[size_t(first) - 1].id)) {
            --first;
        }
        beginRemoveRows({}, first, last);
        m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
        endRemoveRows();
        last = first - 1;
    }
}

/// Brings the rows that stay into their new order; persistent indexes (selection, current row) follow their tickets.
void QueueModel::reorder(const Rows &rows)
{
    const Places wanted = placesOf(rows);
    const auto before = [&wanted](const desk::QueueRow &a, const desk::QueueRow &b) { return wanted.at(a.id) < wanted.at(b.id); };
    if (std::is_sorted(m_rows.begin(), m_rows.end(), before)) {
        return;
    }
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const Rows old = m_rows;
    std::sort(m_rows.begin(), m_rows.end(), before);
    const Places now = placesOf(m_rows);
    const QModelIndexList from = persistentIndexList();
    QModelIndexList to;
    to.reserve(from.size());
    for (const QModelIndex &one : from) {
        to.append(index(now.at(old[size_t(one.row())].id), one.column()));
    }
    changePersistentIndexList(from, to);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void QueueModel::insertNew(Rows &rows)
{
    std::unordered_set<domain::TicketId> known;
    known.reserve(m_rows.size());
    for (const desk::QueueRow &row : m_rows) {
        known.insert(row.id);
    }
    for (size_t at = 0; at < rows.size(); ++at) {
        if (known.contains(rows[at].id)) {
            continue;
        }
        size_t end = at + 1;
        while (end < rows.size() && !known.contains(rows[end].id)) {
            ++end;
        }
        beginInsertRows({}, int(at), int(end) - 1);
        m_rows.insert(m_rows.begin() + qsizetype(at), rows.begin() + qsizetype(at), rows.begin() + qsizetype(end));
        endInsertRows();
        at = end;
    }
}

void QueueModel::replaceChanged(Rows &rows)
{
    for (size_t at = 0; at < rows.size(); ++at) {
        if (m_rows[at] != rows[at]) {
            m_rows[at] = std::move(rows[at]);
            Q_EMIT dataChanged(index(int(at), 0), index(int(at), Columns - 1));
        }
    }
}

void QueueModel::setNow(qint64 nowMs)
{
    m_nowMs = nowMs;
    if (!m_rows.empty()) {
        Q_EMIT dataChanged(index(0, Opened), index(int(m_rows.size()) - 1, Due), {Qt::DisplayRole});
    }
}

void QueueModel::setInFront(domain::TicketId ticket)
{
    const std::array rows{indexOf(std::exchange(m_inFront, ticket)), indexOf(ticket)};
    for (const int row : rows) {
        if (row >= 0) {
            Q_EMIT dataChanged(index(row, 0), index(row, Columns - 1), {Qt::AccessibleTextRole});
        }
    }
}

bool QueueModel::isInFront(int index) const
{
    return !m_inFront.isNull() && row(index).id == m_inFront;
}

int QueueModel::indexOf(domain::TicketId id) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [id](const desk::QueueRow &row) { return row.id == id; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int QueueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int QueueModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Columns);
}

bool QueueModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_more && !m_asked;
}

void QueueModel::fetchMore(const QModelIndex &)
{
    m_asked = true;
    Q_EMIT moreWanted();
}

QString QueueModel::cellText(const desk::QueueRow &row, int column) const
{
    switch (column) {
    case Prio: return Words::of(row.priority);
    case Number: return row.number;
    case Summary: return row.summary;
    case Requester: return row.requesterName;
    case Organisation: return row.organisationName;
    case Group: return row.groupName;
    case Assignee: return row.assigneeName;
    case Opened: return Times::ago(row.openedMs, m_nowMs);
    case Updated: return Times::ago(row.updatedMs, m_nowMs);
    case Due: return Times::due(row.dueMs, m_nowMs);
    case State: return Words::of(row.state);
    default: return {};
    }
}

QString QueueModel::dueReason(const desk::QueueRow &row) const
{
    if (row.dueMs == 0) {
        return tr("No target stands: the ticket waits or is done.");
    }
    const QString when = Times::full(row.dueMs);
    if (row.dueMs < m_nowMs) {
        return row.dueIsResponse ? tr("First response was due on %1.").arg(when) : tr("Resolution was due on %1.").arg(when);
    }
    return row.dueIsResponse ? tr("First response is due on %1.").arg(when) : tr("Resolution is due on %1.").arg(when);
}

QString QueueModel::spoken(const desk::QueueRow &row, int column) const
{
    QString text = cellText(row, column);
    if (column == Prio && row.major) {
        text += u", " % tr("major incident");
    }
    if (column == Summary && row.restricted) {
        text += u", " % tr("restricted");
    }
    if (column == Number) {
        text += row.unread ? u", " % tr("unread") : QString();
        text += row.pending ? u", " % tr("not sent yet") : QString();
        text += m_inFront == row.id ? u", " % tr("open beside") : QString();
    }
    if (column == Due && row.dueMs != 0 && row.dueMs < m_nowMs) {
        text += u", " % tr("overdue");
    }
    return text;
}

QVariant QueueModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const desk::QueueRow &shown = row(index.row());
    switch (role) {
    case Qt::DisplayRole: return cellText(shown, index.column());
    case Qt::AccessibleTextRole: return spoken(shown, index.column());
    case Qt::ToolTipRole:
        switch (index.column()) {
        case Due: return plainToolTip(dueReason(shown));
        case State:
            return plainToolTip(Words::stateOf(shown.state, shown.waitReason)
                                % (shown.assigneeName.isEmpty() ? QString() : QString(u'\n' % shown.assigneeName)));
        case Number: return plainToolTip(shown.pending ? tr("%1: changes made here are not sent yet").arg(shown.number) : shown.number);
        case Summary: return plainToolTip(shown.restricted ? tr("Restricted: %1").arg(shown.summary) : shown.summary);
        case Opened: return plainToolTip(Times::full(shown.openedMs));
        case Updated: return plainToolTip(Times::full(shown.updatedMs));
        case Prio: return plainToolTip(shown.major ? tr("Major incident") : Words::of(shown.kind));
        default: return plainToolTip(cellText(shown, index.column()));
        }
    default: return {};
    }
}

QVariant QueueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)) {
        return {};
    }
    switch (section) {
    case Prio: return role == Qt::DisplayRole ? tr("Prio.") : tr("Priority");
    case Number: return tr("Number");
    case Summary: return tr("Summary");
    case Requester: return tr("Requester");
    case Organisation: return tr("Organisation");
    case Group: return tr("Group");
    case Assignee: return tr("Assignee");
    case Opened: return tr("Opened");
    case Updated: return tr("Changed", "when a ticket last changed");
    case Due: return tr("Due");
    case State: return tr("State");
    default: return {};
    }
}

std::optional<desk::QueueOrder> QueueModel::orderOf(Column column)
{
    switch (column) {
    case Prio: return desk::QueueOrder::Priority;
    case Number: return desk::QueueOrder::Number;
    case Summary: return desk::QueueOrder::Summary;
    case Requester: return desk::QueueOrder::Requester;
    case Organisation: return desk::QueueOrder::Organisation;
    case Opened: return desk::QueueOrder::Opened;
    case Updated: return desk::QueueOrder::Updated;
    case Due: return desk::QueueOrder::Due;
    case State: return desk::QueueOrder::State;
    default: return std::nullopt;
    }
}

QueueModel::Column QueueModel::columnOf(desk::QueueOrder order)
{
    for (int column = 0; column < Columns; ++column) {
        if (orderOf(Column(column)) == order) {
            return Column(column);
        }
    }
    return Due;
}

} // namespace comptoir::ui
