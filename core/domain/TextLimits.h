// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace comptoir::domain {

// How long a text may be, in UTF-16 units. The same for the reducer, the codec and the input fields.

inline constexpr qsizetype kMostSummary = 400;
/// Descriptions, notes, resolutions.
inline constexpr qsizetype kMostLongText = 20'000;
/// Names, addresses, titles: one line.
inline constexpr qsizetype kMostLine = 256;
/// Codes, numbers, languages.
inline constexpr qsizetype kMostCode = 64;
inline constexpr qsizetype kMostTags = 50;
inline constexpr qsizetype kMostAliases = 20;
inline constexpr qsizetype kMostNumbers = 20;
/// Tickets of one contact.
inline constexpr qsizetype kMostContactTickets = 50;

/// The limit of a column of a ticket, a person or a contact, by its name.
[[nodiscard]] qsizetype textLimit(QStringView column);

} // namespace comptoir::domain
