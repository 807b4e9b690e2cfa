// SPDX-License-Identifier: GPL-3.0-or-later
#include "FitScroll.h"

#include <QApplication>
#include <QEvent>
#include <QScrollBar>

namespace comptoir::ui {

namespace {

constexpr int kLeastHeight = 72;
constexpr int kFocusMargin = 24; // a focused field never touches the edge

} // namespace

FitScroll::FitScroll(QWidget *content, QWidget *parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setWidget(content);
    viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    content->installEventFilter(this);
    verticalScrollBar()->setSingleStep(20);
}

QSize FitScroll::sizeHint() const
{
    const int height = widget()->hasHeightForWidth() ? widget()->heightForWidth(viewport()->width()) : widget()->sizeHint().height();
    return {widget()->sizeHint().width(), std::max(height, widget()->minimumSizeHint().height())};
}

QSize FitScroll::minimumSizeHint() const
{
    return {widget()->minimumSizeHint().width(), std::min(kLeastHeight, sizeHint().height())};
}

bool FitScroll::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize)) {
        updateGeometry();
    }
    return QScrollArea::eventFilter(watched, event);
}

bool FitScroll::focusNextPrevChild(bool next)
{
    const bool moved = QScrollArea::focusNextPrevChild(next);
    showFocused();
    return moved;
}

void FitScroll::showFocused()
{
    if (QWidget *focused = QApplication::focusWidget(); focused && widget()->isAncestorOf(focused)) {
        ensureWidgetVisible(focused, 0, kFocusMargin);
    }
}

} // namespace comptoir::ui
