// SPDX-License-Identifier: GPL-3.0-or-later
#include "BlobCarrier.h"

#include "BlobKeep.h"
#include "Log.h"
#include "OpMessage.h"
#include "OwnAttachmentTable.h"
#include "Random.h"
#include "Store.h"
#include "Then.h"

#include <algorithm>

namespace comptoir::sync {

using base::Result;
using store::BlobKeep;
using store::Db;

namespace {

constexpr int kMostDisagreements = 3;

QString routeOf(const domain::Attachment &file)
{
    return QStringLiteral("/v1/blobs/%1/%2/%3")
        .arg(QString::fromLatin1(wire::scopeText(file.scope)), file.ticket.toString(), file.id.toString());
}

QByteArray rangeFrom(qint64 at)
{
    return "bytes=" + QByteArray::number(at) + '-' + QByteArray::number(at + domain::kMostPieceBytes - 1);
}

} // namespace

BlobCarrier::BlobCarrier(store::Store &store, Transport &transport, base::Scheduler &scheduler, base::Random &random, const Tuning &tuning,
                         QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_scheduler(scheduler)
    , m_random(random)
    , m_tuning(tuning)
    , m_line(transport, scheduler, tuning)
{}

void BlobCarrier::allow(bool allowed)
{
    if (std::exchange(m_allowed, allowed) != allowed && allowed) {
        m_passedOver.clear();
        look();
    }
}

void BlobCarrier::stop()
{
    m_allowed = false;
    m_busy = false;
    m_waiting = false;
    ++m_run;
    m_line.abandon();
}

void BlobCarrier::look()
{
    if (!m_allowed || m_busy || m_waiting) {
        return;
    }
    m_busy = true;
    const auto future = m_store.read(
        [path = m_store.path(), passed = m_passedOver](Db &db) { return store::blobs::next(db, path, passed); });
    base::then(future, this, [this, run = m_run](const Result<std::optional<store::blobs::Errand>> &found) {
        if (run != m_run) {
            return;
        }
        m_busy = false;
        if (!found) {
            qCWarning(base::lcSync) << "what is attached cannot be read:" << found.error().message;
        } else if (*found && m_allowed) {
            begin(**found);
        }
    });
}

void BlobCarrier::begin(const store::blobs::Errand &errand)
{
    m_busy = true;
    m_disagreements = 0;
    m_errand = errand;
    errand.up ? askOffset() : askPiece();
}

bool BlobCarrier::settles(const Result<Response> &answer)
{
    if (!answer || answer->status >= 500 || answer->status == 429 || answer->status == 401) {
        const bool full = answer && answer->status == 507;
        full ? giveUp(QStringLiteral("quota")) : pause(answer ? answer->retryAfterS * qint64(1000) : 0);
        return true;
    }
    m_failures = 0;
    return false;
}

void BlobCarrier::askOffset()
{
    m_line.send({"HEAD", routeOf(m_errand.file), {}}, [this](const Result<Response> &answer) {
        if (settles(answer)) {
            return;
        }
        if (answer->status / 100 != 2) {
            passOver(); // not known there, or not any more: a pull will tell
        } else {
            sendPiece(std::clamp<qint64>(answer->offset, 0, m_errand.file.size));
        }
    });
}

void BlobCarrier::sendPiece(qint64 at)
{
    if (!m_allowed) {
        m_busy = false; // something more urgent waits; it is asked anew how far it has come
        return;
    }
    const auto future = m_store.read(
        [path = m_store.path(), sum = m_errand.file.sha256, at, most = m_pieceBytes](Db &) { return BlobKeep(path).read(sum, at, most); });
    base::then(future, this, [this, run = m_run, at](const Result<QByteArray> &piece) {
        if (run != m_run) {
            return;
        }
        // Where all has come, an empty piece asks for the check that a stop of the service has cut short.
        if (!piece || (piece->isEmpty() && at < m_errand.file.size)) {
            qCWarning(base::lcSync) << "attachment" << m_errand.file.id.toString() << "cannot be read on this machine";
            passOver();
            return;
        }
        m_line.send({"PUT", routeOf(m_errand.file), *piece, true, {{"Upload-Offset", QByteArray::number(at)}}},
                    [this, at, size = piece->size()](const Result<Response> &answer) {
                        m_pieceBytes = answer ? std::min(m_pieceBytes * 2, domain::kMostPieceBytes)
                                              : std::max(m_pieceBytes / 4, domain::kLeastPieceBytes);
                        if (!settles(answer)) {
                            takeSent(at, size, *answer);
                        }
                    });
    });
}

void BlobCarrier::takeSent(qint64 at, qint64 size, const Response &answer)
{
    // 422: what came is not what was announced, and the service has thrown it away.
    if (answer.status == 409 || answer.status == 422) {
        ++m_disagreements < kMostDisagreements ? askOffset() : passOver();
        return;
    }
    if (answer.status / 100 != 2) {
        giveUp(answer.status == 404 || answer.status == 410 ? QStringLiteral("unknown") : QStringLiteral("refused"));
        return;
    }
    const qint64 reached = answer.offset >= 0 ? answer.offset : at + size;
    writeThen([id = m_errand.file.id, reached](Db &db) { return store::OwnAttachmentTable::setSent(db, id, reached, {}); },
              [this, at, reached](const Result<> &) {
                  if (reached >= m_errand.file.size) {
                      passOver();
                  } else if (reached > at) {
                      sendPiece(reached);
                  } else {
                      giveUp(QStringLiteral("refused")); // a service that takes nothing and says that all is well
                  }
              });
}

void BlobCarrier::askPiece()
{
    if (!m_allowed) {
        m_busy = false;
        return;
    }
    const auto future = m_store.read(
        [path = m_store.path(), sum = m_errand.file.sha256](Db &) -> Result<qint64> { return BlobKeep(path).fetched(sum); });
    base::then(future, this, [this, run = m_run](const Result<qint64> &fetched) {
        if (run != m_run) {
            return;
        }
        if (!fetched) { // the database could not be read: nothing is known of the file
            pause(0);
            return;
        }
        if (*fetched >= m_errand.file.size) {
            takePiece(*fetched, {206, {}}); // a stop came before its sum was looked at
            return;
        }
        m_line.send({"GET", routeOf(m_errand.file), {}, true, {{"Range", rangeFrom(*fetched)}}},
                    [this, at = *fetched](const Result<Response> &answer) {
                        if (!settles(answer)) {
                            takePiece(at, *answer);
                        }
                    });
    });
}

void BlobCarrier::takePiece(qint64 at, const Response &answer)
{
    if (answer.status / 100 != 2 || (answer.body.isEmpty() && at < m_errand.file.size)) {
        giveUp(QStringLiteral("missing"));
        return;
    }
    const auto keep = [path = m_store.path(), file = m_errand.file, at, bytes = answer.body,
                       whole = answer.status == 200](Db &db) -> Result<bool> {
        const BlobKeep blobs(path);
        const QByteArray piece = whole ? bytes.mid(at) : bytes; // a proxy that does not know parts sends it all
        if (at + piece.size() > file.size) {
            return base::fail(base::Error::Kind::Corrupt, QStringLiteral("more was sent than the attachment has"));
        }
        const auto reached = blobs.append(file.sha256, at, piece);
        if (!reached || *reached < file.size) {
            db.touch(store::Entity::Attachment, file.id.value);
            return reached.map([](qint64) { return false; });
        }
        return blobs.finish(file.sha256).and_then([&] { return store::WantedAttachmentTable::remove(db, file.id); }).map([] {
            return true;
        });
    };
    writeThen(keep, [this](const Result<bool> &done) {
        if (!done) {
            using Kind = base::Error::Kind;
            qCWarning(base::lcSync) << "attachment" << m_errand.file.id.toString() << "was not taken:" << done.error().message;
            giveUp(done.error().kind == Kind::Full ? QStringLiteral("full") : QStringLiteral("damaged"));
        } else if (*done) {
            m_busy = false;
            look();
        } else {
            askPiece();
        }
    });
}

template <class Work, class Next>
void BlobCarrier::writeThen(Work work, Next next)
{
    base::then(m_store.write(std::move(work)), this, [this, run = m_run, next](const auto &done) {
        if (run == m_run) {
            next(done);
        }
    });
}

void BlobCarrier::giveUp(const QString &failure)
{
    writeThen(
        [errand = m_errand, failure](Db &db) -> Result<> {
            if (!errand.up) {
                return store::WantedAttachmentTable::fail(db, errand.file.id, failure);
            }
            return store::OwnAttachmentTable::find(db, errand.file.id).and_then([&](const auto &own) {
                return store::OwnAttachmentTable::setSent(db, errand.file.id, own ? own->sent : 0, failure);
            });
        },
        [this](const Result<> &) { passOver(); });
}

void BlobCarrier::passOver()
{
    m_passedOver.insert(m_errand.file.id.value);
    m_busy = false;
    look();
}

void BlobCarrier::pause(qint64 retryAfterMs)
{
    m_busy = false;
    m_waiting = true;
    const qint64 most = std::min(m_tuning.backOffMostMs, m_tuning.backOffFirstMs << std::min(m_failures++, 16));
    const qint64 ms = std::max(retryAfterMs, qint64(m_random.below(quint64(most) + 1)));
    m_scheduler.after(ms, this, [this, run = m_run] {
        if (run == m_run) {
            m_waiting = false;
            look();
        }
    });
}

} // namespace comptoir::sync
