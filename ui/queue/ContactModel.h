// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Contact.h"

#include <QAbstractListModel>

#include <functional>
#include <vector>

namespace comptoir::ui {

/// Calls, newest first; what stays keeps its place.
class ContactModel : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit ContactModel(QObject *parent = nullptr);

    void show(std::vector<domain::Contact> contacts);
    void setNow(qint64 nowMs);
    [[nodiscard]] qint64 nowMs() const { return m_nowMs; }
    [[nodiscard]] const domain::Contact &contact(int row) const { return m_contacts[size_t(row)]; }
    /// Names the operator at whose telephone a call rings.
    void setOperatorNames(std::function<QString(domain::OperatorId)> nameOf) { m_nameOf = std::move(nameOf); }
    /// The caller's name, or the number where it is unknown; where a call rings elsewhere, there.
    [[nodiscard]] QString whoOf(const domain::Contact &contact) const;
    /// "Appel manqué · 05 56 10 20 30 · 0:42"
    [[nodiscard]] static QString whatOf(const domain::Contact &contact);

    /// When it was; of a call that rings, since when.
    [[nodiscard]] QString whenOf(const domain::Contact &contact) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<domain::Contact> m_contacts;
    std::function<QString(domain::OperatorId)> m_nameOf;
    qint64 m_nowMs = 0;
};

} // namespace comptoir::ui
