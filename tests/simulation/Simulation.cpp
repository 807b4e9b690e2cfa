// SPDX-License-Identifier: GPL-3.0-or-later
#include "Simulation.h"

#include "Catch.h"
#include "Durations.h"

#include <QFile>

namespace comptoir::sim {

namespace {

constexpr int kSteps = 50;
constexpr qint64 kDrainMs = 120'000; ///< SYNC.md: all is quiet so long after the last fault, at most
constexpr qint64 kMostStepMs = 4000;

} // namespace

Simulation::Simulation(quint64 seed)
    : m_random(seed)
    , m_towns{domain::OrganisationId::fromName("town one"), domain::OrganisationId::fromName("town two")}
{
    m_faults.dropRequest = drawn(25);
    m_faults.dropAnswer = drawn(25);
    m_faults.duplicate = drawn(20);
    m_faults.mostDelayMs = 1 + qint64(m_random.below(3000));
    m_families = {happens(50), happens(40), happens(25), happens(25), happens(30), happens(25), happens(20)};
    m_service = std::make_unique<CentralMachine>(m_time, m_random, m_towns);
    m_service->pageRows = happens(50) ? int(1 + m_random.below(12)) : 0;
    const int desks = 2 + int(m_random.below(2));
    for (int number = 1; number <= desks; ++number) {
        addDesk(number);
    }
    m_service->onSignedIn([this](domain::DeviceId device, const wire::SessionReply &reply) {
        for (Desk &desk : m_desks) {
            if (desk.console->device() == device) {
                desk.console->learn(reply.deviceCode, reply.highestCounter);
            }
        }
    });
    for (Desk &desk : m_desks) { // the first sign-in of a console needs the service: its device code comes from there
        REQUIRE(m_service->answer({"GET", QStringLiteral("/readyz"), {}}, desk.console->device(), m_time.nowMs()));
    }
}

Simulation::~Simulation()
{
    for (Desk &desk : m_desks) {
        desk.console->stop();
    }
}

void Simulation::addDesk(int number)
{
    Desk desk;
    desk.login = QStringLiteral("operator%1").arg(number);
    desk.clock = std::make_unique<MachineClock>(m_time);
    tests::Seat seat;
    seat.device = domain::DeviceId::fromName(QByteArray("device" + QByteArray::number(number)));
    seat.who = m_service->addOperator(desk.login, seat.device, number == 1 ? domain::Role::Supervisor : domain::Role::Operator);
    seat.name = desk.login;
    seat.clock = desk.clock.get();
    seat.durability = store::Db::Durability::Full;
    seat.diskMayFail = true;
    seat.cachePages = happens(30) ? 4 : 0;
    seat.watchdogMs = happens(50) ? qint64(500 + m_random.below(4000)) : 0;
    desk.console = std::make_unique<tests::SimConsole>(*m_service, m_time, m_random, m_faults, seat);
    desk.disk = std::make_unique<FaultDisk>(desk.console->folder());
    desk.console->crash(); // opened anew, on the disk that fails
    desk.who = std::make_unique<Operator>(*desk.console, m_random, m_towns);
    m_desks.push_back(std::move(desk));
}

void Simulation::run()
{
    for (int step = 0; step < kSteps; ++step) {
        faults();
        anyDesk().who->act();
        m_time.pass(qint64(m_random.below(kMostStepMs)));
        startWhatStopped();
        for (Desk &desk : m_desks) {
            checkOwnChangesShown(desk);
        }
    }
    heal();
    for (Desk &desk : m_desks) {
        INFO(desk.login.toStdString());
        checkPurged(desk);
    }
    grantAll();
    checkService();
    checkFold();
    for (Desk &desk : m_desks) {
        INFO(desk.login.toStdString());
        checkNothingOutstanding(desk);
        checkAgreement(desk);
        checkVerdicts(desk);
        checkRefusals(desk);
        checkOwnChangesShown(desk);
    }
}

void Simulation::faults()
{
    m_faults.cut = happens(m_faults.cut ? 70 : 8);
    deskFaults();
    serviceFaults();
}

void Simulation::deskFaults()
{
    Desk &desk = anyDesk();
    if (m_families.crashes && happens(8)) {
        if (happens(60)) {
            desk.disk->stopAfter(1 + int(m_random.below(30)));
        } else {
            desk.disk->stop();
        }
    }
    if (m_families.fullDisks) {
        desk.disk->setFull(happens(15));
        desk.disk->setTight(happens(20) ? 2 + m_random.below(12) : 0);
    }
    startWhatStopped();
    if (m_families.profiles && happens(10)) {
        desk.disk->setRoomy();
        desk.disk->stopAfter(0);
        happens(60) ? keepProfile(desk) : bringProfileBack(desk);
    }
    if (m_families.clocks && happens(6)) {
        desk.clock->jump((qint64(m_random.below(48)) - 24) * base::kHourMs);
    }
}

void Simulation::serviceFaults()
{
    if (m_families.serviceCrashes && happens(8)) {
        if (happens(60)) {
            m_service->disk().stopAfter(1 + int(m_random.below(40)));
        } else {
            m_service->disk().stop();
        }
    }
    if (m_families.fullDisks && happens(20)) {
        m_service->disk().setFull(happens(30));
        m_service->disk().setTight(happens(30) ? 2 + m_random.below(12) : 0);
    }
    startWhatStopped();
    if (m_families.restores && happens(5)) {
        m_service->backUp();
        startWhatStopped();
    }
    if (m_families.restores && happens(4)) {
        m_service->disk().setRoomy();
        m_service->restore();
        m_restored = true;
    }
    if (m_families.grants && happens(6)) {
        const Desk &desk = m_desks.back();
        (void)(happens(50) ? m_service->revoke(desk.login, m_towns.back()) : m_service->grant(desk.login, m_towns.back()));
    }
}

void Simulation::startWhatStopped()
{
    for (Desk &desk : m_desks) {
        if (desk.disk->isStopped()) {
            restart(desk);
        }
    }
    if (m_service->disk().isStopped()) {
        m_service->startAgain(happens(50));
    }
}

void Simulation::restart(Desk &desk)
{
    const bool powerCut = happens(50);
    desk.console->crash([&] {
        desk.disk->start(powerCut, m_random);
        QFile marker(desk.console->folder() + QStringLiteral("/mirror.db.open")); // nobody took it away
        REQUIRE(marker.open(QIODevice::WriteOnly));
    });
    if (powerCut) {
        desk.clock->reboot();
    }
    CHECK_FALSE(desk.console->store().wasRepaired());
}

/// The administrator's nightly copy of the operator's folder.
void Simulation::keepProfile(Desk &desk)
{
    const QString folder = desk.console->folder();
    desk.console->crash([&] {
        for (const QString &suffix : {QString(), QStringLiteral("-wal")}) {
            QFile::remove(folder + QStringLiteral("/kept") + suffix);
            QFile::copy(folder + QStringLiteral("/mirror.db") + suffix, folder + QStringLiteral("/kept") + suffix);
        }
    });
    desk.keptAt = desk.console->made.size();
    desk.kept = true;
}

/// The folder as it was: operations made since are gone here, unless they had been sent.
void Simulation::bringProfileBack(Desk &desk)
{
    if (!desk.kept) {
        return;
    }
    const QString folder = desk.console->folder();
    desk.console->crash([&] {
        for (const QString &suffix : {QString(), QStringLiteral("-wal")}) {
            QFile::remove(folder + QStringLiteral("/mirror.db") + suffix);
            QFile::copy(folder + QStringLiteral("/kept") + suffix, folder + QStringLiteral("/mirror.db") + suffix);
        }
    });
    desk.console->made.resize(desk.keptAt);
    m_service->forgetTokens(desk.console->device());
}

void Simulation::heal()
{
    m_faults = {};
    m_families = {};
    m_service->disk().stopAfter(0);
    m_service->disk().setRoomy();
    for (Desk &desk : m_desks) {
        desk.disk->stopAfter(0);
        desk.disk->setRoomy();
    }
    startWhatStopped();
    m_time.pass(kDrainMs);
}

void Simulation::grantAll()
{
    for (const Desk &desk : m_desks) {
        for (const auto &town : m_towns) {
            REQUIRE(m_service->grant(desk.login, town));
        }
    }
    m_time.pass(kDrainMs);
}

std::string Simulation::trace()
{
    const auto all = m_service->store()
                         .read([this](store::Db &db) -> base::Result<std::string> {
                             std::string out;
                             for (const auto &town : m_towns) {
                                 const auto content = contentOf(db, domain::scopeOf(town));
                                 if (!content) {
                                     return tl::unexpected(content.error());
                                 }
                                 for (const auto &[key, row] : *content) {
                                     out += key + row + '\n';
                                 }
                             }
                             return out;
                         })
                         .result();
    REQUIRE(all);
    return *all;
}

} // namespace comptoir::sim
