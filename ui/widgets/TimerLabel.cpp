// SPDX-License-Identifier: GPL-3.0-or-later
#include "TimerLabel.h"

#include <QPainter>

namespace comptoir::ui {

TimerLabel::TimerLabel(FontRole role, Tone tone, QWidget *parent) : QWidget(parent), m_tone(tone)
{
    setFont(fontOf(role));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void TimerLabel::showSeconds(qint64 seconds)
{
    const qint64 whole = std::max<qint64>(0, seconds);
    const auto two = [](qint64 value) { return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0')); };
    const QString minutes = two(whole / 60 % 60) % u':' % two(whole % 60);
    const QString text = whole < 3600 ? minutes : QString(QString::number(whole / 3600) % u':' % minutes);
    if (text == m_text) {
        return;
    }
    const bool wider = text.size() != m_text.size();
    m_text = text;
    if (wider) {
        updateGeometry();
    }
    update();
}

void TimerLabel::clear()
{
    m_text.clear();
    updateGeometry();
    update();
}

int TimerLabel::cell(QChar sign) const
{
    if (!sign.isDigit()) {
        return fontMetrics().horizontalAdvance(sign);
    }
    return fontMetrics().horizontalAdvance(u'0');
}

QSize TimerLabel::sizeHint() const
{
    int width = 0;
    for (const QChar sign : m_text) {
        width += cell(sign);
    }
    return {width + 1, fontMetrics().height()};
}

void TimerLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(colour(m_tone));
    int x = 0;
    for (const QChar sign : m_text) {
        const int width = cell(sign);
        painter.drawText(QRect(x, 0, width, height()), Qt::AlignCenter | Qt::TextDontClip, QString(sign));
        x += width;
    }
}

} // namespace comptoir::ui
