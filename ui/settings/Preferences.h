// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace comptoir::ui {

/// What whoever uses this machine prefers before anybody has signed in; words as on the command line.
struct Preferences
{
    QString language = QStringLiteral("system"); ///< `fr`, `en`, `system`
    QString theme = QStringLiteral("system"); ///< `light`, `dark`, `contrast`, `system`
    int sizePercent = 100; ///< of everything on screen
    QString telephone; ///< baresip's `HOST:PORT`; empty = none; what is neither is not used, and shown with what is wrong
    QString logLevel = QStringLiteral("info");

    bool operator==(const Preferences &) const = default;
};

/// The sizes that are offered.
inline constexpr int kSizesPercent[]{100, 110, 125, 150, 200};

/// Whether that is `HOST:PORT`, or empty.
[[nodiscard]] bool isTelephoneAddress(const QString &text);

} // namespace comptoir::ui
