// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Fault.h"
#include "SessionTable.h"

namespace comptoir::central {

/// Whose token this is, by its digest; 401 where it is nobody's. The only way from a token to a session: what the transaction does from here
/// on, the database lets that operator see.
[[nodiscard]] Answer<Session> sessionOf(store::Db &db, const QByteArray &digest, qint64 nowMs);

} // namespace comptoir::central
