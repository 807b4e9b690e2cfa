// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "TicketForm.h"
#include "TicketWords.h"

namespace comptoir::domain {
struct Asset;
}

namespace comptoir::ui {

struct Parts;

/// What the catalogue offers for this ticket's fields.
[[nodiscard]] FormLists formLists(const Parts &parts, const domain::Ticket &ticket, const std::vector<domain::Asset> &assets);
/// The operators who are active, by name.
[[nodiscard]] Choices operatorChoices(const Parts &parts);
[[nodiscard]] Choices organisationChoices(const Parts &parts);
/// The catalogue's names behind ids; `assets` are the ones the page brought along.
[[nodiscard]] TicketWords::NameOf namesOf(const Parts &parts, const std::vector<domain::Asset> &assets);

} // namespace comptoir::ui
