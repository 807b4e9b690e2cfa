// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "FakeService.h"
#include "SimConsole.h"

using namespace comptoir;
using tests::FakeService;
using tests::SimConsole;

namespace {

const auto kTown = domain::OrganisationId::fromName("town");
constexpr qint64 kHourMs = 3'600'000;

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

    tests::SimTime time;
    base::SeededRandom random{7};
    tests::Faults faults;
    FakeService service{{domain::ScopeId{}, domain::scopeOf(kTown)}};
    std::unique_ptr<SimConsole> writer;
    std::unique_ptr<SimConsole> reader;
};

} // namespace

TEST_CASE("a row that never came is found by the digest, and its scope fetched anew", "[sync][digest]")
{
    World world;
    const auto kept = world.writer->open(kTown, QStringLiteral("Imprimante"));
    world.time.pass(5000);
    world.reader->engine().stop();
    const auto lost = world.writer->open(kTown, QStringLiteral("Écran noir"));
    world.time.pass(5000);
    REQUIRE(world.writer->repairs == 0);

    world.service.hidden = lost.value;
    const int before = world.service.pullsFromZero;
    world.reader->engine().start();
    world.time.pass(1500); // one round
    CHECK(world.reader->repairs == 1);
    CHECK(world.service.pullsFromZero > before);
    CHECK(world.reader->tickets().size() == 1);

    // It did not help, and is not tried for ever: what is here stays in use.
    world.time.pass(kHourMs / 2);
    CHECK(world.reader->repairs == 1);
    CHECK(world.reader->engine().status().state == sync::SyncStatus::State::Agreed);
    REQUIRE(world.reader->tickets().size() == 1);
    CHECK(world.reader->tickets().front().id == kept);

    world.service.hidden = {};
    world.time.pass(kHourMs);
    CHECK(world.reader->repairs == 2);
    CHECK(world.reader->tickets().size() == 2);
    CHECK(world.reader->tickets() == world.writer->tickets());
    world.time.pass(2 * kHourMs);
    CHECK(world.reader->repairs == 2);
}
