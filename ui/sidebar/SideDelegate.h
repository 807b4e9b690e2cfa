// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemDelegate>
#include <QFont>

namespace comptoir::ui {

class SideModel;
class Sidebar;

/// Paints the sidebar's lines: icon, label, count at the right; section titles small.
class SideDelegate : public QAbstractItemDelegate
{
    Q_OBJECT

public:
    SideDelegate(const SideModel &model, const Sidebar &view, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const SideModel &m_model;
    const Sidebar &m_view;
    QFont m_plain;
    QFont m_strong;
    QFont m_head;
};

} // namespace comptoir::ui
