// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Contact.h"
#include "DeskParts.h"
#include "QueueFilter.h"
#include "Result.h"

#include <QFuture>
#include <QObject>

#include <memory>
#include <vector>

namespace comptoir::desk {

/// Reads queues and counts, and says when they may have moved.
class Queues : public QObject
{
    Q_OBJECT

public:
    struct Page
    {
        std::vector<QueueRow> rows;
        bool more = false; ///< rows beyond `limit` exist
    };

    Queues(const DeskParts &parts, QObject *parent = nullptr);
    ~Queues() override;

    /// The first `limit` rows in that order; ties by id, so that the order is stable.
    [[nodiscard]] QFuture<base::Result<Page>> rows(const QueueFilter &filter, QueueOrder order, bool descending, int limit);
    [[nodiscard]] QFuture<base::Result<QueueCounts>> counts();
    /// Missed calls not followed by an answered one from the same number; newest first, at most 200.
    [[nodiscard]] QFuture<base::Result<std::vector<domain::Contact>>> missedCalls();
    /// Contacts, newest first.
    [[nodiscard]] QFuture<base::Result<std::vector<domain::Contact>>> callLog(int limit);
    /// The calls behind the board's figures of the day, newest first; at most 5,000.
    [[nodiscard]] QFuture<base::Result<std::vector<domain::Contact>>> callsTakenToday();
    [[nodiscard]] QFuture<base::Result<std::vector<domain::Contact>>> callsMissedToday();

Q_SIGNALS:
    /// Tickets, contacts or drafts changed: whoever shows some reads again (coalesced, at most ten times a second).
    void moved();

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace comptoir::desk
