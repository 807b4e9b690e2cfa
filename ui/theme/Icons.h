// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Tokens.h"

#include <QIcon>
#include <QPixmap>

class QPainter;

namespace comptoir::ui {

/// The size of every icon, in device-independent pixels.
inline constexpr int kIconPx = 16;

/// The outline icon `name` (a Lucide name, `phone-off`), tinted at each painting with the tone's colour of the scheme then in use.
[[nodiscard]] QIcon icon(const QString &name, Tone tone = Tone::Text);
/// Paints the icon centred in `place`, in this colour; crisp at the painter's device pixel ratio.
void paintIcon(QPainter &painter, const QRect &place, const QString &name, const QColor &tint, int sizePx = kIconPx);
/// The icon's pixmap at a device pixel ratio; cached.
[[nodiscard]] QPixmap iconPixmap(const QString &name, const QColor &tint, int sizePx, qreal ratio);

} // namespace comptoir::ui
