// SPDX-License-Identifier: GPL-3.0-or-later
#include "PlainLabel.h"

#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace comptoir::ui {

PlainLabel::PlainLabel(const QString &text, FontRole role, Tone tone, QWidget *parent) : QLabel(parent), m_tone(tone)
{
    setTextFormat(Qt::PlainText);
    setFont(fontOf(role));
    setText(text);
    setTextInteractionFlags(Qt::NoTextInteraction);
}

void PlainLabel::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

void PlainLabel::setElided(bool elided)
{
    m_elided = elided;
    updateGeometry();
    update();
}

QSize PlainLabel::minimumSizeHint() const
{
    if (!m_elided) {
        return QLabel::minimumSizeHint();
    }
    return {std::min(fontMetrics().horizontalAdvance(text()), fontMetrics().averageCharWidth() * 4), fontMetrics().height()};
}

QSize PlainLabel::sizeHint() const
{
    return m_elided ? QSize(fontMetrics().horizontalAdvance(text()) + 2, fontMetrics().height()) : QLabel::sizeHint();
}

void PlainLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(colour(m_tone));
    const QRect place = contentsRect();
    if (m_elided) {
        QString line = text();
        line.replace(u'\n', u' ');
        painter.drawText(place, int(alignment()) | Qt::TextSingleLine, fontMetrics().elidedText(line, Qt::ElideRight, place.width()));
        return;
    }
    painter.drawText(place, int(alignment()) | (wordWrap() ? Qt::TextWordWrap : 0), text());
}

bool PlainLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && m_elided && toolTip().isEmpty()
        && fontMetrics().horizontalAdvance(text()) > contentsRect().width()) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), plainToolTip(text()), this);
        return true;
    }
    return QLabel::event(event);
}

SectionLabel::SectionLabel(const QString &text, QWidget *parent) : PlainLabel(text, FontRole::Head, Tone::Muted, parent) {}

QString plainToolTip(const QString &text)
{
    return u"<qt>"_qs % text.left(2000).toHtmlEscaped().replace(u'\n', u"<br>"_qs) % u"</qt>"_qs;
}

} // namespace comptoir::ui
