// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Db.h"
#include "Ticket.h"

#include <vector>

namespace comptoir::store {

/// A ticket being written.
struct DraftRow
{
    base::Uuid id;
    domain::Ticket ticket;
    qint64 savedMs = 0;
    bool damaged = false; ///< it is not what was written; where it cannot be read any more, what stands there is the description
};

/// A draft this version cannot read: of another one, or damaged.
struct UnreadDraft
{
    base::Uuid id;
    QString body;
    qint64 savedMs = 0;
    bool damaged = false;
};

/// Tickets begun and not opened yet; they survive a crash.
class DraftTable
{
public:
    [[nodiscard]] static base::Result<> put(Db &db, const DraftRow &draft);
    [[nodiscard]] static base::Result<std::optional<DraftRow>> find(Db &db, const base::Uuid &id);
    /// Oldest id first.
    [[nodiscard]] static base::Result<std::vector<DraftRow>> all(Db &db);
    [[nodiscard]] static base::Result<> remove(Db &db, const base::Uuid &id);
    /// Those that cannot be read, as they stand.
    [[nodiscard]] static base::Result<std::vector<UnreadDraft>> unread(Db &db);
    /// Puts what an erasure left of one in its place.
    [[nodiscard]] static base::Result<> blank(Db &db, const UnreadDraft &draft);
};

/// Texts half written beside a ticket.
class KeptTextTable
{
public:
    /// An empty text removes it.
    [[nodiscard]] static base::Result<> put(Db &db, domain::TicketId ticket, const QString &text, qint64 nowMs);
    [[nodiscard]] static base::Result<QString> find(Db &db, domain::TicketId ticket);
    struct Row
    {
        domain::TicketId ticket;
        QString text;
        qint64 savedMs = 0;
    };
    [[nodiscard]] static base::Result<std::vector<Row>> all(Db &db);
};

} // namespace comptoir::store
