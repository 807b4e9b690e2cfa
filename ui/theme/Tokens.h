// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace comptoir::ui {

/// Which set of colours is in use.
enum class Scheme { Light, Dark, Contrast };

/// Every colour of the window. No other file holds a colour literal.
struct Tokens
{
    QColor bg; ///< window, sidebar, right pane
    QColor surface; ///< tables, fields, status bar
    QColor raised; ///< cards, buttons
    QColor line; ///< 1 px rules
    QColor fieldline; ///< borders of fields and buttons
    QColor text;
    QColor muted;
    QColor accent; ///< primary action, focus, chips
    QColor accentbg;
    QColor onaccent; ///< text on accent
    QColor ok;
    QColor okbg;
    QColor warn; ///< due soon, offline
    QColor warnbg;
    QColor bad; ///< breached
    QColor badbg;
    QColor hangup; ///< the ground of the hang-up button
    QColor onhangup;
    QColor sel; ///< selected row
    QColor hover; ///< row or button under the pointer
    QColor call; ///< call bar
    QColor calltext;
    QColor callmuted;
    QColor callpill; ///< ground of the call bar's controls
    QColor callline; ///< their border
    QColor callring; ///< ground of the call bar while it rings
};

/// The set of a scheme.
[[nodiscard]] const Tokens &tokensOf(Scheme scheme);
/// The set in use; Theme::apply chooses it.
[[nodiscard]] const Tokens &tokens();

/// What a text or icon says by its colour; a word or shape goes with it.
enum class Tone { Text, Muted, Accent, OnAccent, Ok, Warn, Bad, OnHangup, Call, CallMuted };

[[nodiscard]] QColor colour(Tone tone);
/// The ground that belongs to Accent, Ok, Warn, Bad; `surface` for the others.
[[nodiscard]] QColor ground(Tone tone);

/// WCAG 2 contrast ratio of two opaque colours, 1–21.
[[nodiscard]] double contrast(const QColor &one, const QColor &other);

namespace detail {
void useScheme(Scheme scheme);
}

} // namespace comptoir::ui
