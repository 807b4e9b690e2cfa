// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "BlobTidying.h"
#include "RequestLine.h"

#include <QSet>

namespace comptoir::base {
class Random;
}

namespace comptoir::store {
class Store;
}

namespace comptoir::sync {

/// Carries the bytes of attachments, up those this console alone holds, down those somebody here wants to see: piece by piece, one request at
/// a time, going on where a cut or a restart has ended it, and only while no operation waits. What was fetched counts once its sum is right.
class BlobCarrier : public QObject
{
    Q_OBJECT

public:
    BlobCarrier(store::Store &store, Transport &transport, base::Scheduler &scheduler, base::Random &random, const Tuning &tuning,
                QObject *parent = nullptr);

    /// Whether the service answers and has nothing more urgent to take. Ends nothing that is under way: the next piece waits.
    void allow(bool allowed);
    /// Something may be there to carry.
    void look();
    void stop();

private:
    void begin(const store::blobs::Errand &errand);
    void askOffset();
    void sendPiece(qint64 at);
    void takeSent(qint64 at, qint64 size, const Response &answer);
    void askPiece();
    void takePiece(qint64 at, const Response &answer);
    /// What any answer may say, whatever was asked; true where that settles it.
    [[nodiscard]] bool settles(const base::Result<Response> &answer);
    /// No more of this one now; `failure` is noted beside it.
    void giveUp(const QString &failure);
    void passOver();
    void pause(qint64 retryAfterMs);
    template <class Work, class Next>
    void writeThen(Work work, Next next);

    store::Store &m_store;
    base::Scheduler &m_scheduler;
    base::Random &m_random;
    const Tuning &m_tuning;
    RequestLine m_line;
    store::blobs::Errand m_errand;
    QSet<base::Uuid> m_passedOver; ///< until the service is met anew
    bool m_allowed = false;
    bool m_busy = false;
    bool m_waiting = false; ///< for the back-off
    int m_failures = 0; ///< in a row
    qint64 m_pieceBytes = domain::
        kMostPieceBytes; ///< sent at once; smaller after a piece that got no answer (a body has its time), and up again with each that did
    int m_disagreements = 0; ///< about how far the file has come
    quint64 m_run = 0;
};

} // namespace comptoir::sync
