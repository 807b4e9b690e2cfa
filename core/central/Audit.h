// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "AuditCheck.h"
#include "AuditExport.h"
#include "Store.h"

namespace comptoir::base {
class Clock;
} // namespace comptoir::base

namespace comptoir::central {

/// What an administrator, and the service by itself, does with the audit (docs/audit.md).
class Audit
{
public:
    struct Report
    {
        std::vector<AuditChain> chains;
        qint64 entries = 0; ///< of all of them
        bool isCompared = false; ///< with ends that were kept outside the database
    };

    struct Exported
    {
        AuditExport::Told told;
        qint64 bytes = 0;
    };

    static constexpr int kMostMonths = 120;

    Audit(store::Store &store, const base::Clock &clock) : m_store(store), m_clock(clock) {}

    /// Reckons every chain again, or `only` that one, so many entries a turn that other reads go in between. Corrupt, naming the first entry
    /// that is not as it was written.
    [[nodiscard]] QFuture<base::Result<Report>> verify(const std::optional<domain::ScopeId> &only = {});
    /// The chain of the organisation called so; of none where `name` is empty.
    [[nodiscard]] QFuture<base::Result<domain::ScopeId>> chainNamed(const QString &name);
    /// Writes a part of a chain to a file (0600) that must not be there yet; that it was done stands in the chain.
    [[nodiscard]] QFuture<base::Result<Exported>> exportTo(const QString &path, const AuditExport::Range &range);
    /// Takes what is older than it is kept away; how many entries. `force` false: only where it is a day older, so that it is done once a day.
    [[nodiscard]] QFuture<base::Result<qint64>> prune(bool force = true);
    /// Sets for how many months entries are kept: Invalid but for 1 … kMostMonths.
    [[nodiscard]] QFuture<base::Result<>> keep(int months);
    [[nodiscard]] QFuture<base::Result<int>> months();
    /// Writes the ends of the chains to the file beside the database. Corrupt, and the file stays, where the database lacks what it tells of.
    [[nodiscard]] QFuture<base::Result<>> saveHeads();

    /// The file of the ends, of a database's path.
    [[nodiscard]] static AuditHeads headsOf(const QString &database);

private:
    store::Store &m_store;
    const base::Clock &m_clock;
};

} // namespace comptoir::central
