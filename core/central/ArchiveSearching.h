// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ArchiveMessages.h"
#include "Fault.h"
#include "Store.h"

namespace comptoir::central {

/// Looks for tickets that were put away, in the scopes granted to the operator whose token has this digest: by their number or an alias, and by
/// words, each the beginning of one. Newest closed first, those found by their number in any case. Reads a bounded number of rows, in turns, so
/// that other reads go in between: a page that is not `complete` was not looked through to its end, or found more than was asked for.
[[nodiscard]] QFuture<Answer<QByteArray>> searchArchive(store::Store &store, const QByteArray &tokenDigest,
                                                        const wire::ArchiveSearch &asked, qint64 nowMs);

} // namespace comptoir::central
