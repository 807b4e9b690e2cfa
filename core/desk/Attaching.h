// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Acting.h"
#include "AttachmentList.h"

#include <array>

namespace comptoir::desk {

// Files beside tickets and drafts, inside one transaction of the store's. `path` is the database's: the bytes stand beside it.

/// Keeps the bytes, then attaches them under that name: with one operation where `to` is a ticket; a draft's go with it when it is opened.
/// Invalid with the code `too_large` or `empty` where the file cannot be attached.
[[nodiscard]] base::Result<> attach(store::Db &db, const QString &path, const Acting &acting, domain::AttachmentId id, domain::TicketId to,
                                    const QString &called, const QByteArray &bytes);
/// Attaches what stood beside the draft to the ticket it has become.
[[nodiscard]] base::Result<> attachKept(store::Db &db, const Acting &acting, domain::TicketId opened);
/// What stands beside a draft stands beside the ticket it joins.
[[nodiscard]] base::Result<> moveKept(store::Db &db, domain::TicketId from, domain::TicketId to);

/// So many files of a refused ticket go with it when it becomes a draft again.
using FileIds = std::array<domain::AttachmentId, 16>;
/// What was attached to a refused ticket stands beside the draft it becomes; under new ids, for the old ones were refused.
[[nodiscard]] base::Result<> keepAgain(store::Db &db, domain::TicketId refused, domain::TicketId draft, const FileIds &anew);

/// What stands beside a ticket or draft, oldest first.
[[nodiscard]] base::Result<std::vector<AttachmentLine>> attachmentsOf(store::Db &db, const QString &path, domain::TicketId of);

} // namespace comptoir::desk
