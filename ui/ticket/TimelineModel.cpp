// SPDX-License-Identifier: GPL-3.0-or-later
#include "TimelineModel.h"

#include "AttachmentWords.h"
#include "Words.h"

#include <QDateTime>
#include <QLocale>

namespace comptoir::ui {

namespace {

/// Names that stand beside an id in the same entry are for reading, the id is not. What the entry's own text says is not said twice.
bool isTold(const domain::FieldChange &change, const domain::TimelineEntry &entry)
{
    static const QStringList silent{u"agreed_ms"_qs, u"started"_qs,   u"id"_qs,        u"scope"_qs,
                                    u"number"_qs,    u"opened_ms"_qs, u"opened_by"_qs, u"contact"_qs};
    if (silent.contains(change.field) || (change.field == u"resolution"_qs && change.after == entry.text)) {
        return false;
    }
    if (entry.kind == domain::EntryKind::Assist && change.field == u"duration_ms"_qs && change.after == u"0"_qs) {
        return false;
    }
    const auto &all = entry.changes.list;
    return std::none_of(all.begin(), all.end(),
                        [&](const domain::FieldChange &other) { return other.field == change.field + u"_name"_qs; });
}

QString changeWords(const domain::FieldChange &change, const TicketWords::NameOf &nameOf)
{
    const QString field = TicketWords::field(change.field);
    const QString after = TicketWords::value(change.field, change.after, nameOf);
    return change.before.isEmpty()
        ? TimelineModel::tr("%1: %2").arg(field, after)
        : TimelineModel::tr("%1: %2 → %3").arg(field, TicketWords::value(change.field, change.before, nameOf), after);
}

/// Name and size of the file an entry says was attached; empty where an erasure has taken them.
QString fileIn(const domain::TimelineEntry &entry)
{
    QString name;
    qint64 size = 0;
    for (const domain::FieldChange &change : entry.changes.list) {
        if (change.field == u"name"_qs) {
            name = change.after;
        } else if (change.field == u"size"_qs) {
            size = change.after.toLongLong();
        }
    }
    return name.isEmpty() ? QString() : AttachmentWords::named(name, size);
}

TimelineRow rowOf(const desk::TicketPage::Line &line, const TicketWords::NameOf &nameOf)
{
    const domain::TimelineEntry &entry = line.entry;
    TimelineRow row;
    row.id = entry.id.value;
    row.kind = entry.kind;
    row.head = entry.actorName;
    row.deed = Words::of(entry.kind);
    row.when = line.late ? TimelineModel::tr("%1, arrived later", "time").arg(Times::clock(entry.atMs)) : Times::clock(entry.atMs);
    row.text = entry.text.trimmed();
    row.pending = line.pending;
    if (entry.kind == domain::EntryKind::Attached) {
        row.text = fileIn(entry);
        return row;
    }
    for (const domain::FieldChange &change : entry.changes.list) {
        if (isTold(change, entry)) {
            row.changes << changeWords(change, nameOf);
        }
    }
    return row;
}

TimelineRow dayOf(const QDate &date)
{
    TimelineRow row;
    row.isDay = true;
    row.head = QLocale().toString(date, QLocale::LongFormat);
    return row;
}

/// Rows that stand for the same thing, so that a change of one is a change, not a removal.
bool isSame(const TimelineRow &one, const TimelineRow &other)
{
    return one.isDay == other.isDay && one.id == other.id && (!one.isDay || one.head == other.head);
}

} // namespace

QString TimelineRow::spoken() const
{
    if (isDay) {
        return head;
    }
    QString out = when + u" · "_qs + head + u" · "_qs + deed;
    if (pending) {
        out += u" · "_qs + TimelineModel::tr("not sent yet");
    }
    if (!text.isEmpty()) {
        out += u'\n' + text;
    }
    return changes.isEmpty() ? out : out + u'\n' + changes.join(u'\n');
}

void TimelineModel::show(const std::vector<desk::TicketPage::Line> &lines, const TicketWords::NameOf &nameOf)
{
    std::vector<TimelineRow> next;
    next.reserve(lines.size() + 16);
    QDate day;
    for (const desk::TicketPage::Line &line : lines) {
        const QDate date = QDateTime::fromMSecsSinceEpoch(line.entry.atMs).date();
        if (date != day) {
            day = date;
            next.push_back(dayOf(day));
        }
        next.push_back(rowOf(line, nameOf));
    }
    // What begins and ends alike stays; only the middle is taken out and put in.
    std::size_t head = 0;
    while (head < m_rows.size() && head < next.size() && isSame(m_rows[head], next[head])) {
        ++head;
    }
    std::size_t tail = 0;
    while (tail < m_rows.size() - head && tail < next.size() - head
           && isSame(m_rows[m_rows.size() - 1 - tail], next[next.size() - 1 - tail])) {
        ++tail;
    }
    const auto begin = static_cast<int>(head);
    if (const auto gone = static_cast<int>(m_rows.size() - head - tail); gone > 0) {
        beginRemoveRows({}, begin, begin + gone - 1);
        m_rows.erase(m_rows.begin() + begin, m_rows.begin() + begin + gone);
        endRemoveRows();
    }
    if (const auto come = static_cast<int>(next.size() - head - tail); come > 0) {
        beginInsertRows({}, begin, begin + come - 1);
        m_rows.insert(m_rows.begin() + begin, next.begin() + begin, next.begin() + begin + come);
        endInsertRows();
    }
    for (std::size_t i = 0; i < next.size(); ++i) {
        if (m_rows[i] != next[i]) {
            m_rows[i] = std::move(next[i]);
            Q_EMIT dataChanged(index(static_cast<int>(i)), index(static_cast<int>(i)));
        }
    }
}

int TimelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    const TimelineRow &shown = row(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return shown.spoken();
    case Qt::EditRole: return shown.text.isEmpty() ? shown.spoken() : shown.text;
    default: return {};
    }
}

Qt::ItemFlags TimelineModel::flags(const QModelIndex &index) const
{
    if (!index.isValid()) {
        return Qt::NoItemFlags;
    }
    return row(index.row()).isDay ? Qt::ItemIsEnabled : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable;
}

} // namespace comptoir::ui
