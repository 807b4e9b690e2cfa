// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Attachment.h"
#include "Db.h"

#include <QSet>

#include <optional>

namespace comptoir::store::blobs {

/// Bytes of an attachment that are to travel.
struct Errand
{
    bool up = false; ///< to the service; else from it
    domain::Attachment file;
};

/// The next that travels: first what this console holds and the service does not have, then what somebody here wants to see. Nothing where all
/// is done, or tried in vain (`passedOver`).
[[nodiscard]] base::Result<std::optional<Errand>> next(Db &db, const QString &path, const QSet<base::Uuid> &passedOver);

/// Lets go of bytes that nothing names any more (a scope that is no longer granted, somebody erased, a ticket that went), and of what was
/// noted about files that have arrived. In a transaction of the writer's; `path` is the database's.
[[nodiscard]] base::Result<> tidy(Db &db, const QString &path);
/// The same at a start, when no dropped draft can be brought back any more: its files go too.
[[nodiscard]] base::Result<> tidyAtStart(Db &db, const QString &path);

} // namespace comptoir::store::blobs
