// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QApplication;

namespace comptoir::ui {

/// Puts the application into a language: `fr`, `en`, or `system` (French unless the system speaks English).
/// Before the first window; texts, dates and Qt's own words follow.
void useLanguage(QApplication &application, const QString &code);

} // namespace comptoir::ui
