// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QStyle>

class QPainter;
class QStyleOptionMenuItem;
class QStyleOptionSlider;
class QStyleOptionTab;

namespace comptoir::ui {

// How the parts of Qt's own widgets are painted, in the tokens in use. No style sheet: one on the application would be matched against
// each widget that is made, given another parent or shown (docs/benchmarks.md).

/// What a field (line, text, list to choose from) shows by its border and ground.
struct FieldLook
{
    bool writable = true;
    bool focused = false;
    bool hovered = false;
};

void paintField(QPainter &painter, const QRect &place, const FieldLook &look);
void paintCheck(QPainter &painter, const QRect &place, QStyle::State state, bool round);
/// Paper with a border: menus, tool tips.
void paintSheet(QPainter &painter, const QRect &place);
void paintMenuItem(QPainter &painter, const QStyleOptionMenuItem &item, bool mnemonics);
/// The line under a tab; its words are the style's.
void paintTab(QPainter &painter, const QStyleOptionTab &tab);
void paintScrollBar(QPainter &painter, const QStyleOptionSlider &bar, const QRect &handle);

/// The room of a menu's item around its words.
[[nodiscard]] QSize menuItemSize(const QStyleOptionMenuItem &item, const QSize &words);
/// Where a part of a scroll bar without end buttons stands.
[[nodiscard]] QRect scrollBarPart(const QStyleOptionSlider &bar, QStyle::SubControl part);

} // namespace comptoir::ui
