// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Preferences.h"
#include "Result.h"

namespace comptoir::console {

/// What the settings window kept in `settings.json` of that folder; whatever is missing or makes no sense there is as at first.
[[nodiscard]] ui::Preferences keptPreferences(const QString &root);
[[nodiscard]] base::Result<> keepPreferences(const QString &root, const ui::Preferences &preferences);

/// Who was in last, and where: what the next sign-in begins with (`last.json`).
struct LastSignIn
{
    QString service;
    QString login;
};

[[nodiscard]] LastSignIn lastSignIn(const QString &root);
[[nodiscard]] base::Result<> keepLastSignIn(const QString &root, const LastSignIn &last);

} // namespace comptoir::console
