// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "FakeService.h"
#include "NoticeTable.h"
#include "OutboxTable.h"
#include "SimConsole.h"
#include "TicketTable.h"
#include "TimelineTable.h"

using namespace comptoir;
using tests::FakeService;
using tests::SimConsole;

namespace {

const auto kTown = domain::OrganisationId::fromName("town");

struct World
{
    tests::SimTime time;
    base::SeededRandom random{7};
    tests::Faults faults;
    FakeService service{{domain::ScopeId{}, domain::scopeOf(kTown)}};
    std::vector<std::unique_ptr<SimConsole>> consoles;

    SimConsole &add()
    {
        const int number = int(consoles.size());
        const auto device = domain::DeviceId::fromName(QByteArray("device" + QByteArray::number(number)));
        service.grant(device, {});
        service.grant(device, domain::scopeOf(kTown));
        consoles.push_back(std::make_unique<SimConsole>(service, time, random, faults, number));
        return *consoles.back();
    }
};

domain::Operation on(domain::TicketId ticket, domain::Payload payload)
{
    domain::Operation op;
    op.scope = domain::scopeOf(kTown);
    op.entity = domain::EntityId{ticket.value};
    op.payload = std::move(payload);
    return op;
}

domain::Ticket ticketOf(int number)
{
    domain::Ticket ticket;
    ticket.id = domain::TicketId::fromName(QByteArray("another" + QByteArray::number(number)));
    ticket.scope = domain::scopeOf(kTown);
    ticket.organisation = kTown;
    ticket.number = QStringLiteral("9Z-%1").arg(number);
    ticket.summary = QStringLiteral("Messagerie");
    return ticket;
}

std::vector<store::Notice> notices(SimConsole &console)
{
    return *console.read([](store::Db &db) { return store::NoticeTable::open(db, 100); });
}

} // namespace

TEST_CASE("a ticket written at one desk stands at the other", "[sync][engine]")
{
    World world;
    SimConsole &one = world.add();
    SimConsole &two = world.add();
    world.time.pass(5000);
    CHECK(one.engine().status().state == sync::SyncStatus::State::Agreed);
    const auto ticket = one.open(kTown, QStringLiteral("Écran noir"));
    CHECK(one.engine().status().waiting == 1);
    world.time.pass(5000);
    CHECK(one.engine().status().waiting == 0);
    REQUIRE(two.tickets().size() == 1);
    CHECK(two.tickets().front().id == ticket);
    CHECK(one.tickets() == two.tickets());
}

TEST_CASE("what is written while the service is away is shown at once and arrives afterwards", "[sync][engine]")
{
    World world;
    SimConsole &one = world.add();
    SimConsole &two = world.add();
    world.time.pass(5000);
    world.faults.cut = true;
    world.time.pass(20'000);
    CHECK(one.engine().status().state == sync::SyncStatus::State::Offline);
    const auto ticket = one.open(kTown, QStringLiteral("Imprimante"));
    CHECK(one.perform(on(ticket, domain::TicketNote{QStringLiteral("rappeler"), false})));
    CHECK(one.perform(on(ticket, domain::TicketClaim{})));
    CHECK(one.tickets().size() == 1);
    world.time.pass(600'000);
    one.crash();
    world.faults.cut = false;
    world.time.pass(120'000);
    CHECK(two.tickets() == one.tickets());
    CHECK(one.engine().status().state == sync::SyncStatus::State::Agreed);
    const auto history = two.read([&](store::Db &db) { return store::TimelineTable::of(db, ticket); });
    REQUIRE(history);
    REQUIRE(history->size() == 3);
    // Its age travelled with it: it was written ten minutes before it arrived.
    CHECK(world.time.nowMs() - history->front().entity.atMs > 600'000);
}

TEST_CASE("of two claims one wins and the other operator is told", "[sync][engine]")
{
    World world;
    SimConsole &one = world.add();
    SimConsole &two = world.add();
    const auto ticket = one.open(kTown, QStringLiteral("Messagerie"));
    world.time.pass(10'000);
    CHECK(one.perform(on(ticket, domain::TicketClaim{})));
    CHECK(two.perform(on(ticket, domain::TicketClaim{})));
    world.time.pass(10'000);
    CHECK(one.tickets() == two.tickets());
    REQUIRE(notices(one).size() + notices(two).size() == 1);
    SimConsole &loser = notices(one).empty() ? two : one;
    CHECK(notices(loser).front().code == QStringLiteral("taken"));
    CHECK(notices(loser).front().label.contains(QStringLiteral("Messagerie")));
    CHECK(loser.engine().status().refused == 1);
    loser.crash();
    CHECK(notices(loser).size() == 1);
}

TEST_CASE("one poisonous operation is parked and the others go on", "[sync][pusher]")
{
    const int status = GENERATE(500, 400, 422, 413);
    World world;
    SimConsole &one = world.add();
    world.time.pass(5000);
    world.faults.cut = true;
    std::vector<domain::TicketId> tickets;
    for (int i = 0; i < 9; ++i) {
        tickets.push_back(one.open(kTown, QStringLiteral("n° %1").arg(i)));
    }
    CHECK(one.perform(on(tickets[4], domain::TicketNote{QStringLiteral("suite"), false})));
    world.service.poison = domain::OperationId{tickets[4].value};
    world.service.poisonStatus = status;
    world.faults.cut = false;
    world.time.pass(400'000);
    CHECK(world.service.state().tickets.size() == 8);
    const auto parked = notices(one);
    REQUIRE(parked.size() == 2); // the ticket, and the note on it, with its text
    CHECK(parked[0].code == QStringLiteral("parked"));
    CHECK(parked[1].payload.contains("suite"));
    CHECK(one.tickets().size() == 8);
}

TEST_CASE("an operation that is damaged before it is sent never is; its operator is told and the others go on", "[sync][pusher][sums]")
{
    World world;
    SimConsole &one = world.add();
    world.time.pass(5000);
    world.faults.cut = true;
    const auto damaged = one.open(kTown, QStringLiteral("Écran noir"));
    const auto other = one.open(kTown, QStringLiteral("Clavier"));
    REQUIRE(one.perform(on(damaged, domain::TicketNote{QStringLiteral("rappelé"), true})));
    // As the disk does it: nothing that keeps sums knows.
    REQUIRE(one.store()
                .write([](store::Db &db) {
                    return db.run("DROP TRIGGER outbox_sum;"
                                  "UPDATE outbox SET payload=CAST(replace(CAST(payload AS TEXT),'noir','nohr') AS BLOB)");
                })
                .result());
    world.time.pass(20'000); // still without the service
    REQUIRE(notices(one).size() == 2);
    const auto told = notices(one).front();
    CHECK(told.op.value == damaged.value);
    CHECK(told.payload.contains("nohr"));
    CHECK(told.refusal.contains("damaged"));
    CHECK(notices(one).back().code == u"parked"); // what was built on it
    CHECK(one.engine().status().waiting == 1);
    world.faults.cut = false;
    world.time.pass(60'000);
    CHECK(one.engine().status().waiting == 0);
    CHECK_FALSE(world.service.state().tickets.contains(damaged.value));
    CHECK(world.service.state().tickets.contains(other.value));
    REQUIRE(one.tickets().size() == 1);
    CHECK(one.tickets().front().id == other);
}

TEST_CASE("an outage parks nothing", "[sync][pusher]")
{
    const int status = GENERATE(500, 502, 503, 429);
    World world;
    SimConsole &one = world.add();
    world.time.pass(5000);
    world.service.failWith = status;
    (void)one.open(kTown, QStringLiteral("en attente"));
    world.time.pass(3'600'000);
    CHECK(notices(one).empty());
    CHECK(one.engine().status().waiting == 1);
    world.service.failWith = 0;
    world.time.pass(120'000);
    CHECK(one.engine().status().waiting == 0);
    CHECK(world.service.state().tickets.size() == 1);
}

TEST_CASE("after a restore of the service the kept operations are pushed again", "[sync][engine]")
{
    World world;
    SimConsole &one = world.add();
    SimConsole &two = world.add();
    (void)one.open(kTown, QStringLiteral("avant"));
    world.time.pass(10'000);
    world.service.backUp();
    const auto after = one.open(kTown, QStringLiteral("après"));
    CHECK(one.perform(on(after, domain::TicketNote{QStringLiteral("ne pas perdre"), false})));
    world.time.pass(10'000);
    world.service.restore();
    world.time.pass(120'000);
    CHECK(world.service.state().tickets.size() == 2);
    CHECK(world.service.state().timeline.size() == 3);
    CHECK(one.tickets().size() == 2);
    CHECK(one.tickets() == two.tickets());
}

TEST_CASE("where the service went back and does not say so, what it lacks is pushed again", "[sync][engine]")
{
    const int opened = GENERATE(0, 40); // by others since: its counter stands below the cursors, or above
    World world;
    SimConsole &one = world.add();
    SimConsole &two = world.add();
    (void)one.open(kTown, QStringLiteral("avant"));
    world.time.pass(10'000);
    world.service.backUp();
    const auto after = one.open(kTown, QStringLiteral("après"));
    CHECK(one.perform(on(after, domain::TicketNote{QStringLiteral("ne pas perdre"), false})));
    (void)two.open(kTown, QStringLiteral("de l'autre"));
    world.time.pass(10'000);
    world.service.goBack();
    for (int at = 0; at < opened; ++at) {
        world.service.put(ticketOf(at));
    }
    world.time.pass(600'000);
    CHECK(world.service.state().tickets.size() == 3 + std::size_t(opened));
    CHECK(one.tickets().size() == 3 + std::size_t(opened));
    CHECK(one.tickets() == two.tickets());
    CHECK(notices(one).empty());
    CHECK(one.engine().status().waiting == 0);
}

TEST_CASE("a scope no longer granted goes, and what was on its way is refused and shown", "[sync][engine]")
{
    World world;
    SimConsole &one = world.add();
    const auto ticket = one.open(kTown, QStringLiteral("secret"));
    world.time.pass(10'000);
    world.faults.cut = true;
    CHECK(one.perform(on(ticket, domain::TicketNote{QStringLiteral("mon texte"), false})));
    world.service.revoke(one.device(), domain::scopeOf(kTown));
    world.faults.cut = false;
    world.time.pass(120'000);
    CHECK(one.tickets().empty());
    REQUIRE(notices(one).size() == 1);
    CHECK(notices(one).front().code == QStringLiteral("forbidden"));
    CHECK(notices(one).front().payload.contains("mon texte"));
    world.service.grant(one.device(), domain::scopeOf(kTown));
    world.time.pass(60'000);
    CHECK(one.tickets().size() == 1);
}

TEST_CASE("a desk whose pulls fail is not said to be in agreement", "[sync][engine]")
{
    const int status = GENERATE(503, 426, 200); // the last one: a reply that cannot be read
    World world;
    SimConsole &one = world.add();
    world.time.pass(5000);
    REQUIRE(one.engine().status().state == sync::SyncStatus::State::Agreed);
    world.service.failPullWith = status;
    (void)one.open(kTown, QStringLiteral("Messagerie"));
    world.time.pass(120'000);
    CHECK(one.engine().status().waiting == 0);
    CHECK(one.engine().status().state == (status == 426 ? sync::SyncStatus::State::TooOld : sync::SyncStatus::State::Working));
    world.service.failPullWith = 0;
    world.time.pass(400'000);
    CHECK(one.engine().status().state == sync::SyncStatus::State::Agreed);
}

TEST_CASE("a desk that cannot write what comes says so, and goes on once it can", "[sync][engine]")
{
    World world;
    SimConsole &one = world.add();
    SimConsole &two = world.add();
    world.time.pass(5000);
    const auto limit = [&](const char *pragma) { REQUIRE(one.store().write([&](store::Db &db) { return db.run(pragma); }).result()); };
    limit("PRAGMA max_page_count=1"); // no page more than there are
    for (int ticket = 0; ticket < 40; ++ticket) {
        (void)two.open(kTown, QString(200, QLatin1Char('x')));
    }
    world.time.pass(60'000);
    CHECK(one.engine().status().state == sync::SyncStatus::State::Unwritable);
    limit("PRAGMA max_page_count=1000000");
    world.time.pass(400'000);
    CHECK(one.engine().status().state == sync::SyncStatus::State::Agreed);
    CHECK(one.tickets().size() == 40);
}

TEST_CASE("a desk that cannot read what waits on it says so instead of being in agreement", "[sync][engine]")
{
    World world;
    SimConsole &one = world.add();
    world.time.pass(5000);
    REQUIRE(one.engine().status().state == sync::SyncStatus::State::Agreed);
    REQUIRE(one.store().write([](store::Db &db) { return db.run("ALTER TABLE notice RENAME TO hidden"); }).result());
    world.time.pass(20'000);
    CHECK(one.engine().status().state == sync::SyncStatus::State::Unwritable);
    REQUIRE(one.store().write([](store::Db &db) { return db.run("ALTER TABLE hidden RENAME TO notice"); }).result());
    world.time.pass(20'000);
    CHECK(one.engine().status().state == sync::SyncStatus::State::Agreed);
}

TEST_CASE("a request that never ends is given up by the watchdog", "[sync][engine]")
{
    struct Silent final : sync::Transport
    {
        int sent = 0;
        std::vector<std::shared_ptr<QPromise<base::Result<sync::Response>>>> open;
        QFuture<base::Result<sync::Response>> send(const sync::Request &) override
        {
            ++sent;
            open.push_back(std::make_shared<QPromise<base::Result<sync::Response>>>());
            open.back()->start();
            return open.back()->future();
        }
        void openEvents() override {}
        void closeEvents() override {}
    };
    World world;
    SimConsole &one = world.add();
    one.stop();
    Silent silent;
    sync::SyncEngine engine({one.store(), silent, world.time, world.time, world.random, {}});
    engine.start();
    world.time.pass(80'000);
    CHECK(silent.sent == 1);
    world.time.pass(200'000);
    CHECK(silent.sent >= 2);
    CHECK(engine.status().state == sync::SyncStatus::State::Offline);
}
