// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "PersonErasure.h"
#include "Store.h"

namespace comptoir::base {
class Clock;
} // namespace comptoir::base

namespace comptoir::central {

/// The right to be forgotten: who is meant, what would go, and the deed.
class Erasures
{
public:
    struct Parts
    {
        store::Store &store;
        const base::Clock &clock;
        base::Random &random;
    };

    /// Somebody who may be meant, with the organisation's short name.
    struct Candidate
    {
        domain::Person person;
        QString organisation;
    };

    struct Preview
    {
        Candidate who;
        ErasureCounts counts;
        /// Files that still hold the person, and are not touched: backups, and databases a restore has set aside.
        QStringList copies;
    };

    struct Done
    {
        ErasureCounts counts;
        std::set<domain::ScopeId> reached;
        QStringList copies;
        QString notScrubbed; ///< why bytes may still stand in freed pages; empty: they do not
    };

    explicit Erasures(const Parts &parts) : m_parts(parts) {}

    /// Those whose id, e-mail or login this is, or whose name holds all these words; at most `most`.
    [[nodiscard]] QFuture<base::Result<std::vector<Candidate>>> find(const QString &words, int most = 50);
    /// What erasing the person named so would change. NotFound for nobody, Invalid where several are called so.
    [[nodiscard]] QFuture<base::Result<Preview>> preview(const QString &words);
    /// Erases them: into the ledger first, then everywhere, then the file is rewritten, so that nothing stands in freed pages. `name` is to be
    /// what preview() told: Invalid otherwise.
    [[nodiscard]] QFuture<base::Result<Done>> erase(domain::PersonId person, const QString &name);

    /// Brings database and ledger into agreement: erases again whom the ledger names and an older copy brought back, and notes in the ledger whom
    /// it lacks. How many were erased again. For a database that nobody serves from yet.
    [[nodiscard]] static base::Result<int> settle(store::Db &db, const QString &database, base::Random &random);
    /// The same, with the file opened, migrated and rewritten where need be. Locked while another process works on it; nothing is done where
    /// there is neither a database nor anybody in the ledger.
    [[nodiscard]] static base::Result<int> settle(const QString &database, const QString &migrations, base::Random &random);

private:
    Parts m_parts;
};

} // namespace comptoir::central
