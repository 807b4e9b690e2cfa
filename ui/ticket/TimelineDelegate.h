// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Id.h"

#include <QHash>
#include <QStyledItemDelegate>

namespace comptoir::ui {

struct TimelineRow;

/// Paints an entry of the history: icon, who and what, the time at the right, the text below, changes as old → new. Plain text only.
/// Heights follow the content and are remembered by entry and width. Its editor is read-only: a text to select from and copy.
class TimelineDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// The width rows are laid out to, in pixels.
    void layOutTo(int width);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    struct Height
    {
        qsizetype length = 0; ///< of the row's text: another length, another height
        int height = 0;
    };

    void paintDay(QPainter *painter, const QRect &place, const TimelineRow &row) const;
    void paintEntry(QPainter *painter, const QStyleOptionViewItem &option, const TimelineRow &row) const;

    int m_width = 0;
    mutable QHash<base::Uuid, Height> m_heights;
};

} // namespace comptoir::ui
