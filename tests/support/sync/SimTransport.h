// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Answering.h"
#include "Random.h"
#include "SimTime.h"

#include <set>

namespace comptoir::tests {

/// What the network does to requests and streams; chances in percent.
struct Faults
{
    int dropRequest = 0;
    int dropAnswer = 0;
    int duplicate = 0;
    int reorder = 0; ///< a request that counts as lost arrives after those sent later
    qint64 mostDelayMs = 20;
    bool cut = false; ///< nothing passes
    std::set<domain::DeviceId> mute; ///< nothing of these reaches the service
    std::set<domain::DeviceId> deaf; ///< nothing of the service reaches these
    int streamBreaks = 0; ///< of each event: the stream ends with it
    int streamSticks = 0; ///< the stream stays open, and nothing comes any more
};

/// A network between one console and the service.
class SimTransport final : public sync::Transport
{
    Q_OBJECT

public:
    SimTransport(Answering &service, SimTime &time, base::Random &random, const Faults &faults, domain::DeviceId device)
        : m_service(service)
        , m_time(time)
        , m_random(random)
        , m_faults(faults)
        , m_device(device)
    {}
    ~SimTransport() override;

    QFuture<base::Result<sync::Response>> send(const sync::Request &request) override;
    void openEvents() override;
    void closeEvents() override;

private:
    /// What happens to one request, all of it drawn at once: one chance that is nil does not shift the others.
    struct Fate
    {
        bool dropped = false;
        bool answerDropped = false;
        bool twice = false;
        bool late = false;
        qint64 thereMs = 0;
        qint64 backMs = 0;
        qint64 lateMs = 0;
    };
    using Finish = std::function<void(const base::Result<sync::Response> &)>;

    [[nodiscard]] Fate fate();
    [[nodiscard]] qint64 delay() { return 1 + qint64(m_random.below(quint64(m_faults.mostDelayMs))); }
    void deliver(const sync::Request &request, const Fate &fate, const Finish &finish);
    void takeEvents(quint64 life);
    void endStream(quint64 life, qint64 inMs);

    Answering &m_service;
    SimTime &m_time;
    base::Random &m_random;
    const Faults &m_faults;
    domain::DeviceId m_device;
    quint64 m_life = 0; ///< of the stream: what belongs to an older one is void
    bool m_stuck = false;
};

} // namespace comptoir::tests
