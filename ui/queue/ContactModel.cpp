// SPDX-License-Identifier: GPL-3.0-or-later
#include "ContactModel.h"

#include "Words.h"

#include <unordered_set>

namespace comptoir::ui {

ContactModel::ContactModel(QObject *parent) : QAbstractListModel(parent) {}

void ContactModel::show(std::vector<domain::Contact> contacts)
{
    std::unordered_set<domain::ContactId> wanted;
    for (const domain::Contact &contact : contacts) {
        wanted.insert(contact.id);
    }
    for (int row = int(m_contacts.size()) - 1; row >= 0; --row) {
        if (!wanted.contains(m_contacts[size_t(row)].id)) {
            beginRemoveRows({}, row, row);
            m_contacts.erase(m_contacts.begin() + row);
            endRemoveRows();
        }
    }
    for (int row = 0; row < int(contacts.size()); ++row) {
        domain::Contact &next = contacts[size_t(row)];
        const auto now = std::find_if(m_contacts.begin() + std::min(row, int(m_contacts.size())), m_contacts.end(),
                                      [&next](const domain::Contact &one) { return one.id == next.id; });
        const int at = int(now - m_contacts.begin());
        if (now == m_contacts.end()) {
            beginInsertRows({}, row, row);
            m_contacts.insert(m_contacts.begin() + row, std::move(next));
            endInsertRows();
            continue;
        }
        if (at != row && beginMoveRows({}, at, at, {}, row)) {
            std::rotate(m_contacts.begin() + row, m_contacts.begin() + at, m_contacts.begin() + at + 1);
            endMoveRows();
        }
        if (m_contacts[size_t(row)] != next) {
            m_contacts[size_t(row)] = std::move(next);
            Q_EMIT dataChanged(index(row), index(row));
        }
    }
}

void ContactModel::setNow(qint64 nowMs)
{
    m_nowMs = nowMs;
    if (!m_contacts.empty()) {
        Q_EMIT dataChanged(index(0), index(int(m_contacts.size()) - 1));
    }
}

QString ContactModel::whoOf(const domain::Contact &contact) const
{
    if (!contact.personName.isEmpty()) {
        return contact.personName;
    }
    if (contact.outcome == domain::CallOutcome::Ringing && contact.number.isEmpty() && contact.handledBy && m_nameOf) {
        return tr("At %1's telephone").arg(m_nameOf(contact.handledBy));
    }
    return contact.number.isEmpty() ? tr("Number withheld") : contact.number;
}

QString ContactModel::whatOf(const domain::Contact &contact)
{
    QString text = Words::of(contact.outcome, contact.direction);
    if (!contact.personName.isEmpty() && !contact.number.isEmpty()) {
        text += u" · " % contact.number;
    }
    if (contact.answeredMs > 0 && contact.endedMs > contact.answeredMs) {
        text += u" · " % Times::timer(contact.endedMs - contact.answeredMs);
    }
    return text;
}

QString ContactModel::whenOf(const domain::Contact &contact) const
{
    if (contact.outcome == domain::CallOutcome::Ringing) {
        return contact.startedMs == 0 ? u"—"_qs : tr("since %1").arg(Times::clock(contact.startedMs));
    }
    return Times::moment(contact.startedMs, m_nowMs);
}

int ContactModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_contacts.size());
}

QVariant ContactModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const domain::Contact &shown = contact(index.row());
    switch (role) {
    case Qt::DisplayRole: return whoOf(shown);
    case Qt::AccessibleTextRole: return QString(whoOf(shown) % u", " % whatOf(shown) % u", " % whenOf(shown));
    default: return {};
    }
}

} // namespace comptoir::ui
