// SPDX-License-Identifier: GPL-3.0-or-later
#include "QueueDelegate.h"

#include "Fonts.h"
#include "Icons.h"
#include "QueueModel.h"
#include "Words.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace comptoir::ui {

namespace {

constexpr int kLeastRowPx = 30;
constexpr int kCellPadding = 6;
constexpr int kLockPx = 14;
constexpr int kInFrontPx = 3;
constexpr qint64 kSoonMs = 2 * 3600 * 1000;

} // namespace

QueueDelegate::QueueDelegate(const QueueModel &model, QObject *parent)
    : QAbstractItemDelegate(parent)
    , m_model(model)
    , m_plain(fontOf(FontRole::Body))
    , m_strong(fontOf(FontRole::Strong))
{}

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {80, kLeastRowPx};
}

QColor QueueDelegate::textColour(const QModelIndex &index) const
{
    const desk::QueueRow &row = m_model.row(index.row());
    if (index.column() == QueueModel::Due && row.dueMs != 0) {
        const qint64 left = row.dueMs - m_model.nowMs();
        return left < 0 ? tokens().bad : (left < kSoonMs / 2 ? tokens().warn : tokens().muted);
    }
    return index.column() == QueueModel::Due ? tokens().muted : tokens().text;
}

void QueueDelegate::paintPriority(QPainter &painter, const QRect &place, const QModelIndex &index) const
{
    const desk::QueueRow &row = m_model.row(index.row());
    const bool first = row.priority == domain::Priority::P1;
    const QColor tint = first ? tokens().bad : (row.priority == domain::Priority::P2 ? tokens().warn : tokens().muted);
    paintIcon(painter, QRect(place.x(), place.y(), 14, place.height()), row.major ? QStringLiteral("siren") : Words::iconOf(row.priority),
              tint, 14);
    painter.setFont(m_strong);
    painter.setPen(tint);
    painter.drawText(place.adjusted(18, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, Words::of(row.priority));
    if (row.pending) {
        paintIcon(painter, QRect(place.x() + 37, place.y(), 12, place.height()), QStringLiteral("cloud-upload"), tokens().warn, 12);
    }
}

void QueueDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const desk::QueueRow &row = m_model.row(index.row());
    const QRect &cell = option.rect;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected) {
        painter->fillRect(cell, tokens().sel);
    } else if (index.row() == m_hovered || m_model.isInFront(index.row())) {
        painter->fillRect(cell, tokens().hover);
    }
    painter->fillRect(QRect(cell.x(), cell.bottom(), cell.width(), 1), tokens().line);
    if (cell.x() <= 0 && m_model.isInFront(index.row())) {
        painter->fillRect(QRect(0, cell.y(), kInFrontPx, cell.height() - 1), tokens().accent);
    }
    if (index.column() == QueueModel::Prio) {
        paintPriority(*painter, cell.adjusted(kCellPadding, 0, -kCellPadding, -1), index);
    } else {
        QRect place = cell.adjusted(kCellPadding, 0, -kCellPadding, -1);
        if (index.column() == QueueModel::Summary && row.restricted) {
            paintIcon(*painter, QRect(place.x(), place.y(), kLockPx, place.height()), QStringLiteral("lock"), tokens().warn, kLockPx);
            place.setLeft(place.left() + kLockPx + kCellPadding);
        }
        const QString text = index.data(Qt::DisplayRole).toString();
        const bool timely = index.column() == QueueModel::Due && textColour(index) != tokens().muted;
        painter->setFont(row.unread || timely ? m_strong : m_plain);
        painter->setPen(textColour(index));
        m_texts.draw(*painter, place, text);
    }
    if (const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
        view && view->hasFocus() && view->currentIndex().row() == index.row()) {
        // The focus ring runs along the whole row.
        painter->fillRect(QRect(cell.x(), cell.y(), cell.width(), 2), tokens().accent);
        painter->fillRect(QRect(cell.x(), cell.bottom() - 1, cell.width(), 2), tokens().accent);
        if (cell.x() <= 0) {
            painter->fillRect(QRect(cell.x(), cell.y(), 2, cell.height()), tokens().accent);
        } else if (cell.right() >= view->viewport()->width() - 1) {
            painter->fillRect(QRect(cell.right() - 1, cell.y(), 2, cell.height()), tokens().accent);
        }
    }
}

bool QueueDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid()) {
        return false;
    }
    QToolTip::showText(event->globalPos(), index.data(Qt::ToolTipRole).toString(), view, view->visualRect(index));
    return true;
}

} // namespace comptoir::ui
