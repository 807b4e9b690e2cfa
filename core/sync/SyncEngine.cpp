// SPDX-License-Identifier: GPL-3.0-or-later
#include "SyncEngine.h"

#include "BlobCarrier.h"
#include "Clock.h"
#include "CursorTable.h"
#include "EventMessages.h"
#include "Log.h"
#include "NoticeTable.h"
#include "OutboxTable.h"
#include "PersonErasing.h"
#include "Rounds.h"
#include "Store.h"
#include "Then.h"

#include <set>

namespace comptoir::sync {

namespace {

/// What the database says of the agreement.
struct Counts
{
    qint64 waiting = 0;
    qint64 refused = 0;
    bool complete = false; ///< every scope was in agreement once
    bool empty = false; ///< no scope was ever told of
    bool scrubDue = false; ///< bytes of somebody erased may still stand in the file
};

base::Result<Counts> readCounts(store::Db &db)
{
    const auto waiting = store::OutboxTable::pendingCount(db);
    const auto refused = store::NoticeTable::openCount(db);
    const auto cursors = store::CursorTable::all(db);
    const auto scrubDue = store::scrub::isDue(db);
    if (!waiting || !refused || !cursors || !scrubDue) {
        return tl::unexpected(!waiting ? waiting.error() : !refused ? refused.error() : !cursors ? cursors.error() : scrubDue.error());
    }
    const bool complete = std::all_of(cursors->begin(), cursors->end(),
                                      [](const store::CursorRow &cursor) { return cursor.complete || cursor.anew; });
    return Counts{*waiting, *refused, complete && !cursors->empty(), cursors->empty(), *scrubDue};
}

} // namespace

struct SyncEngine::Private
{
    Private(SyncEngine *owner, const Parts &given)
        : q(owner)
        , parts(given)
        , rounds(given)
        , carrier(given.store, given.transport, given.scheduler, given.random, parts.tuning)
    {}

    SyncEngine *q;
    Parts parts;
    Rounds rounds;
    BlobCarrier carrier;
    SyncStatus status;
    bool started = false;
    bool firstPull = true;
    bool countsKnown = false;
    bool counting = false;
    bool countAgain = false;
    bool eventsWanted = false;
    bool eventsOpen = false;
    qint64 eventsOpenedMs = 0; ///< boot clock
    int eventsFailures = 0; ///< in a row: the stream did not open, or closed as soon as it had
    bool agreed = false; ///< the last round came to its end
    bool scrubbing = false;
    std::set<domain::OperatorId> present;

    void setState(SyncStatus::State state);
    void tell(const SyncStatus &next);
    void countLater();
    void takeCounts(const Counts &counts);
    void loseCounts(const base::Error &error);
    void scrub();
    void openEvents();
    void loseEvents();
    void takeEvent(const QByteArray &message);
    void takePresence(const std::vector<wire::PresenceMessage> &presence);
    void connectAll();
};

SyncEngine::SyncEngine(const Parts &parts, QObject *parent) : QObject(parent), m_d(std::make_unique<Private>(this, parts))
{
    m_d->connectAll();
}

SyncEngine::~SyncEngine()
{
    stop();
}

void SyncEngine::Private::connectAll()
{
    connect(&parts.store, &store::Store::changed, q, [this](const store::Changes &changes) {
        if (changes.touches(store::Entity::Outbox)) {
            rounds.wantPush();
        }
        if (changes.touches(store::Entity::Attachment)) {
            carrier.look();
        }
        if (changes.touches(store::Entity::Outbox) || changes.touches(store::Entity::Notice) || changes.touches(store::Entity::Cursor)) {
            countLater();
        }
    });
    connect(&rounds, &Rounds::reached, q, [this](bool all) {
        agreed = all;
        if (all) {
            firstPull = false;
        }
        setState(all && status.waiting == 0 ? SyncStatus::State::Agreed : SyncStatus::State::Working);
        countLater();
        openEvents();
    });
    connect(&rounds, &Rounds::lost, q, [this] {
        agreed = false;
        setState(SyncStatus::State::Offline);
    });
    connect(&rounds, &Rounds::unwritable, q, [this] {
        agreed = false;
        setState(SyncStatus::State::Unwritable);
    });
    connect(&rounds, &Rounds::tooOld, q, [this] {
        agreed = false;
        setState(SyncStatus::State::TooOld);
    });
    connect(&rounds, &Rounds::signInNeeded, q, [this] { setState(SyncStatus::State::SignInNeeded); });
    connect(&rounds, &Rounds::pageTaken, q, [this](qint64 rows) {
        if (firstPull) {
            SyncStatus next = status;
            next.rowsPulled += rows;
            next.state = SyncStatus::State::FirstPull;
            next.offlineSinceMs = 0;
            tell(next);
        }
    });
    connect(&rounds, &Rounds::repairing, q, [this] {
        SyncStatus next = status;
        ++next.repairs;
        tell(next);
    });
    connect(&parts.transport, &Transport::eventArrived, q, [this](const QByteArray &message) { takeEvent(message); });
    connect(&parts.transport, &Transport::eventsOpened, q, [this] {
        eventsOpen = true;
        eventsOpenedMs = parts.clock.bootMs();
        rounds.setEventsOpen(true);
        rounds.wantPull(0); // what moved before the stream stood
    });
    connect(&parts.transport, &Transport::eventsClosed, q, [this] { loseEvents(); });
    connect(&parts.transport, &Transport::signInNeeded, q, [this] {
        rounds.stop();
        setState(SyncStatus::State::SignInNeeded);
    });
}

void SyncEngine::start()
{
    m_d->started = true;
    m_d->countLater();
    m_d->rounds.start();
}

void SyncEngine::stop()
{
    m_d->started = false;
    m_d->rounds.stop();
    m_d->carrier.stop();
    if (std::exchange(m_d->eventsWanted, false)) {
        m_d->parts.transport.closeEvents();
    }
}

void SyncEngine::wake()
{
    if (!m_d->started) {
        return;
    }
    if (m_d->status.state == SyncStatus::State::SignInNeeded) {
        m_d->setState(SyncStatus::State::Connecting);
        m_d->rounds.start();
    } else {
        m_d->rounds.wake();
    }
}

void SyncEngine::operatorActive()
{
    m_d->rounds.hasten(Rounds::Because::OperatorActive);
}

void SyncEngine::networkCameUp()
{
    m_d->rounds.hasten(Rounds::Because::NetworkUp);
}

const SyncStatus &SyncEngine::status() const
{
    return m_d->status;
}

void SyncEngine::Private::setState(SyncStatus::State state)
{
    SyncStatus next = status;
    next.state = state;
    if (state != SyncStatus::State::Offline) {
        next.offlineSinceMs = 0;
    } else if (next.offlineSinceMs == 0) {
        next.offlineSinceMs = parts.clock.nowMs();
    }
    tell(next);
}

void SyncEngine::Private::tell(const SyncStatus &next)
{
    if (next != status) {
        status = next;
        Q_EMIT q->statusChanged(status);
    }
    // Files come after everything else.
    carrier.allow(started && status.state == SyncStatus::State::Agreed);
}

void SyncEngine::Private::countLater()
{
    if (counting) {
        countAgain = true;
        return;
    }
    counting = true;
    base::then(parts.store.read(readCounts), q, [this](const base::Result<Counts> &counts) {
        counting = false;
        if (counts) {
            takeCounts(*counts);
        } else {
            loseCounts(counts.error());
        }
        if (std::exchange(countAgain, false)) {
            countLater();
        }
    });
}

void SyncEngine::Private::takeCounts(const Counts &counts)
{
    if (!std::exchange(countsKnown, true) && counts.complete) {
        firstPull = false; // an earlier start has fetched it all
    }
    if (counts.scrubDue && counts.complete && agreed && !scrubbing) {
        scrub();
    }
    SyncStatus next = status;
    next.waiting = static_cast<int>(counts.waiting);
    next.refused = static_cast<int>(counts.refused);
    // A service that agrees and has nothing for this operator: there is nothing to come.
    next.copy = counts.complete || (counts.empty && agreed) ? SyncStatus::Copy::Whole : SyncStatus::Copy::Partial;
    if (next.state == SyncStatus::State::Agreed && next.waiting > 0) {
        next.state = SyncStatus::State::Working;
    } else if (next.state == SyncStatus::State::Working && agreed && next.waiting == 0 && counts.complete) {
        next.state = SyncStatus::State::Agreed;
    }
    tell(next);
}

/// Nobody knows what waits here: that is not to be called agreement. The next round counts again.
void SyncEngine::Private::loseCounts(const base::Error &error)
{
    qCWarning(base::lcSync) << "what waits here could not be counted:" << error.message;
    if (status.state == SyncStatus::State::Agreed || status.state == SyncStatus::State::Working) {
        setState(SyncStatus::State::Unwritable);
    }
}

/// Once everything has come: on the writer's thread, which works on nothing else meanwhile. What fails is tried again after the next agreement.
void SyncEngine::Private::scrub()
{
    scrubbing = true;
    base::then(parts.store.write([path = parts.store.path()](store::Db &db) { return store::scrub::run(db, path); }), q,
               [this](const base::Result<> &done) {
                   scrubbing = false;
                   if (!done) {
                       qCWarning(base::lcSync) << "the file could not be rewritten after an erasure:" << done.error().message;
                   }
               });
}

void SyncEngine::Private::openEvents()
{
    if (started && !eventsWanted) {
        eventsWanted = true;
        parts.transport.openEvents();
    }
}

void SyncEngine::Private::loseEvents()
{
    const bool stood = std::exchange(eventsOpen, false) && parts.clock.bootMs() - eventsOpenedMs >= parts.tuning.pollWithoutEventsMs;
    eventsFailures = stood ? 0 : eventsFailures + 1;
    rounds.setEventsOpen(false);
    present.clear();
    if (!std::exchange(eventsWanted, false) || !started) {
        return;
    }
    // Either the stream broke or the service went: asking tells which, and opens the stream again. One that does not open (a proxy lets none
    // through) is no reason to ask more often than without a stream: in the end the next poll tries it.
    const qint64 waitMs = parts.tuning.eventsRetryMs << std::min(std::max(0, eventsFailures - 1), 16);
    if (eventsFailures <= 1 || waitMs < parts.tuning.pollWithoutEventsMs) {
        rounds.wantPull(waitMs);
    }
}

void SyncEngine::Private::takeEvent(const QByteArray &message)
{
    const auto event = wire::EventMessage::decode(message);
    if (!event) {
        qCWarning(base::lcSync) << "an event cannot be read:" << event.error().message;
        return;
    }
    takePresence(event->presence);
    const bool news = std::any_of(event->moved.begin(), event->moved.end(),
                                  [this](const auto &moved) { return !rounds.puller().holds(moved.first, moved.second); });
    if (news) {
        rounds.wantPull(rounds.spreadMs(parts.tuning.spreadPerConsoleMs, parts.tuning.spreadMostMs));
    }
    if (!event->presence.empty() || event->call) {
        Q_EMIT q->messageArrived(message);
    }
}

void SyncEngine::Private::takePresence(const std::vector<wire::PresenceMessage> &presence)
{
    for (const wire::PresenceMessage &one : presence) {
        if (one.state == domain::OperatorState::Offline) {
            present.erase(one.operatorId);
        } else {
            present.insert(one.operatorId);
        }
    }
    rounds.setConsoles(static_cast<int>(present.size()));
}

} // namespace comptoir::sync
