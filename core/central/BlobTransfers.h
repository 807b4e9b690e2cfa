// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Blobs.h"
#include "Store.h"

namespace comptoir::base {
class Clock;
}

namespace comptoir::central {

/// Takes the bytes of attachments in and gives them out, a piece a request and a transaction a piece. Its futures finish where the store's do.
class BlobTransfers
{
public:
    struct Parts
    {
        store::Store &store;
        const base::Clock &clock;
        base::Random &random;
        qint64 quota = 0; ///< bytes of a scope's files
    };

    explicit BlobTransfers(const Parts &parts) : m_parts(parts) {}

    /// How far the bytes of an attachment have come.
    [[nodiscard]] QFuture<Answer<blobs::State>> state(const QByteArray &token, const blobs::Address &address);
    /// Takes the bytes that follow on `offset`. With the last of them the whole is held against what was announced: 422 where it is something
    /// else, and all of it is dropped. An empty last piece asks for that check alone, where a service ended before it.
    [[nodiscard]] QFuture<Answer<blobs::Settled>> put(const QByteArray &token, const blobs::Address &address, qint64 offset,
                                                      const QByteArray &bytes);
    /// Bytes of a stored file from `from` on: `most`, or as many as one answer carries.
    [[nodiscard]] QFuture<Answer<blobs::Part>> read(const QByteArray &token, const blobs::Address &address, qint64 from, qint64 most);

private:
    Parts m_parts;
};

} // namespace comptoir::central
