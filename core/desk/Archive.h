// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "AttachmentList.h"
#include "Result.h"
#include "TicketPage.h"

#include <QFuture>

#include <memory>

namespace comptoir::base {
class Clock;
}

namespace comptoir::desk {

class ArchiveSource;

/// A ticket that this console keeps no more, in one line.
struct ArchiveHit
{
    domain::TicketId id;
    domain::ScopeId scope;
    QString number;
    QString summary;
    qint64 closedMs = 0;

    bool operator==(const ArchiveHit &) const = default;
};

/// The same ticket whole, as the service told it.
struct ArchivePage
{
    TicketPage page;
    std::vector<AttachmentLine> files; ///< oldest first; their bytes are not here
    qint64 readMs = 0; ///< when it was read

    bool operator==(const ArchivePage &) const = default;
};

/// Tickets closed so long ago that they stand at the service alone. Asked only when somebody wants them; nothing of the answers is kept.
class Archive
{
public:
    /// Both outlive it.
    Archive(ArchiveSource &source, const base::Clock &clock);
    ~Archive();

    /// Those with that number first, then the newest closed; at most `limit`.
    [[nodiscard]] QFuture<base::Result<std::vector<ArchiveHit>>> search(const QString &text, int limit);
    [[nodiscard]] QFuture<base::Result<ArchivePage>> read(domain::ScopeId scope, domain::TicketId id);

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace comptoir::desk
