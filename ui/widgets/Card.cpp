// SPDX-License-Identifier: GPL-3.0-or-later
#include "Card.h"

#include "Tokens.h"

#include <QPainter>

namespace comptoir::ui {

Card::Card(QWidget *parent) : QFrame(parent) {}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokens().line, 1));
    painter.setBrush(tokens().raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

Rule::Rule(Qt::Orientation orientation, QWidget *parent) : QWidget(parent)
{
    if (orientation == Qt::Horizontal) {
        setFixedHeight(1);
    } else {
        setFixedWidth(1);
    }
}

void Rule::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), tokens().line);
}

Ground::Ground(Kind kind, QWidget *parent) : QWidget(parent), m_kind(kind) {}

void Ground::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter(this).fillRect(rect(), m_kind == Kind::Bg ? t.bg : (m_kind == Kind::Surface ? t.surface : t.call));
}

} // namespace comptoir::ui
