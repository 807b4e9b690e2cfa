// SPDX-License-Identifier: GPL-3.0-or-later
#include "BoardRow.h"

#include "DeskStyle.h"
#include "Fonts.h"
#include "Tokens.h"

#include <QEvent>
#include <QPainter>

namespace comptoir::ui {

namespace {

constexpr int kHeadPx = 26;

void paintRule(QPainter &painter, const QWidget &under)
{
    painter.setPen(tokens().line);
    painter.drawLine(0, under.height() - 1, under.width(), under.height() - 1);
}

} // namespace

BoardRow::BoardRow(QSize usual, QSize least, QWidget *parent) : QAbstractButton(parent), m_usual(usual), m_least(least)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

bool BoardRow::event(QEvent *event)
{
    const bool handled = QAbstractButton::event(event);
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave) {
        update();
    }
    return handled;
}

void BoardRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() || isDown()) {
        painter.fillRect(rect(), tokens().hover);
    }
    paintRule(painter, *this);
    paintCells(painter);
    if (hasFocus()) {
        paintFocusRing(painter, rect(), 4, tokens().accent);
    }
}

BoardHeads::BoardHeads(Place place, QWidget *parent) : QWidget(parent), m_place(std::move(place))
{
    setFixedHeight(kHeadPx);
}

void BoardHeads::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(fontOf(FontRole::Head));
    painter.setPen(tokens().muted);
    for (const Head &head : m_place(width())) {
        painter.drawText(rect().adjusted(head.left, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, head.text);
    }
    paintRule(painter, *this);
}

} // namespace comptoir::ui

#include "moc_BoardRow.cpp"
