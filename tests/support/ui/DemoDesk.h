// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CallState.h"
#include "Contact.h"
#include "Pending.h"
#include "QueueFilter.h"
#include "SideModel.h"
#include "SyncStatus.h"
#include "Lookup.h"

#include <vector>

namespace comptoir::tests::demo {

/// A Monday in November, 14:06:21 local time, on which every demo value stands.
[[nodiscard]] qint64 nowMs();
[[nodiscard]] std::vector<desk::QueueRow> queueRows();
[[nodiscard]] ui::SideModel::Content sidebar();
[[nodiscard]] desk::CallState inCall();
[[nodiscard]] desk::CallState ringing();
[[nodiscard]] desk::CallState idle();
[[nodiscard]] desk::CallState wrapUp();
[[nodiscard]] sync::SyncStatus offline();
[[nodiscard]] sync::SyncStatus agreed();
[[nodiscard]] std::vector<domain::Contact> contacts();
[[nodiscard]] std::vector<desk::Pending::Item> pending();
[[nodiscard]] std::vector<desk::PersonHit> people();
[[nodiscard]] std::vector<desk::TicketHit> tickets();

} // namespace comptoir::tests::demo
