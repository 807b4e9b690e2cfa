// SPDX-License-Identifier: GPL-3.0-or-later
#include "Icons.h"

#include "Log.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace comptoir::ui {

namespace {

/// Draws from the colours in use at that moment, so that a change of scheme needs no new icons.
class TintedIcon final : public QIconEngine
{
public:
    TintedIcon(QString name, Tone tone) : m_name(std::move(name)), m_tone(tone) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        paintIcon(*painter, rect, m_name, tint(mode), std::min(rect.width(), rect.height()));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return iconPixmap(m_name, tint(mode), std::min(size.width(), size.height()), 1.0);
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        return iconPixmap(m_name, tint(mode), qRound(std::min(size.width(), size.height()) / scale), scale);
    }
    QIconEngine *clone() const override { return new TintedIcon(m_name, m_tone); }

private:
    [[nodiscard]] QColor tint(QIcon::Mode mode) const { return mode == QIcon::Disabled ? tokens().muted : colour(m_tone); }

    QString m_name;
    Tone m_tone;
};

QByteArray drawing(const QString &name, const QColor &tint)
{
    QFile file(u":/icons/" % name % u".svg");
    if (!file.open(QIODevice::ReadOnly)) {
        qCWarning(base::lcUi) << "no icon named" << name;
        return {};
    }
    QByteArray svg = file.readAll();
    svg.replace("currentColor", tint.name().toLatin1());
    svg.replace("stroke-width=\"2\"", "stroke-width=\"1.8\"");
    return svg;
}

} // namespace

QIcon icon(const QString &name, Tone tone)
{
    return QIcon(new TintedIcon(name, tone));
}

QPixmap iconPixmap(const QString &name, const QColor &tint, int sizePx, qreal ratio)
{
    const QString key = u"comptoir/" % name % u'/' % tint.name() % u'/' % QString::number(sizePx) % u'/' % QString::number(ratio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap)) {
        return pixmap;
    }
    const int side = qRound(sizePx * ratio);
    pixmap = QPixmap(side, side);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(drawing(name, tint));
    if (renderer.isValid()) {
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        renderer.render(&painter, QRectF(0, 0, side, side));
    }
    pixmap.setDevicePixelRatio(ratio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

void paintIcon(QPainter &painter, const QRect &place, const QString &name, const QColor &tint, int sizePx)
{
    const QPoint corner(place.x() + (place.width() - sizePx) / 2, place.y() + (place.height() - sizePx) / 2);
    painter.drawPixmap(corner, iconPixmap(name, tint, sizePx, painter.device()->devicePixelRatioF()));
}

} // namespace comptoir::ui
