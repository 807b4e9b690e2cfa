// SPDX-License-Identifier: GPL-3.0-or-later
#include "DeskStyle.h"

#include "Icons.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

namespace comptoir::ui {

namespace {

constexpr qreal kRadius = 6;
constexpr int kControlPx = 30;
constexpr int kArrowPx = 28;

void paintField(QPainter &painter, const QRect &place, bool enabled, bool focused, bool hovered)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(focused ? tokens().accent : tokens().fieldline, focused ? 2 : 1));
    painter.setBrush(hovered && enabled ? tokens().hover : (enabled ? tokens().surface : tokens().bg));
    const qreal inset = focused ? 1 : 0.5;
    painter.drawRoundedRect(QRectF(place).adjusted(inset, inset, -inset, -inset), kRadius, kRadius);
}

void paintCheck(QPainter &painter, const QRect &place, QStyle::State state, bool round)
{
    const bool on = state.testFlag(QStyle::State_On) || state.testFlag(QStyle::State_NoChange);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(on ? tokens().accent : tokens().fieldline, 1));
    painter.setBrush(on ? tokens().accent : tokens().surface);
    const QRectF box = QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5);
    const qreal radius = round ? box.width() / 2 : 4;
    painter.drawRoundedRect(box, radius, radius);
    if (!on) {
        return;
    }
    if (round) {
        painter.setBrush(tokens().onaccent);
        painter.setPen(Qt::NoPen);
        painter.drawEllipse(box.center(), 3, 3);
    } else {
        paintIcon(painter, place, state.testFlag(QStyle::State_On) ? QStringLiteral("check") : QStringLiteral("minus"), tokens().onaccent,
                  14);
    }
}

} // namespace

void paintFocusRing(QPainter &painter, const QRectF &place, qreal radius, const QColor &ring)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(ring, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), radius, radius);
    painter.restore();
}

DeskStyle::DeskStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

void DeskStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    painter->save();
    switch (element) {
    case PE_FrameFocusRect:
        // Item views show their current row themselves.
        if (!qobject_cast<const QAbstractItemView *>(widget)) {
            paintFocusRing(*painter, option->rect, 4, tokens().accent);
        }
        break;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: paintCheck(*painter, option->rect, option->state, false); break;
    case PE_IndicatorRadioButton: paintCheck(*painter, option->rect, option->state, true); break;
    case PE_PanelItemViewItem:
    case PE_PanelItemViewRow:
        if (option->state.testFlag(State_Selected)) {
            painter->fillRect(option->rect, tokens().sel);
        } else if (option->state.testFlag(State_MouseOver)) {
            painter->fillRect(option->rect, tokens().hover);
        }
        break;
    default: QProxyStyle::drawPrimitive(element, option, painter, widget); break;
    }
    painter->restore();
}

void DeskStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (element != CE_ComboBoxLabel || !combo) {
        QProxyStyle::drawControl(element, option, painter, widget);
        return;
    }
    QRect place = option->rect.adjusted(10, 0, -kArrowPx, 0);
    const bool enabled = option->state.testFlag(State_Enabled);
    if (!combo->currentIcon.isNull()) {
        combo->currentIcon.paint(painter, QRect(place.x(), place.y(), kIconPx, place.height()));
        place.setLeft(place.left() + kIconPx + 8);
    }
    const auto *box = qobject_cast<const QComboBox *>(widget);
    const bool placeholder = box && box->currentIndex() < 0;
    painter->setPen(enabled && !placeholder ? tokens().text : tokens().muted);
    painter->drawText(place, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                      option->fontMetrics.elidedText(combo->currentText, Qt::ElideRight, place.width()));
}

void DeskStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                   const QWidget *widget) const
{
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (control != CC_ComboBox || !combo) {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        return;
    }
    const bool enabled = option->state.testFlag(State_Enabled);
    painter->save();
    if (combo->frame) {
        paintField(*painter, option->rect, enabled, option->state.testFlag(State_HasFocus), option->state.testFlag(State_MouseOver));
    }
    paintIcon(*painter, QRect(option->rect.right() - kArrowPx + 1, option->rect.y(), kArrowPx, option->rect.height()),
              QStringLiteral("chevron-down"), enabled ? tokens().text : tokens().muted, 14);
    painter->restore();
}

QSize DeskStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_ComboBox) {
        result.setHeight(kControlPx);
        result.setWidth(size.width() + 10 + kArrowPx);
    } else if (type == CT_PushButton) {
        result.setHeight(std::max(result.height(), kControlPx));
    }
    return result;
}

QRect DeskStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part, const QWidget *widget) const
{
    if (control == CC_ComboBox && part == SC_ComboBoxEditField) {
        return option->rect.adjusted(2, 2, -kArrowPx, -2);
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

int DeskStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize: return kIconPx;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return 16;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical: return 0;
    case PM_SplitterWidth: return 1;
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin: return 12;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return 8;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int DeskStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_Widget_Animation_Duration: return 0;
    case SH_ItemView_ActivateItemOnSingleClick: return 0;
    case SH_ComboBox_Popup: return 0;
    case SH_ToolTip_WakeUpDelay: return 400;
    default: return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

void DeskStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QComboBox *>(widget)) {
        widget->setAttribute(Qt::WA_Hover);
    }
}

} // namespace comptoir::ui
