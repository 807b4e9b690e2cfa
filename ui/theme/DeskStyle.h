// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>
#include <QStyleOption>

namespace comptoir::ui {

/// The corners of a list that opens over the window, in pixels.
inline constexpr int kListRadius = 6;

/// Fusion with the desk's measures and its own painting of fields, lists, menus, tabs, scroll bars and the focus ring.
class DeskStyle final : public QProxyStyle
{
    Q_OBJECT

public:
    DeskStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part, const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const override;
    /// Of our own drawings where a field needs one: the desktop's set of icons is searched for long.
    QIcon standardIcon(StandardPixmap which, const QStyleOption *option, const QWidget *widget) const override;
    void polish(QWidget *widget) override;
    using QProxyStyle::polish;

private:
    /// The words of a list to choose from.
    void drawChosen(const QStyleOptionComboBox &combo, QPainter &painter, const QWidget *widget) const;
};

/// Paints the 2 px focus ring just inside `place`.
void paintFocusRing(QPainter &painter, const QRectF &place, qreal radius, const QColor &ring);

} // namespace comptoir::ui
