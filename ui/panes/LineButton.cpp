// SPDX-License-Identifier: GPL-3.0-or-later
#include "LineButton.h"

#include "DeskStyle.h"
#include "Fonts.h"
#include "Icons.h"
#include "PlainLabel.h"

#include <QEvent>
#include <QPainter>

namespace comptoir::ui {

namespace {

constexpr int kBleed = 6; // the hover ground reaches this far beyond the text

} // namespace

LineButton::LineButton(QWidget *parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LineButton::show(const QString &icon, const QString &front, const QString &text, const QString &end, Tone endTone)
{
    m_icon = icon;
    m_front = front;
    m_body = text;
    m_end = end;
    m_endTone = endTone;
    QStringList spoken{front, text, end};
    spoken.removeAll(QString());
    setAccessibleName(spoken.join(u", "_qs));
    setToolTip(plainToolTip(spoken.join(u" · "_qs)));
    update();
}

void LineButton::setPressable(bool pressable)
{
    m_pressable = pressable;
    setFocusPolicy(pressable ? Qt::StrongFocus : Qt::NoFocus);
    setCursor(pressable ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void LineButton::setTextMuted(bool muted)
{
    m_bodyMuted = muted;
}

bool LineButton::event(QEvent *event)
{
    const bool handled = QAbstractButton::event(event);
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave) {
        update();
    }
    return handled;
}

void LineButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_pressable && (underMouse() || isDown())) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens().hover);
        painter.drawRoundedRect(rect(), 6, 6);
    }
    QRect room = rect();
    if (!m_icon.isEmpty()) {
        paintIcon(painter, {room.left(), 0, kIconPx, height()}, m_icon, colour(Tone::Text));
        room.setLeft(room.left() + kIconPx + 8);
    }
    painter.setFont(fontOf(FontRole::Body));
    if (!m_end.isEmpty()) {
        painter.setPen(colour(m_endTone));
        painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter, m_end);
        room.setRight(room.right() - painter.fontMetrics().horizontalAdvance(m_end) - 12);
    }
    painter.setPen(colour(Tone::Text));
    if (!m_front.isEmpty()) {
        const QString front = painter.fontMetrics().elidedText(m_front, Qt::ElideRight, room.width());
        painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter, front);
        room.setLeft(room.left() + painter.fontMetrics().horizontalAdvance(front) + 8);
    }
    if (m_bodyMuted) {
        painter.setPen(colour(Tone::Muted));
    }
    if (room.width() > kBleed) {
        QString body = m_body;
        painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         painter.fontMetrics().elidedText(body.replace(u'\n', u' '), Qt::ElideRight, room.width()));
    }
    if (hasFocus()) {
        paintFocusRing(painter, rect(), 6, tokens().accent);
    }
}

} // namespace comptoir::ui
