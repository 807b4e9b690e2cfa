// SPDX-License-Identifier: GPL-3.0-or-later
#include "PriorityMark.h"

#include "Fonts.h"
#include "Icons.h"
#include "Words.h"

#include <QPainter>

namespace comptoir::ui {

PriorityMark::PriorityMark(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setPriority(domain::Priority::P3);
}

void PriorityMark::setPriority(domain::Priority priority)
{
    m_priority = priority;
    setAccessibleName(tr("Priority %1").arg(Words::of(priority)));
    setToolTip(accessibleName());
    update();
}

Tone PriorityMark::tone(domain::Priority priority)
{
    switch (priority) {
    case domain::Priority::P1: return Tone::Bad;
    case domain::Priority::P2: return Tone::Warn;
    default: return Tone::Muted;
    }
}

void PriorityMark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor tint = colour(tone(m_priority));
    paintIcon(painter, {2, 0, kIconPx, height()}, Words::iconOf(m_priority), tint);
    painter.setPen(tint);
    painter.setFont(fontOf(FontRole::Strong));
    painter.drawText(rect().adjusted(kIconPx + 6, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, Words::of(m_priority));
}

} // namespace comptoir::ui
