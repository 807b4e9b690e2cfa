// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "HttpMessages.h"

namespace comptoir::service {

/// The header of a reply as it is sent, the blank line included.
[[nodiscard]] QByteArray replyHead(const HttpReply &reply, bool keepAlive);
/// The header of a stream of events: lasts until the connection ends.
[[nodiscard]] QByteArray streamHead();
/// A problem the connection tells without asking a route.
[[nodiscard]] HttpReply plainProblem(int status, const QByteArray &title);
/// The token behind `Bearer`; empty for anything else.
[[nodiscard]] QByteArray bearerToken(QByteArrayView authorization);

} // namespace comptoir::service
