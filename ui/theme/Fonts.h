// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

namespace comptoir::ui {

/// The sizes and weights of the window.
enum class FontRole {
    Body, ///< 13 px
    Strong, ///< 13 px semibold
    Secondary, ///< 12 px
    Head, ///< 11 px semibold: column heads, section titles
    Key, ///< 11 px: key hints
    PaneTitle, ///< 15 px semibold
    Caller, ///< 18 px semibold: caller's name, call timer
    Figure, ///< 34 px semibold: figures of the board
};

/// Loads Inter from the program's resources; where it is not there the system's sans serif serves. Once, after QApplication.
void loadFonts();
[[nodiscard]] QFont fontOf(FontRole role);

} // namespace comptoir::ui
