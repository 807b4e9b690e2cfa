// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace comptoir::domain {

// The part of telephone numbers that libphonenumber knows. Private to CallerNumber.

/// What is left of a written number: a leading `+` and its digits. Nothing where it holds anything but digits, blanks and the
/// usual separators (`. / - ( )`), or has fewer than 2 or more than 20 digits. `(0)` behind a country is dropped.
[[nodiscard]] std::optional<QString> dialled(QStringView written);

/// E.164 of dialled() digits, as dialled in `region`; French overseas numbers written the national way get their own country code.
[[nodiscard]] std::optional<QString> e164(const QString &digits, const QString &region);

/// E.164 as its own country writes it; other countries' than France's with their country code. Unreadable input comes back as it is.
[[nodiscard]] QString writtenOutside(const QString &e164);

} // namespace comptoir::domain
