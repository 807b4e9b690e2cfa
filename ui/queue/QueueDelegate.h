// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ElidedTexts.h"

#include <QAbstractItemDelegate>
#include <QFont>

namespace comptoir::ui {

class QueueModel;

/// Paints a queue's cells straight from the row: no option initialisation, no document, no markup.
class QueueDelegate : public QAbstractItemDelegate
{
    Q_OBJECT

public:
    explicit QueueDelegate(const QueueModel &model, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option, const QModelIndex &index) override;

    void setHoveredRow(int row) { m_hovered = row; }

private:
    void paintPriority(QPainter &painter, const QRect &place, const QModelIndex &index) const;
    [[nodiscard]] QColor textColour(const QModelIndex &index) const;

    const QueueModel &m_model;
    QFont m_plain;
    QFont m_strong;
    mutable ElidedTexts m_texts; ///< how they were laid out, nothing else
    int m_hovered = -1;
};

} // namespace comptoir::ui
