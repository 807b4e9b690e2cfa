// SPDX-License-Identifier: GPL-3.0-or-later
#include "TimelineView.h"

#include "TimelineDelegate.h"
#include "Tokens.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>

namespace comptoir::ui {

TimelineView::TimelineView(QWidget *parent) : QListView(parent), m_rows(new TimelineModel(this)), m_delegate(new TimelineDelegate(this))
{
    setObjectName(u"timeline"_qs);
    setAccessibleName(tr("History"));
    setModel(m_rows);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(QListView::Adjust);
    verticalScrollBar()->setSingleStep(20);
    m_delegate->layOutTo(viewport()->width());
}

void TimelineView::show(const std::vector<desk::TicketPage::Line> &lines, const TicketWords::NameOf &nameOf)
{
    const QScrollBar *bar = verticalScrollBar();
    const bool atEnd = bar->value() >= bar->maximum() - 4;
    m_rows->show(lines, nameOf);
    if (atEnd) {
        scrollToBottom();
    }
}

int TimelineView::contentHeight() const
{
    const QModelIndex last = m_rows->index(m_rows->rowCount() - 1);
    return last.isValid() ? visualRect(last).bottom() + 1 + verticalOffset() : 0;
}

QString TimelineView::chosenText() const
{
    QModelIndexList chosen = selectionModel()->selectedIndexes();
    std::sort(chosen.begin(), chosen.end());
    QStringList texts;
    for (const QModelIndex &index : chosen) {
        texts << m_rows->row(index.row()).spoken();
    }
    return texts.join(u"\n\n"_qs);
}

void TimelineView::copyChosen() const
{
    if (const QString text = chosenText(); !text.isEmpty()) {
        QApplication::clipboard()->setText(text);
    }
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copyChosen();
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid() && state() != EditingState) {
        edit(currentIndex());
        return;
    }
    QListView::keyPressEvent(event);
}

void TimelineView::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    if (verticalScrollBar()->value() > 0) {
        // Entries go on above: the line keeps a cut one from looking like part of the fields.
        QPainter(viewport()).fillRect(0, 0, viewport()->width(), 1, tokens().line);
    }
}

void TimelineView::scrollContentsBy(int dx, int dy)
{
    QListView::scrollContentsBy(dx, dy);
    viewport()->update(0, 0, viewport()->width(), 1 + std::abs(dy)); // the line does not move along
}

void TimelineView::resizeEvent(QResizeEvent *event)
{
    const bool atEnd = verticalScrollBar()->value() >= verticalScrollBar()->maximum() - 4;
    m_delegate->layOutTo(viewport()->width());
    QListView::resizeEvent(event);
    if (atEnd) {
        scrollToBottom();
    }
}

void TimelineView::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Copy"), this, &TimelineView::copyChosen);
    menu->addAction(tr("Show the text"), this, [this] { edit(currentIndex()); });
    menu->popup(event->globalPos());
}

} // namespace comptoir::ui
