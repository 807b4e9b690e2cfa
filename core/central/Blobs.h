// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Attachment.h"
#include "BlobTable.h"
#include "Fault.h"
#include "SessionTable.h"

#include <map>

namespace comptoir::base {
class Random;
}

namespace comptoir::central::blobs {

// The bytes of attachments: a file is asked for by scope, ticket and attachment, never by its content, and each request is held against the
// rights that are granted at that moment. What is absent, of another scope or another ticket, and what is not granted are answered alike (404).

struct Address
{
    domain::ScopeId scope;
    domain::TicketId ticket;
    domain::AttachmentId attachment;
};

/// Bytes that follow on `offset`.
struct Sent
{
    qint64 offset = 0; ///< below 0: none that could be read
    const QByteArray &bytes;
};

/// What taking bytes needs beside them.
struct Taking
{
    qint64 quota = 0; ///< bytes of a scope's files
    qint64 nowMs = 0;
    base::Random &random;
};

/// Where the bytes of an attachment stand.
struct State
{
    qint64 size = 0;
    qint64 received = 0; ///< from the beginning; all of them where it is stored
    bool stored = false;
};

/// Some bytes of a stored file.
struct Part
{
    qint64 size = 0; ///< of the whole file
    qint64 from = 0;
    QByteArray bytes;
};

/// What became of the last bytes.
struct Settled
{
    State state;
    std::map<domain::ScopeId, qint64> moved; ///< for the EventHub
    std::optional<Fault> refused; ///< they were not those that were announced; the fault is told once that is committed
};

/// Of a file as it is checked, a few pieces a turn so that others get in between.
struct Check
{
    BlobTable::BlobId blob;
    qint64 size = 0;
    qint64 read = 0;
    QByteArray head; ///< its first bytes
};

/// 410 where an erasure took the file.
[[nodiscard]] Answer<State> stateOf(store::Db &db, const Session &session, const Address &address);
/// Takes bytes. 409 with `offset` where the service stands elsewhere, 413 and 507 where there is no room. They are only
/// kept: what they are is settled when all have come.
[[nodiscard]] Answer<State> take(store::Db &db, const Session &session, const Address &address, const Sent &sent, const Taking &taking);
/// What there is to check once all bytes have come; nothing where another request has settled it.
[[nodiscard]] Answer<std::optional<Check>> toCheck(store::Db &db, const Session &session, const Address &address);
/// Bytes from `check.read` on, for the digest.
[[nodiscard]] base::Result<QByteArray> nextOf(store::Db &db, domain::ScopeId scope, const Check &check);
/// Makes the attachment `stored`, or drops the bytes where their digest is another one.
[[nodiscard]] Answer<Settled> settle(store::Db &db, const Session &session, const Address &address, const Check &check,
                                     const QByteArray &digest, qint64 nowMs);
/// Bytes of a stored file from `from` on, `most` at most; 416 with `size` behind its end, 404 `not_stored` where the service has not all of them.
[[nodiscard]] Answer<Part> read(store::Db &db, const Session &session, const Address &address, qint64 from, qint64 most);
/// Notes in the audit that somebody has fetched a file.
[[nodiscard]] base::Result<> noteRead(store::Db &db, const Session &session, const Address &address, qint64 nowMs);

} // namespace comptoir::central::blobs
