// SPDX-License-Identifier: GPL-3.0-or-later
#include "SimTransport.h"

#include <QPointer>
#include <QPromise>

namespace comptoir::tests {

namespace {

constexpr qint64 kIdleMs = 15'000; ///< a console that hears nothing gives a request up so late
constexpr qint64 kSilentStreamMs = 45'000; ///< and a stream without a heartbeat
constexpr qint64 kLatestMs = 10'000;

base::Result<sync::Response> lost()
{
    return base::fail(base::Error::Kind::Network, QStringLiteral("lost"));
}

} // namespace

SimTransport::~SimTransport()
{
    closeEvents();
}

SimTransport::Fate SimTransport::fate()
{
    base::SeededRandom draw(m_random.next());
    const auto happens = [&draw](int percent) { return int(draw.below(100)) < percent; };
    const auto delayed = [&] { return 1 + qint64(draw.below(quint64(m_faults.mostDelayMs))); };
    Fate out;
    out.dropped = happens(m_faults.dropRequest);
    out.answerDropped = happens(m_faults.dropAnswer);
    out.twice = happens(m_faults.duplicate);
    out.late = happens(m_faults.reorder);
    out.thereMs = delayed();
    out.backMs = delayed();
    out.lateMs = out.thereMs + qint64(draw.below(kLatestMs));
    return out;
}

QFuture<base::Result<sync::Response>> SimTransport::send(const sync::Request &request)
{
    auto promise = std::make_shared<QPromise<base::Result<sync::Response>>>();
    promise->start();
    const Finish finish = [promise](const base::Result<sync::Response> &answer) {
        promise->addResult(answer);
        promise->finish();
    };
    const Fate fate = this->fate();
    const auto arrives = [&service = m_service, &time = m_time, request, device = m_device] {
        (void)service.answer(request, device, time.nowMs());
    };
    const bool mute = m_faults.mute.contains(m_device);
    if (m_faults.cut || mute || fate.dropped || fate.late) {
        if (fate.late && !mute && !m_faults.cut) {
            m_time.after(fate.lateMs, m_service.way(), arrives);
        }
        m_time.after(mute ? kIdleMs : fate.thereMs, this, [finish] { finish(lost()); });
        return promise->future();
    }
    if (fate.twice) {
        m_time.after(fate.thereMs + 2 * fate.backMs, m_service.way(), arrives);
    }
    deliver(request, fate, finish);
    return promise->future();
}

void SimTransport::deliver(const sync::Request &request, const Fate &fate, const Finish &finish)
{
    const auto arrived = [request, fate, finish, &service = m_service, &time = m_time, device = m_device, self = QPointer(this)] {
        const auto answer = service.answer(request, device, time.nowMs());
        if (!self) {
            return; // the console has ended since
        }
        const bool deaf = self->m_faults.deaf.contains(device);
        const bool dropped = self->m_faults.cut || deaf || fate.answerDropped;
        time.after(deaf ? kIdleMs : fate.backMs, self, [finish, answer, dropped] { finish(dropped ? lost() : answer); });
    };
    m_time.after(fate.thereMs, m_service.way(), arrived);
}

void SimTransport::openEvents()
{
    if (!m_service.hasEvents()) {
        return;
    }
    closeEvents();
    const quint64 life = m_life;
    m_stuck = false;
    m_time.after(delay(), this, [this, life] {
        if (life != m_life) {
            return;
        }
        const bool passes = !m_faults.cut && !m_faults.mute.contains(m_device) && !m_faults.deaf.contains(m_device);
        const QPointer self(this);
        const auto later = [self, life](auto &&work) {
            if (self && life == self->m_life) {
                self->m_time.after(self->delay(), self, [self, life, work] { work(*self, life); });
            }
        };
        const EventSink sink{[later] { later([](SimTransport &one, quint64 of) { one.takeEvents(of); }); },
                             [later] { later([](SimTransport &one, quint64 of) { one.endStream(of, 0); }); }};
        if (!passes || !m_service.openEvents(m_device, sink)) {
            endStream(life, delay());
            return;
        }
        m_time.after(delay(), this, [this, life] {
            if (life == m_life) {
                Q_EMIT eventsOpened();
                takeEvents(life);
            }
        });
    });
}

void SimTransport::takeEvents(quint64 life)
{
    if (life != m_life || m_stuck) {
        return;
    }
    base::SeededRandom draw(m_random.next());
    const bool breaks = int(draw.below(100)) < m_faults.streamBreaks;
    const bool sticks = int(draw.below(100)) < m_faults.streamSticks;
    if (m_faults.cut || m_faults.deaf.contains(m_device) || sticks) {
        m_stuck = true; // the connection stands, and nobody hears: found out by the heartbeat that does not come
        endStream(life, kSilentStreamMs);
        return;
    }
    if (breaks) {
        endStream(life, delay());
        return;
    }
    if (const auto message = m_service.takeEvent(m_device)) {
        Q_EMIT eventArrived(*message);
    }
}

void SimTransport::endStream(quint64 life, qint64 inMs)
{
    m_time.after(inMs, this, [this, life] {
        if (life == m_life) {
            closeEvents();
            Q_EMIT eventsClosed();
        }
    });
}

void SimTransport::closeEvents()
{
    ++m_life;
    m_service.closeEvents(m_device);
}

} // namespace comptoir::tests
