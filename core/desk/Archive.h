// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ArchivedFile.h"
#include "Result.h"
#include "TicketPage.h"

#include <QFuture>

#include <functional>
#include <memory>

namespace comptoir::base {
class Clock;
}

namespace comptoir::store {
class Store;
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

/// Tickets closed so long ago that they stand at the service alone. Asked only when somebody wants them; nothing of the answers is kept but the
/// files somebody saves, where he saves them.
class Archive
{
public:
    /// All outlive it. The store lends its threads and keeps nothing.
    Archive(ArchiveSource &source, store::Store &store, const base::Clock &clock);
    ~Archive();

    /// Those with that number first, then the newest closed; at most `limit`.
    [[nodiscard]] QFuture<base::Result<std::vector<ArchiveHit>>> search(const QString &text, int limit);
    [[nodiscard]] QFuture<base::Result<ArchivePage>> read(domain::ScopeId scope, domain::TicketId id);
    /// Fetches a file and writes it to `path`, which is replaced, once it is whole and what its row says; one after the other. `moved` is told how
    /// much has come. NotFound where the service does not have it, Corrupt, Full, Io, and what the way says. Who cancels is told nothing more.
    [[nodiscard]] QFuture<base::Result<>> save(const ArchivedFile &file, const QString &path, std::function<void(qint64)> moved);

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace comptoir::desk
