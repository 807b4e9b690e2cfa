// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemDelegate>

namespace comptoir::ui {

class SearchModel;

/// Paints one thing found: icon, text, muted detail at the right.
class SearchDelegate : public QAbstractItemDelegate
{
    Q_OBJECT

public:
    explicit SearchDelegate(const SearchModel &model, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const SearchModel &m_model;
};

} // namespace comptoir::ui
