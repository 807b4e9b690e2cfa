// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "AuditRow.h"
#include "Db.h"

#include <vector>

namespace comptoir::central {

/// Who did what to accounts, rights and the database, in a chain for each organisation and one for what belongs to none. Append-only: each entry
/// carries the SHA-256 of the one before and itself, and how far a chain reaches is kept apart. There is no secret in it: who writes the file
/// with care can make another that fits; only a digest kept elsewhere shows that (AuditHeads).
class AuditTable
{
public:
    struct Entry
    {
        qint64 atMs = 0;
        domain::OperatorId actor; ///< none: somebody at the machine, or not signed in
        QString action; ///< `sign_in`, `grant`, …
        QString subject; ///< an id
        QString detail; ///< codes and counts; nothing that tells of a person
        domain::ScopeId chain = {}; ///< as chainOf() tells; nil: belongs to no organisation
        QString value = {}; ///< what tells of a person, kept apart where an erasure reaches it; with `salt`, or empty
        QByteArray salt = {}; ///< random, 16 bytes
    };

    /// How far a chain reaches, and behind which entry it begins.
    struct Reach
    {
        domain::ScopeId chain;
        qint64 no = 0;
        QByteArray digest;
        qint64 beforeNo = 0;
        QByteArray beforeDigest;
        AuditForms forms;
    };

    /// Three statements, one more for a personal value. What is done to a chain that does not fit goes on to be written, and mends nothing.
    [[nodiscard]] static base::Result<> append(store::Db &db, const Entry &entry);
    /// The chain of the organisation a scope is of, or is the restricted part of; nil for any other.
    [[nodiscard]] static base::Result<domain::ScopeId> chainOf(store::Db &db, domain::ScopeId scope);
    /// Takes personal values away, and writes down which: `subject` is who they told of.
    [[nodiscard]] static base::Result<> eraseValues(store::Db &db, domain::ScopeId chain, const std::vector<qint64> &entries,
                                                    const QString &subject, qint64 nowMs);

    /// Nothing where it has no row, or none any more.
    [[nodiscard]] static base::Result<std::optional<Reach>> reach(store::Db &db, domain::ScopeId chain);
    /// Every chain there is, or was: in the order of their ids.
    [[nodiscard]] static base::Result<std::vector<domain::ScopeId>> chains(store::Db &db);
};

} // namespace comptoir::central
