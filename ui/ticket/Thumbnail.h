// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>

namespace comptoir::ui {

/// The picture in `bytes` made to fit `most`; null where it is none of `mediaType`, or would take too much memory to read. Reads png, jpeg,
/// gif, webp and bmp alone, whatever else Qt could draw, and of a gif the first frame. May be called on any thread.
[[nodiscard]] QImage thumbnailOf(const QByteArray &bytes, const QString &mediaType, const QSize &most);

} // namespace comptoir::ui
