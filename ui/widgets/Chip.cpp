// SPDX-License-Identifier: GPL-3.0-or-later
#include "Chip.h"

#include "DeskStyle.h"
#include "Fonts.h"
#include "Icons.h"

#include <QPainter>

namespace comptoir::ui {

namespace {
constexpr int kHeight = 24;
constexpr int kPadding = 9;
constexpr int kMark = 12;
} // namespace

Chip::Chip(const QString &text, Tone tone, QWidget *parent) : QAbstractButton(parent), m_tone(tone)
{
    setText(text);
    QFont face = fontOf(FontRole::Secondary);
    face.setWeight(QFont::Medium);
    setFont(face);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setPressable(false);
    setAttribute(Qt::WA_Hover);
}

void Chip::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

void Chip::setIconName(const QString &name)
{
    m_icon = name;
    updateGeometry();
    update();
}

void Chip::setTrailingIcon(const QString &name)
{
    m_trailing = name;
    updateGeometry();
    update();
}

void Chip::setPressable(bool pressable)
{
    setFocusPolicy(pressable ? Qt::StrongFocus : Qt::NoFocus);
    setAttribute(Qt::WA_TransparentForMouseEvents, !pressable);
}

QSize Chip::sizeHint() const
{
    const int marks = (m_icon.isEmpty() ? 0 : kMark + 5) + (m_trailing.isEmpty() ? 0 : kMark + 5);
    return {fontMetrics().horizontalAdvance(text()) + marks + 2 * kPadding, kHeight};
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(focusPolicy() != Qt::NoFocus && underMouse() ? QPen(colour(m_tone), 1) : QPen(Qt::NoPen));
    painter.setBrush(ground(m_tone));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), height() / 2.0, height() / 2.0);
    int left = kPadding;
    int right = width() - kPadding;
    if (!m_icon.isEmpty()) {
        paintIcon(painter, QRect(left, 0, kMark, height()), m_icon, colour(m_tone), kMark);
        left += kMark + 5;
    }
    if (!m_trailing.isEmpty()) {
        paintIcon(painter, QRect(right - kMark, 0, kMark, height()), m_trailing, colour(m_tone), kMark);
        right -= kMark + 5;
    }
    painter.setPen(colour(m_tone));
    painter.drawText(QRect(left, 0, right - left, height()), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, text());
    if (hasFocus()) {
        paintFocusRing(painter, rect(), height() / 2.0, tokens().accent);
    }
}

} // namespace comptoir::ui
