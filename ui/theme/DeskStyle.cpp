// SPDX-License-Identifier: GPL-3.0-or-later
#include "DeskStyle.h"

#include "DeskPainting.h"
#include "Icons.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>
#include <QTextEdit>

namespace comptoir::ui {

namespace {

constexpr int kControlPx = 30;
constexpr int kArrowPx = 28;
constexpr int kScrollBarPx = 12;
constexpr int kTipPx = 5;
constexpr int kTabAround = 20; // on both sides of its words together
constexpr int kTabHigh = 12;

/// A text of several lines: its frame is a field's.
bool isText(const QWidget *widget)
{
    return qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QTextEdit *>(widget);
}

/// What opens under a field to choose from, or under a searched one as one types.
bool isChoiceList(const QWidget *widget)
{
    return widget
        && (widget->inherits("QComboBoxPrivateContainer")
            || (widget->windowType() == Qt::Popup && qobject_cast<const QAbstractItemView *>(widget)));
}

/// A line that stands by itself; inside a list or a date its frame is theirs.
bool hasOwnFrame(const QStyleOption *option)
{
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    return frame && frame->lineWidth > 0;
}

FieldLook lookOf(const QStyleOption &option)
{
    return {.writable = !option.state.testFlag(QStyle::State_ReadOnly), .focused = option.state.testFlag(QStyle::State_HasFocus)};
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
    case PE_PanelLineEdit:
        if (hasOwnFrame(option)) {
            paintField(*painter, option->rect, lookOf(*option));
        }
        break;
    case PE_Frame:
        if (isText(widget)) {
            paintField(*painter, option->rect, {.focused = option->state.testFlag(State_HasFocus)});
        } else if (isChoiceList(widget)) {
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(QPen(tokens().fieldline, 1));
            painter->setBrush(tokens().raised);
            painter->drawRoundedRect(QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5), kListRadius, kListRadius);
        } else {
            QProxyStyle::drawPrimitive(element, option, painter, widget);
        }
        break;
    case PE_PanelMenu:
    case PE_FrameMenu:
    case PE_PanelTipLabel: paintSheet(*painter, option->rect); break;
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
    painter->save();
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
    const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option);
    if (element == CE_ComboBoxLabel && combo) {
        drawChosen(*combo, *painter, widget);
    } else if (element == CE_MenuItem && item) {
        paintMenuItem(*painter, *item, styleHint(SH_UnderlineShortcut, option, widget, nullptr) != 0);
    } else if (element == CE_TabBarTabShape && tab) {
        paintTab(*painter, *tab);
    } else if (element == CE_TabBarTabLabel && tab) {
        QStyleOptionTab words(*tab);
        const bool near = tab->state.testFlag(State_Selected) || tab->state.testFlag(State_MouseOver);
        words.palette.setColor(QPalette::WindowText, near ? tokens().text : tokens().muted);
        QProxyStyle::drawControl(element, &words, painter, widget);
    } else if (element == CE_Splitter) {
        painter->fillRect(option->rect, option->state.testFlag(State_MouseOver) ? tokens().accent : tokens().line);
    } else if (element != CE_MenuEmptyArea) {
        QProxyStyle::drawControl(element, option, painter, widget);
    }
    painter->restore();
}

void DeskStyle::drawChosen(const QStyleOptionComboBox &combo, QPainter &painter, const QWidget *widget) const
{
    QRect place = combo.rect.adjusted(10, 0, -kArrowPx, 0);
    const bool enabled = combo.state.testFlag(State_Enabled);
    if (!combo.currentIcon.isNull()) {
        combo.currentIcon.paint(&painter, QRect(place.x(), place.y(), kIconPx, place.height()));
        place.setLeft(place.left() + kIconPx + 8);
    }
    if (combo.editable) {
        return; // its line says what is chosen, or typed
    }
    const auto *box = qobject_cast<const QComboBox *>(widget);
    const bool nothingChosen = box && box->currentIndex() < 0;
    painter.setPen(enabled && !nothingChosen ? tokens().text : tokens().muted);
    painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     combo.fontMetrics.elidedText(combo.currentText, Qt::ElideRight, place.width()));
}

void DeskStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                   const QWidget *widget) const
{
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    painter->save();
    if (control == CC_ComboBox && combo) {
        const bool enabled = option->state.testFlag(State_Enabled);
        if (combo->frame) {
            paintField(*painter, option->rect,
                       {.writable = enabled,
                        .focused = option->state.testFlag(State_HasFocus),
                        .hovered = option->state.testFlag(State_MouseOver)});
        }
        paintIcon(*painter, QRect(option->rect.right() - kArrowPx + 1, option->rect.y(), kArrowPx, option->rect.height()),
                  QStringLiteral("chevron-down"), enabled ? tokens().text : tokens().muted, 14);
    } else if (control == CC_ScrollBar && bar) {
        paintScrollBar(*painter, *bar, scrollBarPart(*bar, SC_ScrollBarSlider));
    } else {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
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
    } else if (type == CT_SpinBox || (type == CT_LineEdit && hasOwnFrame(option))) {
        result.setHeight(kControlPx);
    } else if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option); item && type == CT_MenuItem) {
        result = menuItemSize(*item, size);
    }
    return result;
}

QRect DeskStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_LineEditContents && hasOwnFrame(option)) {
        return option->rect.adjusted(10, 1, -10, -1);
    }
    if (element == SE_ShapedFrameContents && isText(widget)) {
        return option->rect.adjusted(7, 4, -7, -4);
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect DeskStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part, const QWidget *widget) const
{
    if (control == CC_ComboBox && part == SC_ComboBoxEditField) {
        return option->rect.adjusted(2, 2, -kArrowPx, -2);
    }
    if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option); bar && control == CC_ScrollBar) {
        return scrollBarPart(*bar, part);
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
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabOverlap: return 0;
    case PM_TabBarTabHSpace: return kTabAround;
    case PM_TabBarTabVSpace: return kTabHigh;
    case PM_ScrollBarExtent: return kScrollBarPx;
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ScrollView_ScrollBarOverlap: return 0;
    case PM_ToolTipLabelFrameWidth: return kTipPx;
    case PM_MenuHMargin:
    case PM_MenuVMargin: return 4;
    case PM_MenuPanelWidth:
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

QIcon DeskStyle::standardIcon(StandardPixmap which, const QStyleOption *option, const QWidget *widget) const
{
    return which == SP_LineEditClearButton ? icon(QStringLiteral("x"), Tone::Muted) : QProxyStyle::standardIcon(which, option, widget);
}

void DeskStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QComboBox *>(widget) || qobject_cast<QTabBar *>(widget)) {
        widget->setAttribute(Qt::WA_Hover);
    } else if (qobject_cast<QScrollBar *>(widget)) {
        widget->setAttribute(Qt::WA_OpaquePaintEvent, false); // what lies under it shows beside the handle
    } else if (isText(widget)) {
        auto *text = static_cast<QFrame *>(widget);
        text->setFrameStyle(text->frameStyle()); // its frame was measured before it was known to be a text
    }
}

} // namespace comptoir::ui
