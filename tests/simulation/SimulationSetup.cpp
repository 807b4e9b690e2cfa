// SPDX-License-Identifier: GPL-3.0-or-later
// What a seed has: its consoles, its service, and which faults.
#include "FaultVfs.h"
#include "Simulation.h"

namespace comptoir::sim {

namespace {

bool happens(base::Random &draw, int percent)
{
    return int(draw.below(100)) < percent;
}

/// How many seeds in a hundred have a family.
int shareOf(Family family)
{
    switch (family) {
    case Family::Cut:
    case Family::Delay: return 100;
    case Family::Drop:
    case Family::Duplicate:
    case Family::Streams:
    case Family::Crashes: return 50;
    case Family::ServiceCrashes: return 40;
    case Family::Reorder:
    case Family::OneWay:
    case Family::Clocks:
    case Family::Rounds: return 30;
    case Family::FullDisks:
    case Family::Restores:
    case Family::Grants:
    case Family::Erasures: return 25;
    case Family::Profiles: return 20;
    }
    return 0;
}

} // namespace

Simulation::Simulation(const Plan &plan)
    : m_plan(plan)
    , m_serviceRandom(streamOf(plan, "service"))
    , m_towns{domain::OrganisationId::fromName("town one"), domain::OrganisationId::fromName("town two")}
{
    seedSqlite(int(plan.seed % 1'000'000) + 1);
    drawFaults();
    auto setup = streamOf(plan, "setup");
    m_service = std::make_unique<CentralMachine>(m_time, m_serviceRandom, m_towns);
    m_service->pageRows = happens(setup, 50) ? int(1 + setup.below(12)) : 0;
    m_service->setCachePages(happens(setup, 50) ? 4 : 0);
    m_service->setEvents(happens(setup, 70));
    const int desks = 2 + int(setup.below(2));
    for (int number = 1; number <= desks; ++number) {
        addDesk(number, setup);
    }
    m_service->onSignedIn([this](domain::DeviceId device, const wire::SessionReply &reply) {
        for (Desk &desk : m_desks) {
            if (desk.console->device() == device) {
                desk.console->learn(reply.deviceCode, reply.highestCounter);
            }
        }
    });
    for (Desk &desk : m_desks) { // the first sign-in of a console needs the service: its device code comes from there
        HOLDS(m_service->answer({"GET", QStringLiteral("/readyz"), {}}, desk.console->device(), m_time.nowMs()));
    }
}

Simulation::~Simulation()
{
    for (Desk &desk : m_desks) {
        desk.console->stop();
    }
}

void Simulation::drawFaults()
{
    for (const auto &[family, code] : kFamilies) {
        auto draw = streamOf(m_plan, code);
        const bool drawn = happens(draw, shareOf(family)) && !m_plan.without.contains(family);
        if (drawn) {
            m_families.insert(family);
        }
        m_putsAway = m_putsAway || (drawn && family == Family::Rounds);
        if (family == Family::Drop && drawn) {
            m_faults.dropRequest = int(draw.below(25));
            m_faults.dropAnswer = int(draw.below(25));
        } else if (family == Family::Duplicate && drawn) {
            m_faults.duplicate = int(draw.below(20));
        } else if (family == Family::Reorder && drawn) {
            m_faults.reorder = int(draw.below(15));
        } else if (family == Family::Delay && drawn) {
            m_faults.mostDelayMs = 1 + qint64(draw.below(3000));
        } else if (family == Family::Streams && drawn) {
            m_faults.streamBreaks = int(draw.below(20));
            m_faults.streamSticks = int(draw.below(10));
        }
    }
}

void Simulation::addDesk(int number, base::Random &setup)
{
    Desk desk;
    desk.login = QStringLiteral("operator%1").arg(number);
    desk.clock = std::make_unique<MachineClock>(m_time);
    desk.random = std::make_unique<base::SeededRandom>(streamOf(m_plan, "desk", quint64(number)));
    tests::Seat seat;
    seat.device = domain::DeviceId::fromName(QByteArray("device" + QByteArray::number(number)));
    seat.who = m_service->addOperator(desk.login, seat.device, number == 1 ? domain::Role::Supervisor : domain::Role::Operator);
    seat.name = desk.login;
    seat.clock = desk.clock.get();
    seat.durability = store::Db::Durability::Full;
    seat.diskMayFail = true;
    seat.cachePages = happens(setup, 50) ? 4 : 0;
    seat.watchdogMs = happens(setup, 50) ? qint64(500 + setup.below(4000)) : 0;
    desk.console = std::make_unique<tests::SimConsole>(*m_service, m_time, *desk.random, m_faults, seat);
    desk.disk = std::make_unique<FaultDisk>(desk.console->folder());
    desk.console->crash(); // opened anew, on the disk that fails
    desk.who = std::make_unique<Operator>(*desk.console, m_towns);
    m_desks.push_back(std::move(desk));
}

} // namespace comptoir::sim
