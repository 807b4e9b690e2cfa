// SPDX-License-Identifier: GPL-3.0-or-later
#include "ElidedTexts.h"

#include <QFontMetrics>
#include <QPainter>

#include <cmath>

namespace comptoir::ui {

namespace {

QString onOneLine(QString text)
{
    for (QChar &letter : text) {
        if (letter == u'\n' || letter == u'\r' || letter == u'\t' || letter == QChar::LineSeparator
            || letter == QChar::ParagraphSeparator) {
            letter = u' ';
        }
    }
    return text;
}

} // namespace

void ElidedTexts::draw(QPainter &painter, const QRect &place, const QString &text)
{
    if (text.isEmpty() || place.width() <= 0) {
        return;
    }
    const Key key{text, painter.font(), place.width()};
    QStaticText *laid = m_laid.object(key);
    if (!laid) {
        laid = new QStaticText(QFontMetrics(key.font, painter.device()).elidedText(onOneLine(text), Qt::ElideRight, place.width()));
        laid->setTextFormat(Qt::PlainText);
        laid->prepare(painter.transform(), key.font);
        m_laid.insert(key, laid);
    }
    const auto high = int(std::ceil(laid->size().height()));
    painter.drawStaticText(place.x(), place.y() + (place.height() - high) / 2, *laid);
}

} // namespace comptoir::ui
