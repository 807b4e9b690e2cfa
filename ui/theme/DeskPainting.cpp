// SPDX-License-Identifier: GPL-3.0-or-later
#include "DeskPainting.h"

#include "Icons.h"

#include <QPainter>
#include <QStyleOption>

namespace comptoir::ui {

namespace {

constexpr qreal kRadius = 6;
constexpr int kMenuBefore = 12;
constexpr int kMenuAfter = 24;
constexpr int kMenuAbove = 6;
constexpr int kMenuGap = 8; // after the icon; beside a rule
constexpr int kMenuKeyGap = 16; // between an item's words and its key
constexpr int kRulePx = 9;
constexpr int kTabLinePx = 2;
constexpr int kLeastHandlePx = 28;
constexpr int kHandleInset = 4;

bool hasIcons(const QStyleOptionMenuItem &item)
{
    return item.maxIconWidth > 0 || item.menuHasCheckableItems;
}

} // namespace

void paintField(QPainter &painter, const QRect &place, const FieldLook &look)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(look.focused ? tokens().accent : tokens().fieldline, look.focused ? 2 : 1));
    painter.setBrush(!look.writable ? tokens().bg : (look.hovered ? tokens().hover : tokens().surface));
    const qreal inset = look.focused ? 1 : 0.5;
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

void paintSheet(QPainter &painter, const QRect &place)
{
    painter.setPen(QPen(tokens().fieldline, 1));
    painter.setBrush(tokens().raised);
    painter.drawRect(place.adjusted(0, 0, -1, -1));
}

QSize menuItemSize(const QStyleOptionMenuItem &item, const QSize &words)
{
    if (item.menuItemType == QStyleOptionMenuItem::Separator) {
        return {words.width(), kRulePx};
    }
    const int icon = hasIcons(item) ? kIconPx + kMenuGap : 0;
    const int key = item.text.contains(u'\t') ? kMenuKeyGap : 0;
    return {kMenuBefore + icon + words.width() + key + kMenuAfter, std::max(words.height(), kIconPx) + 2 * kMenuAbove};
}

void paintMenuItem(QPainter &painter, const QStyleOptionMenuItem &item, bool mnemonics)
{
    const QRect &place = item.rect;
    if (item.menuItemType == QStyleOptionMenuItem::Separator) {
        painter.fillRect(QRect(place.x() + kMenuGap, place.center().y(), place.width() - 2 * kMenuGap, 1), tokens().line);
        return;
    }
    const bool enabled = item.state.testFlag(QStyle::State_Enabled);
    if (enabled && item.state.testFlag(QStyle::State_Selected)) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens().sel);
        painter.drawRoundedRect(place, 4, 4);
    }
    const QColor ink = enabled ? tokens().text : tokens().muted;
    QRect words = place.adjusted(kMenuBefore, 0, -kMenuAfter, 0);
    if (hasIcons(item)) {
        const QRect icon(words.x(), words.y(), kIconPx, words.height());
        if (item.checkType != QStyleOptionMenuItem::NotCheckable && item.checked) {
            paintIcon(painter, icon, QStringLiteral("check"), ink, kIconPx);
        } else if (!item.icon.isNull()) {
            item.icon.paint(&painter, icon, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
        }
        words.setLeft(words.left() + kIconPx + kMenuGap);
    }
    painter.setFont(item.font);
    painter.setPen(ink);
    const int flags = Qt::AlignVCenter | Qt::TextSingleLine | (mnemonics ? Qt::TextShowMnemonic : Qt::TextHideMnemonic);
    painter.drawText(words, flags | Qt::AlignLeft, item.text.section(u'\t', 0, 0));
    painter.drawText(words, flags | Qt::AlignRight, item.text.section(u'\t', 1, 1));
    if (item.menuItemType == QStyleOptionMenuItem::SubMenu) {
        paintIcon(painter, QRect(place.right() - kMenuAfter + 1, place.y(), kMenuAfter, place.height()), QStringLiteral("chevron-right"),
                  ink, 14);
    }
}

void paintTab(QPainter &painter, const QStyleOptionTab &tab)
{
    if (tab.state.testFlag(QStyle::State_Selected)) {
        painter.fillRect(QRect(tab.rect.x(), tab.rect.bottom() + 1 - kTabLinePx, tab.rect.width(), kTabLinePx), tokens().accent);
    }
}

QRect scrollBarPart(const QStyleOptionSlider &bar, QStyle::SubControl part)
{
    const bool across = bar.orientation == Qt::Horizontal;
    const int length = across ? bar.rect.width() : bar.rect.height();
    const qint64 range = qint64(bar.maximum) - bar.minimum;
    const qint64 share = range > 0 ? length * qint64(bar.pageStep) / (range + bar.pageStep) : length;
    const int handle = std::min(length, std::max(kLeastHandlePx, int(share)));
    const int start = QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition, length - handle, bar.upsideDown);
    const auto stretch = [&](int from, int to) {
        const QRect along = across ? QRect(from, 0, to - from, bar.rect.height()) : QRect(0, from, bar.rect.width(), to - from);
        return along.translated(bar.rect.topLeft());
    };
    switch (part) {
    case QStyle::SC_ScrollBarSubPage: return stretch(0, start);
    case QStyle::SC_ScrollBarAddPage: return stretch(start + handle, length);
    case QStyle::SC_ScrollBarSlider: return stretch(start, start + handle);
    case QStyle::SC_ScrollBarGroove: return bar.rect;
    default: return {};
    }
}

void paintScrollBar(QPainter &painter, const QStyleOptionSlider &bar, const QRect &handle)
{
    if (bar.maximum == bar.minimum) {
        return;
    }
    const bool hovered = bar.state.testFlag(QStyle::State_MouseOver) && bar.activeSubControls.testFlag(QStyle::SC_ScrollBarSlider);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(hovered ? tokens().muted : tokens().fieldline);
    painter.drawRoundedRect(handle.adjusted(kHandleInset, kHandleInset, -kHandleInset, -kHandleInset), 2, 2);
}

} // namespace comptoir::ui
