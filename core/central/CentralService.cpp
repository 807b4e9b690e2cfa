// SPDX-License-Identifier: GPL-3.0-or-later
#include "CentralService.h"

#include "BackupTable.h"
#include "ChangesFeed.h"
#include "Clock.h"
#include "DigestTable.h"
#include "Executors.h"
#include "Horizon.h"
#include "Log.h"
#include "MetaTable.h"
#include "OpsAcceptance.h"
#include "Planted.h"
#include "RowCheck.h"
#include "ScopeMarks.h"
#include "SessionOf.h"
#include "Token.h"
#include "Tuning.h"

#include <QDateTime>
#include <QPromise>

namespace comptoir::central {

namespace {

using base::Result;

template <class T>
QFuture<Answer<T>> settled(tl::unexpected<Fault> fault)
{
    return QtFuture::makeReadyFuture(Answer<T>(std::move(fault)));
}

std::unique_ptr<store::Executor> workerFor(bool threads)
{
    if (threads) {
        return std::make_unique<store::ThreadExecutor>(QStringLiteral("backup"));
    }
    return std::make_unique<store::InlineExecutor>();
}

Answer<> checkDevice(const Session &session, domain::DeviceId device)
{
    if (session.device != device) {
        return fault(403, QStringLiteral("device"), QStringLiteral("The access token was given to another device."));
    }
    return {};
}

Answer<QByteArray> encoded(const Answer<wire::SessionReply> &reply)
{
    return reply.map([](const wire::SessionReply &told) { return told.encode(); });
}

/// The console keeps its operations until one of the two clocks was set.
tl::unexpected<Fault> clocksApart(const Session &session, qint64 nowMs, qint64 consoleMs)
{
    const auto told = [](qint64 ms) {
        return ms > 0 ? QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODate) : QStringLiteral("untold");
    };
    qCCritical(base::lcCentral) << "operations of device" << session.device.toString() << "wait: this clock says" << told(nowMs)
                                << "and that of the device" << told(consoleMs) << "- set the one that is wrong";
    Fault out(503, QStringLiteral("clock"),
              QStringLiteral("The clock of the service says %1, that of this computer %2: nothing is taken until the wrong one is set.")
                  .arg(told(nowMs), told(consoleMs)));
    out.retryAfterS = kClockRetryS;
    return tl::unexpected<Fault>(std::move(out));
}

Answer<CentralService::Accepted> accept(store::Db &db, const QByteArray &digest, const QByteArray &body, qint64 nowMs)
{
    const auto session = sessionOf(db, digest, nowMs);
    if (!session) {
        return tl::unexpected(session.error());
    }
    const auto request = wire::OpsRequest::decode(body);
    if (!request) {
        return unreadable(request.error());
    }
    if (auto same = checkDevice(*session, request->device); !same) {
        return tl::unexpected(same.error());
    }
    const auto epoch = MetaTable::epoch(db);
    if (!epoch) {
        return tl::unexpected<Fault>(epoch.error());
    }
    if (!request->epoch.isEmpty() && request->epoch != *epoch) {
        return epochFault(*epoch);
    }
    OpsAcceptance acceptance(db, *session, nowMs, request->clockMs);
    if (const auto begun = acceptance.begin(request->ops); !begun) {
        return tl::unexpected<Fault>(begun.error());
    }
    wire::OpsReply reply{*epoch, {}};
    CentralService::Accepted out;
    for (const wire::OpMessage &message : request->ops) {
        auto verdict = acceptance.accept(message);
        if (!verdict && acceptance.isDateInDoubt()) {
            return clocksApart(*session, nowMs, request->clockMs);
        }
        if (!verdict) {
            return tl::unexpected<Fault>(verdict.error());
        }
        ++(wire::isAccepted(verdict->code) ? out.accepted : out.refused);
        reply.verdicts.push_back(std::move(*verdict));
    }
    if (const auto written = acceptance.finish(); !written) {
        return tl::unexpected<Fault>(written.error());
    }
    out.body = reply.encode();
    out.moved = acceptance.moved();
    return out;
}

Answer<PackedPage> changes(store::Db &db, const QByteArray &digest, const QByteArray &body, bool mayPack, qint64 nowMs)
{
    const auto session = sessionOf(db, digest, nowMs);
    if (!session) {
        return tl::unexpected(session.error());
    }
    const auto request = wire::ChangesRequest::decode(body);
    if (!request) {
        return unreadable(request.error());
    }
    if (auto same = checkDevice(*session, request->device); !same) {
        return tl::unexpected(same.error());
    }
    return ChangesFeed(db, *session).after(*request).map([&](const QByteArray &plain) { return PackedPage::of(plain, mayPack); });
}

/// For the planted bug alone: what was answered does not wait for the commit.
template <class Work>
QFuture<Answer<CentralService::Accepted>> answeredEarly(store::Store &store, const Work &work)
{
    const auto early = std::make_shared<CentralService::Accepted>();
    return store
        .write([work, early](store::Db &db) {
            auto out = work(db);
            *early = out.value_or(CentralService::Accepted{});
            return out;
        })
        .then([early](const Answer<CentralService::Accepted> &done) {
            return done || early->body.isEmpty() ? done : Answer<CentralService::Accepted>(*early);
        });
}

} // namespace

CentralService::CentralService(const Parts &parts)
    : m_parts(parts)
    , m_passwords(parts.random, parts.cost, parts.threads, parts.post)
    , m_worker(workerFor(parts.threads))
    , m_signIn({parts.store, m_passwords, parts.clock, parts.random})
    , m_accounts({parts.store, m_passwords, parts.clock, parts.random})
    , m_organisations({parts.store, parts.clock, parts.random})
    , m_backups(parts.store, *m_worker, parts.clock, parts.post)
    , m_erasures({parts.store, parts.clock, parts.random})
    , m_blobs({parts.store, parts.clock, parts.random, parts.attachmentQuota})
    , m_audit(parts.store, parts.clock)
    , m_archive({parts.store, parts.clock})
{}

CentralService::~CentralService() = default;

QFuture<Answer<QByteArray>> CentralService::signIn(const QByteArray &body, const QString &address)
{
    const auto request = wire::SignInRequest::decode(body);
    return request ? m_signIn.signIn(*request, address).then(encoded) : settled<QByteArray>(unreadable(request.error()));
}

QFuture<Answer<QByteArray>> CentralService::refresh(const QByteArray &body)
{
    const auto request = wire::RefreshRequest::decode(body);
    return request ? m_signIn.refresh(*request).then(encoded) : settled<QByteArray>(unreadable(request.error()));
}

QFuture<Answer<Session>> CentralService::signOut(const QByteArray &token)
{
    return m_signIn.signOut(token);
}

QFuture<Answer<CentralService::Accepted>> CentralService::acceptOps(const QByteArray &token, const QByteArray &body)
{
    const auto work = [digest = tokenDigest(token), body, nowMs = m_parts.clock.nowMs()](store::Db &db) {
        return accept(db, digest, body, nowMs);
    };
    return base::isPlanted(base::Plant::AnswerBeforeCommit) ? answeredEarly(m_parts.store, work) : m_parts.store.write(work);
}

QFuture<Answer<PackedPage>> CentralService::changesAfter(const QByteArray &token, const QByteArray &body, bool mayPack)
{
    return m_parts.store.read([digest = tokenDigest(token), body, mayPack, nowMs = m_parts.clock.nowMs()](store::Db &db) {
        return changes(db, digest, body, mayPack, nowMs);
    });
}

QFuture<Answer<Listener>> CentralService::listener(const QByteArray &token)
{
    return m_parts.store.read([digest = tokenDigest(token), nowMs = m_parts.clock.nowMs()](store::Db &db) -> Answer<Listener> {
        const auto who = sessionOf(db, digest, nowMs);
        if (!who) {
            return tl::unexpected(who.error());
        }
        const auto granted = GrantTable::of(db, who->operatorId);
        if (!granted) {
            return tl::unexpected<Fault>(granted.error());
        }
        Listener out{*who, {}};
        for (const Grant &grant : *granted) {
            const auto scope = ScopeTable::find(db, grant.scope);
            if (!scope) {
                return tl::unexpected<Fault>(scope.error());
            }
            out.scopes.emplace(grant.scope, scope->seq);
        }
        return out;
    });
}

QFuture<Answer<Session>> CentralService::session(const QByteArray &token)
{
    return m_parts.store.read(
        [digest = tokenDigest(token), nowMs = m_parts.clock.nowMs()](store::Db &db) { return sessionOf(db, digest, nowMs); });
}

QFuture<Answer<>> CentralService::ready()
{
    const auto probe = [](store::Db &db) -> Answer<> {
        const auto epoch = MetaTable::epoch(db);
        return epoch ? Answer<>() : tl::unexpected<Fault>(epoch.error());
    };
    return m_parts.store.read(probe)
        .then([&store = m_parts.store, probe](const Answer<> &read) {
            return read ? store.write(probe) : settled<void>(tl::unexpected(read.error()));
        })
        .unwrap();
}

QFuture<base::Result<qint64>> CentralService::verify()
{
    return m_parts.store.read([](store::Db &db) { return db.quickCheck(); })
        .then([&store = m_parts.store](const base::Result<> &sound) {
            return sound ? checkRows(store) : QtFuture::makeReadyFuture(base::Result<qint64>(tl::unexpected(sound.error())));
        })
        .unwrap();
}

QFuture<base::Result<>> CentralService::sweep()
{
    return m_parts.store
        .write([nowMs = m_parts.clock.nowMs()](store::Db &db) -> base::Result<> {
            const auto horizonMs = horizonNowMs(db, nowMs);
            if (!horizonMs) {
                return tl::unexpected(horizonMs.error());
            }
            return OpTable::forgetBefore(db, *horizonMs - kDedupeHorizonMs)
                .and_then([&](qint64) { return SessionTable::sweep(db, nowMs); })
                .and_then([&] { return BackupTable::settle(db); })
                .and_then([&] { return BlobTable::dropBefore(db, nowMs - kUploadMs); })
                .and_then([&] { return DigestTable::fill(db); })
                .and_then([&] { return ScopeMarks::raiseFloors(db, *horizonMs - kTombstoneMs, nowMs); });
        })
        .then([this](const base::Result<> &done) { // apart: an audit that does not fit keeps the rest from nothing
            return m_audit.prune(false).then(
                [done](const base::Result<qint64> &gone) -> base::Result<> { return !done || gone ? done : tl::unexpected(gone.error()); });
        })
        .unwrap();
}

} // namespace comptoir::central
