// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "AuditHeads.h"
#include "AuditTable.h"

#include <set>

namespace comptoir::central {

/// One chain of the audit as it was read and found as written.
struct AuditChain
{
    domain::ScopeId chain;
    qint64 entries = 0;
    qint64 no = 0; ///< of the newest
    QByteArray head; ///< its digest: kept elsewhere, it shows a cut end
};

/// Reckons one chain of the audit again, entry by entry, in as many turns as one likes.
class AuditCheck
{
public:
    /// Entries of one turn: it may hold a reader for a few milliseconds.
    static constexpr int kTurn = 5000;

    /// `outside`: what a file told of its end.
    explicit AuditCheck(domain::ScopeId chain, std::optional<AuditHeads::End> outside = {});

    /// Reads on, at most `most` entries. True: the chain was read to its end. Corrupt, naming the entry, at the first that does not fit, and where
    /// an end, a beginning or a personal value is not there any more that should be.
    [[nodiscard]] base::Result<bool> read(store::Db &db, int most = kTurn);
    /// As far as it was read.
    [[nodiscard]] const AuditChain &told() const { return m_told; }
    /// Of the chain of no organisation, once it was read: Corrupt where a chain is gone, or is there that was never begun.
    [[nodiscard]] base::Result<> checkOthers(const std::vector<domain::ScopeId> &chains) const;

private:
    void begin(const AuditTable::Reach &reach);
    [[nodiscard]] base::Result<> take(const store::Statement &row, const AuditForms &forms);
    [[nodiscard]] base::Result<> checkValue(const AuditRow &entry, const store::Statement &row);
    void learn(const AuditRow &entry);
    [[nodiscard]] base::Result<> checkEnd(store::Db &db, const AuditTable::Reach &reach) const;
    [[nodiscard]] base::Result<> checkBeginning(const AuditTable::Reach &reach) const;
    [[nodiscard]] base::Result<> checkValues(store::Db &db) const;
    [[nodiscard]] QString shown() const;

    AuditChain m_told;
    std::optional<AuditHeads::End> m_outside;
    bool m_outsideSeen = false;
    qint64 m_from = -1; ///< the entry before the first; -1: nothing read yet
    std::optional<AuditRow> m_pruned; ///< the newest that says what was taken away
    std::set<QByteArray> m_begun; ///< chains, since
    std::set<qint64> m_missing; ///< entries whose personal value is not there
    std::set<qint64> m_present; ///< entries whose personal value is
    std::set<qint64> m_erased; ///< entries whose personal value was erased
};

/// Reckons all chains again, or the one of `only`, comparing their ends with `heads`, where there is that file. Blocks the connection: for tools
/// and small audits.
[[nodiscard]] base::Result<std::vector<AuditChain>> checkAudit(store::Db &db, const AuditHeads &heads = AuditHeads({}),
                                                               const std::optional<domain::ScopeId> &only = {});

} // namespace comptoir::central
