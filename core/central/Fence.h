// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Db.h"
#include "Ids.h"

#include <map>
#include <set>

namespace comptoir::base {
class Random;
} // namespace comptoir::base

namespace comptoir::central {

/// How far the database had come when it was last looked at, kept outside it: a file (0600). A database that does not reach so far is an older
/// one that somebody put in its place, and has to begin a new life (beginNewLife()). Safe to use on several threads.
class Fence
{
public:
    struct Content
    {
        QByteArray epoch; ///< which life of the database this is of
        qint64 nextDevice = 0; ///< device numbers below this one were given
        std::map<domain::ScopeId, qint64> heads; ///< the last seq given in each scope
        std::set<QString> backups; ///< the backups there are; an older database does not know those made since

        bool operator==(const Content &) const = default;
    };

    /// What was kept when a database was last looked at with keep(): the file is written only where that moved.
    using Kept = std::optional<Content>;

    explicit Fence(const QString &path) : m_path(path) {}
    /// Where it lies unless it is said where.
    [[nodiscard]] static QString beside(const QString &database) { return database + QStringLiteral(".fence"); }

    /// Nothing where there is no such file; Corrupt where it is not one.
    [[nodiscard]] base::Result<std::optional<Content>> read() const;
    /// Whether the database is the one that was last looked at, or one that went on from it: it had that life, or has it and reaches as far.
    /// Without a file it is.
    [[nodiscard]] base::Result<bool> holds(store::Db &db) const;
    /// Writes how far the database has come, durably. False, and nothing is written, where it does not hold.
    [[nodiscard]] base::Result<bool> keep(store::Db &db, Kept &kept) const;
    /// Within the caller's transaction: begins a new life where it does not hold, and tells whether it did. The file stays as it is until
    /// keep(), which finds its life among those that are over. Where the database's life is another's than the fence's, that one's backups
    /// become known to it.
    [[nodiscard]] base::Result<bool> settle(store::Db &db, qint64 nowMs, base::Random &random) const;
    /// The same with a file that nobody serves from yet, opened and migrated. Locked while another process works on it; nothing is done where
    /// there is no fence or no database.
    [[nodiscard]] base::Result<bool> settle(const QString &database, const QString &migrations, qint64 nowMs, base::Random &random) const;
    /// Within the caller's transaction: the database went on from the one this fence is of, whatever it reaches (a backup was restored).
    [[nodiscard]] base::Result<> pass(store::Db &db) const;
    [[nodiscard]] QString path() const { return m_path; }

private:
    [[nodiscard]] static base::Result<bool> settle(store::Db &db, const Content &before, const Content &now, qint64 nowMs,
                                                   base::Random &random);

    QString m_path;
};

} // namespace comptoir::central
