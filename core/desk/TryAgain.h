// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Acting.h"
#include "Outstanding.h"
#include "Ticket.h"

#include <span>

namespace comptoir::desk {

/// Ids made beforehand, on the window's thread; so many are enough for all that was refused about one person or one call.
using SpareIds = std::span<const domain::OperationId>;
inline constexpr std::size_t kSpareIds = 16;

/// Whether it was refused for want of rights, which may be back, or waits behind such a one; and is of a kind that nobody can simply do once
/// more where it was done: a call, a person, a session of remote help.
[[nodiscard]] bool canTryAgain(const store::Outstanding::Row &row);

/// Does all that of `entity` again, in its order: as new operations, for the old have their verdicts for ever. What was opened has a new id
/// then; its notices go from the list. Nothing is done where there is none.
[[nodiscard]] base::Result<> tryAgain(store::Db &db, const Acting &acting, SpareIds ids, const base::Uuid &entity);

/// The same once the scope of each is granted and here whole: the service may tell that it had taken it. Forbidden or Busy before.
[[nodiscard]] base::Result<> tryAgainIfGranted(store::Db &db, const Acting &acting, SpareIds ids, const base::Uuid &entity);

/// A ticket about to be opened: the call and the people it names are tried again with it where they were refused, and it names what stands
/// for them now.
[[nodiscard]] base::Result<domain::Ticket> withNamedAgain(store::Db &db, const Acting &acting, SpareIds ids, domain::Ticket ticket);

} // namespace comptoir::desk
