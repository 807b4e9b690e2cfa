// SPDX-License-Identifier: GPL-3.0-or-later
#include "Lane.h"

#include "Executors.h"

#include <QFuture>
#include <QMutex>
#include <QPromise>
#include <QWaitCondition>

namespace comptoir::store {

/// A thread and its connection.
struct Lane::Place
{
    std::unique_ptr<Executor> executor;
    std::unique_ptr<Db> db;
};

struct Lane::Private
{
    std::vector<Place> places;
    bool threads = true;
    QMutex mutex;
    QWaitCondition quiet;
    std::vector<Place *> idle;
    std::deque<Work> waiting;
};

namespace {

/// Runs `work` on the executor and waits for its end.
void runNow(Executor &executor, const std::function<void()> &work)
{
    // Shared: the caller may wake, and go on, before finish() has returned on the other thread.
    const auto promise = std::make_shared<QPromise<bool>>();
    promise->start();
    executor.run([promise, &work] {
        work();
        promise->addResult(true);
        promise->finish();
    });
    static_cast<void>(promise->future().result());
}

} // namespace

Lane::Lane(bool threads, const QString &name, int connections) : m_d(std::make_unique<Private>())
{
    m_d->threads = threads;
    m_d->places.resize(static_cast<std::size_t>(threads ? connections : 1));
    for (Place &place : m_d->places) {
        if (threads) {
            place.executor = std::make_unique<ThreadExecutor>(name);
        } else {
            place.executor = std::make_unique<InlineExecutor>();
        }
        m_d->idle.push_back(&place);
    }
}

Lane::~Lane()
{
    close();
}

base::Result<> Lane::open(const Open &open)
{
    for (Place &place : m_d->places) {
        base::Result<> done;
        runNow(*place.executor, [&] { done = open().map([&](std::unique_ptr<Db> db) { place.db = std::move(db); }); });
        if (!done) {
            return done;
        }
    }
    return {};
}

void Lane::run(Work work)
{
    if (!m_d->threads) {
        work(*m_d->places.front().db);
        return;
    }
    const QMutexLocker lock(&m_d->mutex);
    if (m_d->idle.empty()) {
        m_d->waiting.push_back(std::move(work));
        return;
    }
    Place &place = *m_d->idle.back();
    m_d->idle.pop_back();
    place.executor->run([this, &place, task = std::move(work)]() mutable { serve(place, std::move(task)); });
}

void Lane::serve(Place &place, Work work)
{
    for (;;) {
        work(*place.db);
        work = nullptr; // what it holds dies here, not under the lock
        const QMutexLocker lock(&m_d->mutex);
        if (m_d->waiting.empty()) {
            m_d->idle.push_back(&place);
            m_d->quiet.wakeAll();
            return;
        }
        work = std::move(m_d->waiting.front());
        m_d->waiting.pop_front();
    }
}

void Lane::drain()
{
    QMutexLocker lock(&m_d->mutex);
    while (m_d->idle.size() < m_d->places.size()) {
        m_d->quiet.wait(&m_d->mutex);
    }
}

Lane::End Lane::close()
{
    drain();
    End out{true, false};
    for (Place &place : m_d->places) {
        if (place.executor) {
            runNow(*place.executor, [&] {
                out.wasOpen = out.wasOpen && place.db;
                out.metDamage = out.metDamage || (place.db && place.db->sawDamage());
                place.db.reset();
            });
            place.executor.reset();
        }
    }
    return out;
}

} // namespace comptoir::store
