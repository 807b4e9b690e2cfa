// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemDelegate>

namespace comptoir::ui {

class ContactModel;

/// Paints a call in one line: how it went, who, what, when.
class ContactDelegate : public QAbstractItemDelegate
{
    Q_OBJECT

public:
    explicit ContactDelegate(const ContactModel &model, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const ContactModel &m_model;
};

} // namespace comptoir::ui
