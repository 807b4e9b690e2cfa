// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "FakeService.h"
#include "SimConsole.h"
#include "TimelineTable.h"

using namespace comptoir;
using tests::FakeService;
using tests::SimConsole;

namespace {

const auto kTown = domain::OrganisationId::fromName("town");

struct World
{
    World()
    {
        for (int number = 0; number < 2; ++number) {
            const auto device = domain::DeviceId::fromName(QByteArray("device" + QByteArray::number(number)));
            service.grant(device, {});
            service.grant(device, domain::scopeOf(kTown));
        }
        writer = std::make_unique<SimConsole>(service, time, random, faults, 0);
        reader = std::make_unique<SimConsole>(service, time, random, faults, 1);
        time.pass(5000);
    }

    static bool note(SimConsole &at, domain::TicketId ticket)
    {
        domain::Operation op;
        op.entity = domain::EntityId{ticket.value};
        op.scope = domain::scopeOf(kTown);
        op.payload = domain::TicketNote{QStringLiteral("rappelé"), false};
        return at.perform(op);
    }

    static std::size_t lines(SimConsole &at, domain::TicketId ticket)
    {
        const auto found = at.read([&](store::Db &db) { return store::TimelineTable::of(db, ticket); });
        REQUIRE(found);
        return found->size();
    }

    /// Both in agreement with the service, neither by having fetched a scope anew.
    void agree()
    {
        time.pass(10'000);
        for (auto *one : {writer.get(), reader.get()}) {
            CHECK(one->repairs == 0);
            CHECK(one->engine().status().state == sync::SyncStatus::State::Agreed);
        }
        CHECK(writer->tickets() == reader->tickets());
    }

    tests::SimTime time;
    base::SeededRandom random{11};
    tests::Faults faults;
    FakeService service{{domain::ScopeId{}, domain::scopeOf(kTown)}};
    std::unique_ptr<SimConsole> writer;
    std::unique_ptr<SimConsole> reader;
};

} // namespace

TEST_CASE("a ticket put away leaves both desks, and a note of a desk that was offline brings it back whole to both", "[sync][window]")
{
    World world;
    world.service.pageRows = GENERATE(1, 2, 1000);
    const auto old = world.writer->open(kTown, QStringLiteral("Imprimante"));
    const auto young = world.writer->open(kTown, QStringLiteral("Écran noir"));
    REQUIRE(World::note(*world.writer, old));
    world.time.pass(5000);
    const std::size_t before = World::lines(*world.reader, old);
    REQUIRE(before == 2);
    REQUIRE(world.writer->tickets().size() == 2);

    world.reader->engine().stop();
    REQUIRE(World::note(*world.reader, old)); // written while it was away
    world.service.putAway(old);
    world.time.pass(5000);
    REQUIRE(world.writer->tickets().size() == 1);
    CHECK(world.writer->tickets().front().id == young);
    CHECK(World::lines(*world.writer, old) == 0);
    CHECK(World::lines(*world.writer, young) == 1);

    world.reader->engine().start();
    world.agree();
    CHECK(world.writer->tickets().size() == 2);
    CHECK(World::lines(*world.writer, old) == before + 1);
    CHECK(World::lines(*world.reader, old) == before + 1);

    world.service.putAway(old);
    world.agree();
    CHECK(world.reader->tickets().size() == 1);
    CHECK(World::lines(*world.reader, old) == 0);
}
