// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Accounts.h"
#include "Archive.h"
#include "Audit.h"
#include "Backups.h"
#include "BlobTransfers.h"
#include "Erasures.h"
#include "EventHub.h"
#include "Organisations.h"
#include "SignIn.h"
#include "Tuning.h"

namespace comptoir::central {

/// All the service does, without a network: bodies in, bodies out. Its futures finish where the store's do.
class CentralService
{
public:
    struct Parts
    {
        store::Store &store;
        const base::Clock &clock;
        base::Random &random; ///< used on several threads at once: the system's
        PasswordCost cost = {};
        bool threads = true; ///< false: everything runs at once (tests, simulation)
        store::Store::Post post = {}; ///< for a store that finishes through it: so do sign-ins and backups then
        qint64 attachmentQuota = kAttachmentQuota; ///< bytes of a scope's files
    };

    struct Accepted
    {
        QByteArray body;
        std::map<domain::ScopeId, qint64> moved; ///< for the EventHub
        int accepted = 0;
        int refused = 0;
    };

    explicit CentralService(const Parts &parts);
    ~CentralService();

    // Bodies are JSON as they arrived; 400 or 413 where they cannot be read.
    [[nodiscard]] QFuture<Answer<QByteArray>> signIn(const QByteArray &body, const QString &address);
    [[nodiscard]] QFuture<Answer<QByteArray>> refresh(const QByteArray &body);
    [[nodiscard]] QFuture<Answer<Session>> signOut(const QByteArray &token);
    /// SYNC.md's write path: one transaction for the batch, a verdict stored for each operation.
    [[nodiscard]] QFuture<Answer<Accepted>> acceptOps(const QByteArray &token, const QByteArray &body);
    /// SYNC.md's feed; packed where the console takes zstd and it pays.
    [[nodiscard]] QFuture<Answer<PackedPage>> changesAfter(const QByteArray &token, const QByteArray &body, bool mayPack);
    /// Who listens to events, with the scopes granted at this moment.
    [[nodiscard]] QFuture<Answer<Listener>> listener(const QByteArray &token);
    /// Whose token this is.
    [[nodiscard]] QFuture<Answer<Session>> session(const QByteArray &token);
    /// Whether both connections of the database answer.
    [[nodiscard]] QFuture<Answer<>> ready();
    /// Forgets verdicts and tombstones beyond the horizon, settles backups whose files are gone, and takes what is too old from the audit. To be
    /// called now and then.
    [[nodiscard]] QFuture<base::Result<>> sweep();

    /// The database's own check of its pages and indexes, and the sums of the rows (checkRows()). How many rows.
    [[nodiscard]] QFuture<base::Result<qint64>> verify();

    [[nodiscard]] Accounts &accounts() { return m_accounts; }
    [[nodiscard]] Organisations &organisations() { return m_organisations; }
    [[nodiscard]] Backups &backups() { return m_backups; }
    [[nodiscard]] Erasures &erasures() { return m_erasures; }
    [[nodiscard]] BlobTransfers &blobs() { return m_blobs; }
    [[nodiscard]] Audit &audit() { return m_audit; }
    [[nodiscard]] Archive &archive() { return m_archive; }

private:
    Parts m_parts;
    PasswordPool m_passwords;
    std::unique_ptr<store::Executor> m_worker;
    SignIn m_signIn;
    Accounts m_accounts;
    Organisations m_organisations;
    Backups m_backups;
    Erasures m_erasures;
    BlobTransfers m_blobs;
    Audit m_audit;
    Archive m_archive;
};

} // namespace comptoir::central
