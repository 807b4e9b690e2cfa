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

/// Bytes somebody asks for; `count` -1: up to the end.
struct ByteRange
{
    qint64 from = 0;
    qint64 count = -1;

    bool operator==(const ByteRange &) const = default;
};

/// The one range of a `Range` header, `bytes=FROM-` or `bytes=FROM-LAST`; nothing for anything else, as if there were none (RFC 9110, 14.2).
[[nodiscard]] std::optional<ByteRange> byteRange(QByteArrayView header);
/// What an `Upload-Offset` tells: decimal digits alone.
[[nodiscard]] std::optional<qint64> uploadOffset(QByteArrayView header);
/// Whether a path is of a route, whose parts in braces stand for anything.
[[nodiscard]] bool isRoute(const QByteArray &route, const QByteArray &path);

} // namespace comptoir::service
