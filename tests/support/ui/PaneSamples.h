// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Board.h"
#include "CallerCard.h"
#include "TicketForm.h"
#include "TicketHeader.h"
#include "TicketPage.h"

namespace comptoir::tests {

/// The moment all samples are seen at: Tuesday 25 November 2025, 14:06:21 UTC.
inline constexpr qint64 kNowMs = 1'764'079'581'000;

/// An id that says where it comes from.
template <class IdType>
[[nodiscard]] IdType idOf(const char *name)
{
    return IdType::fromName(name);
}

[[nodiscard]] domain::Person personOf(const QString &given, const QString &family);
[[nodiscard]] domain::Asset assetOf(const QString &name, const QString &model, domain::AssetKind kind, bool reachable);

[[nodiscard]] desk::CallerCard knownCard();
[[nodiscard]] desk::CallerCard manyCandidates();
[[nodiscard]] desk::CallerCard unknownCard();
[[nodiscard]] desk::CallerCard withheldCard();

[[nodiscard]] domain::Ticket ticketOf(const QString &number, const QString &summary);
[[nodiscard]] desk::TicketPage pageOf(domain::TicketState state, int entries);
[[nodiscard]] ui::FormLists listsOf();
[[nodiscard]] ui::Choices operatorsOf();
[[nodiscard]] ui::TicketNames namesOf(bool mine);
[[nodiscard]] desk::BoardFigures boardOf(bool presence);
/// A refused change of the urgency, and a refused claim.
[[nodiscard]] std::vector<desk::TicketPage::Refused> refusals();

} // namespace comptoir::tests
