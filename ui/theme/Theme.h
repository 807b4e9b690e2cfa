// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Fonts.h"
#include "Icons.h"
#include "Tokens.h"

#include <QString>

#include <optional>

class QApplication;
class QObject;
class QPalette;

namespace comptoir::ui {

/// The look of the whole application: fonts, palettes, style class, all from the tokens.
class Theme
{
public:
    explicit Theme(QApplication &application);

    /// May be called again at any time; every widget repaints in the new scheme.
    void apply(Scheme scheme);
    [[nodiscard]] Scheme scheme() const { return m_scheme; }
    /// Off: nothing moves.
    void setAnimations(bool on);

    /// Reads `light`, `dark`, `contrast`; nothing for `system` and anything else: the desktop says (DesktopScheme).
    [[nodiscard]] static std::optional<Scheme> schemeFrom(const QString &word);

private:
    QApplication &m_application;
    Scheme m_scheme = Scheme::Light;
};

/// A panel that slides in or out.
inline constexpr int kSlideMs = 120;

/// How long a movement may last now: `wantedMs`, or 0 where animations are off.
[[nodiscard]] int animationMs(int wantedMs);

/// Makes the roles' fonts ready to be measured and painted, one whenever the event loop has nothing else to do: each costs a millisecond or
/// two, and a start waits for others meanwhile.
void prepareFonts(QObject *context);

[[nodiscard]] QPalette paletteOf(const Tokens &tokens);
/// Of fields one writes in: what is marked in them stands out more than a chosen row.
[[nodiscard]] QPalette fieldPaletteOf(const Tokens &tokens);

} // namespace comptoir::ui
