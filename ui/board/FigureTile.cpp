// SPDX-License-Identifier: GPL-3.0-or-later
#include "FigureTile.h"

#include "DeskStyle.h"
#include "Fonts.h"
#include "Icons.h"

#include <QEvent>
#include <QPainter>

namespace comptoir::ui {

namespace {

constexpr int kPad = 13;

QFont titleFont()
{
    QFont font = fontOf(FontRole::Strong);
    font.setPixelSize(fontOf(FontRole::Secondary).pixelSize());
    return font;
}

} // namespace

FigureTile::FigureTile(const QString &title, QWidget *parent) : QAbstractButton(parent), m_title(title), m_figure(u"—"_qs)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(title);
}

void FigureTile::show(const QString &figure, Tone tone, const QString &line, const QString &footIcon, const QString &foot)
{
    if (figure == m_figure && tone == m_tone && line == m_line && foot == m_foot) {
        return;
    }
    m_figure = figure;
    m_tone = tone;
    m_line = line;
    m_footIcon = footIcon;
    m_foot = foot;
    QStringList spoken{m_title, figure, line, foot};
    spoken.removeAll(QString());
    setAccessibleName(spoken.join(u", "_qs));
    update();
}

bool FigureTile::event(QEvent *event)
{
    const bool handled = QAbstractButton::event(event);
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave) {
        update();
    }
    return handled;
}

void FigureTile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(tokens().line);
    painter.setBrush(underMouse() || isDown() ? tokens().hover : tokens().raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    const int width = this->width() - 2 * kPad;
    const auto line = [&](int top, int height, const QFont &font, Tone tone, const QString &text, int left = 0) {
        painter.setFont(font);
        painter.setPen(colour(tone));
        painter.drawText(QRect(kPad + left, top, width - left, height), Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, width - left));
    };
    line(12, 18, titleFont(), Tone::Muted, m_title);
    line(30, 40, fontOf(FontRole::Figure), m_tone, m_figure);
    line(72, 18, fontOf(FontRole::Secondary), Tone::Muted, m_line);
    if (!m_foot.isEmpty()) {
        paintIcon(painter, {kPad, 94, 12, 18}, m_footIcon, colour(Tone::Muted), 12);
        line(94, 18, fontOf(FontRole::Key), Tone::Muted, m_foot, 17);
    }
    if (hasFocus()) {
        paintFocusRing(painter, rect(), 8, tokens().accent);
    }
}

} // namespace comptoir::ui
