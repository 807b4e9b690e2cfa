// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "EventMessages.h"
#include "FakeService.h"
#include "SimConsole.h"

using namespace comptoir;
using tests::SimConsole;

namespace {

struct World
{
    tests::SimTime time;
    base::SeededRandom random{7};
    tests::Faults faults;
    tests::FakeService service{{domain::ScopeId{}}};
    std::unique_ptr<SimConsole> console;

    SimConsole &add()
    {
        service.grant(domain::DeviceId::fromName("device0"), {});
        console = std::make_unique<SimConsole>(service, time, random, faults, 0);
        return *console;
    }
};

/// How often consoles ask while nobody answers.
class Unanswered final : public sync::Transport
{
public:
    std::vector<qint64> *asked = nullptr;
    tests::SimTime *time = nullptr;
    bool busy = false; ///< it answers that it cannot now, and when it may be asked again
    int againS = 40; ///< 0 = it does not say
    QFuture<base::Result<sync::Response>> send(const sync::Request &) override
    {
        asked->push_back(time->bootMs());
        return QtFuture::makeReadyFuture(busy ? base::Result<sync::Response>(sync::Response{503, {}, againS})
                                              : base::Result<sync::Response>(base::fail(base::Error::Kind::Network, {})));
    }
    void openEvents() override {}
    void closeEvents() override {}
};

/// The service is reached; its stream of events does as the test says.
struct NoStream final : sync::Transport
{
    tests::SimTransport way;
    tests::SimTime &time;
    std::vector<qint64> pulls;
    int tries = 0;
    bool opens = false;

    NoStream(World &world, domain::DeviceId device) : way(world.service, world.time, world.random, world.faults, device), time(world.time)
    {}
    QFuture<base::Result<sync::Response>> send(const sync::Request &request) override
    {
        if (request.path == u"/v1/changes") {
            pulls.push_back(time.bootMs());
        }
        return way.send(request);
    }
    void openEvents() override
    {
        ++tries;
        time.after(10, this, [this] {
            if (opens) {
                Q_EMIT eventsOpened();
            } else {
                Q_EMIT eventsClosed();
            }
        });
    }
    void closeEvents() override {}
    [[nodiscard]] auto pullsSince(qint64 fromMs) const
    {
        return std::count_if(pulls.begin(), pulls.end(), [&](qint64 at) { return at >= fromMs; });
    }
};

/// A console whose service answers each time that it cannot now.
struct BusyService : World
{
    std::vector<qint64> asked;
    Unanswered busy;
    std::unique_ptr<sync::SyncEngine> engine;

    explicit BusyService(int againS)
    {
        add().stop();
        busy.asked = &asked;
        busy.time = &time;
        busy.busy = true;
        busy.againS = againS;
        engine = std::make_unique<sync::SyncEngine>(sync::SyncEngine::Parts{console->store(), busy, time, time, random, {}});
        engine->start();
    }

    /// Ten minutes of somebody who types, on a network that comes and goes.
    void typeOn()
    {
        for (int tenth = 0; tenth < 6000; ++tenth) {
            engine->operatorActive();
            engine->networkCameUp();
            time.pass(100);
        }
    }
};

/// The longest time between two of these.
qint64 longestGap(const std::vector<qint64> &at)
{
    qint64 out = 0;
    for (std::size_t i = 1; i < at.size(); ++i) {
        out = std::max(out, at[i] - at[i - 1]);
    }
    return out;
}

} // namespace

TEST_CASE("after a long outage a desk where somebody types sees the service within seconds, without hammering it", "[sync][engine]")
{
    World world;
    SimConsole &one = world.add();
    world.time.pass(5000);
    world.faults.cut = true;
    world.time.pass(3'600'000); // nobody is at the desk: the back-off is as long as it gets
    REQUIRE(one.engine().status().state == sync::SyncStatus::State::Offline);
    world.faults.cut = false;
    qint64 waited = 0;
    for (; one.engine().status().state == sync::SyncStatus::State::Offline && waited < 60'000; waited += 100) {
        one.engine().operatorActive(); // a key every tenth of a second
        world.time.pass(100);
    }
    CHECK(waited <= 7000);

    one.stop();
    std::vector<qint64> asked;
    Unanswered nobody;
    nobody.asked = &asked;
    nobody.time = &world.time;
    sync::SyncEngine engine({one.store(), nobody, world.time, world.time, world.random, {}});
    engine.start();
    for (int tenth = 0; tenth < 36'000; ++tenth) { // an hour
        engine.operatorActive();
        world.time.pass(100);
    }
    CHECK(longestGap(asked) <= 6200);
    CHECK(asked.size() < 3600 / 3);
    asked.clear();
    world.time.pass(3'600'000);
    CHECK(longestGap(asked) > 20'000); // who does nothing waits as before
    CHECK(asked.size() < 3600 / 15);
}

TEST_CASE("a network that comes up is tried at once, and the back-off begins anew", "[sync][engine]")
{
    World world;
    SimConsole &one = world.add();
    world.time.pass(5000);
    world.faults.cut = true;
    world.time.pass(3'600'000);
    world.faults.cut = false;
    one.engine().networkCameUp();
    world.time.pass(1200);
    CHECK(one.engine().status().state == sync::SyncStatus::State::Agreed);
}

TEST_CASE("when a service says how long to wait, no key makes it shorter", "[sync][engine]")
{
    BusyService world(40);
    world.typeOn();
    REQUIRE(world.asked.size() > 2);
    for (std::size_t i = 1; i < world.asked.size(); ++i) {
        CHECK(world.asked[i] - world.asked[i - 1] >= 40'000);
    }
}

TEST_CASE("a service that cannot now, and does not say for how long, is asked again within seconds where somebody types", "[sync][engine]")
{
    BusyService world(0);
    world.time.pass(3'600'000); // the back-off is as long as it gets
    world.asked.clear();
    world.typeOn();
    REQUIRE(world.asked.size() > 2);
    CHECK(longestGap(world.asked) <= 6200);
    CHECK(world.asked.size() < 600 / 3);
}

TEST_CASE("of a large desk where everybody types, few ask in the same second", "[sync][engine]")
{
    constexpr int kDesk = 300;
    World world;
    SimConsole &one = world.add();
    one.stop();
    std::vector<qint64> asked;
    std::vector<std::unique_ptr<Unanswered>> ways;
    std::vector<std::unique_ptr<sync::SyncEngine>> engines;
    wire::EventMessage present;
    for (int i = 0; i < kDesk; ++i) {
        wire::PresenceMessage at;
        at.operatorId = domain::OperatorId::fromName(QByteArray::number(i));
        at.state = domain::OperatorState::Available;
        present.presence.push_back(at);
    }
    const QByteArray message = present.encode();
    for (int i = 0; i < kDesk; ++i) {
        ways.push_back(std::make_unique<Unanswered>());
        ways.back()->asked = &asked;
        ways.back()->time = &world.time;
        engines.push_back(std::make_unique<sync::SyncEngine>(
            sync::SyncEngine::Parts{one.store(), *ways.back(), world.time, world.time, world.random, {}}));
        Q_EMIT ways.back()->eventArrived(message); // all of them were seen at work
        engines.back()->start();
    }
    for (int tenth = 0; tenth < 3000; ++tenth) {
        for (const auto &engine : engines) {
            engine->operatorActive();
        }
        world.time.pass(100);
    }
    std::map<qint64, int> inSecond;
    for (const qint64 at : asked) {
        if (at > world.time.bootMs() - 200'000) { // the beginning is over
            ++inSecond[at / 1000];
        }
    }
    const auto most = std::max_element(inSecond.begin(), inSecond.end(), [](const auto &a, const auto &b) { return a.second < b.second; });
    CHECK(most->second <= kDesk / 8);
}

TEST_CASE("a stream of events that does not open is tried ever more rarely, and makes nobody ask more often than without one",
          "[sync][events]")
{
    World world;
    SimConsole &console = world.add();
    console.stop();
    NoStream transport(world, console.device());
    sync::SyncEngine engine({console.store(), transport, world.time, world.time, world.random, {}});
    engine.start();
    world.time.pass(60'000);
    const qint64 settled = world.time.bootMs();
    const int tries = transport.tries;
    world.time.pass(600'000);
    CHECK(transport.pullsSince(settled) <= 41); // every 15 s
    CHECK(transport.pullsSince(settled) >= 39);
    CHECK(transport.tries - tries <= 41);
    CHECK(transport.tries - tries >= 39);

    // One that opens and breaks at once is no better.
    transport.opens = true;
    world.time.pass(20'000);
    const qint64 breaking = world.time.bootMs();
    for (int second = 0; second < 600; ++second) {
        Q_EMIT transport.eventsClosed();
        world.time.pass(1000);
    }
    CHECK(transport.pullsSince(breaking) <= 100);

    // Once it stands it is as if nothing had been: the next break is asked about soon.
    world.time.pass(60'000);
    const qint64 standing = world.time.bootMs();
    world.time.pass(120'000);
    CHECK(transport.pullsSince(standing) == 0);
    Q_EMIT transport.eventsClosed();
    world.time.pass(6000);
    CHECK(transport.pullsSince(standing) >= 1);
}
