// SPDX-License-Identifier: GPL-3.0-or-later
// What happens in a step: each event by itself, by its number and with draws of its own, so that any may be left out.
#include "Durations.h"
#include "Simulation.h"

#include <QFile>

#include <cstdio>

namespace comptoir::sim {

namespace {

constexpr std::array kSlotNames{"act",           "cut",          "one way", "crash",   "full disk", "profile", "clock",
                                "service crash", "service full", "backup",  "restore", "grant",     "erase",   "round"};

bool happens(base::Random &draw, int percent)
{
    return int(draw.below(100)) < percent;
}

void fill(FaultDisk &disk, base::Random &draw)
{
    if (happens(draw, 50)) {
        disk.setFull(true);
    } else {
        disk.setTight(2 + draw.below(12));
    }
}

/// In the middle of a write or sync to come, or at once.
void stop(FaultDisk &disk, base::Random &draw, quint64 mostCalls)
{
    if (happens(draw, 60)) {
        disk.stopAfter(1 + int(draw.below(mostCalls)));
    } else {
        disk.stop();
    }
}

} // namespace

std::optional<base::SeededRandom> Simulation::event(Slot slot, Family family, int percent)
{
    const int number = m_step * kSlots + int(slot);
    if (!m_families.contains(family) || m_plan.skip.contains(number)) {
        return std::nullopt;
    }
    auto draw = streamOf(m_plan, "event", quint64(number));
    if (!happens(draw, percent)) {
        return std::nullopt;
    }
    happened(number);
    return draw;
}

void Simulation::happened(int number)
{
    static const bool told = qEnvironmentVariableIsSet("COMPTOIR_TOLD");
    m_events.push_back(number);
    if (told) {
        std::fprintf(stderr, "event %d: step %d, %s\n", number, m_step, kSlotNames.at(std::size_t(number % kSlots)));
    }
}

void Simulation::act()
{
    const int number = m_step * kSlots + int(Slot::Act);
    if (m_plan.skip.contains(number)) {
        return;
    }
    happened(number);
    auto draw = streamOf(m_plan, "event", quint64(number));
    drawnDesk(draw).who->act(draw);
}

void Simulation::faults()
{
    networkFaults();
    deskFaults();
    startWhatStopped();
    serviceFaults();
    startWhatStopped();
}

void Simulation::networkFaults()
{
    if (auto draw = event(Slot::Cut, Family::Cut, 8)) {
        m_cutUntil = m_step + 1 + int(draw->below(7));
    }
    m_faults.cut = m_step < m_cutUntil;
    if (auto draw = event(Slot::OneWay, Family::OneWay, 8)) {
        Desk &desk = drawnDesk(*draw);
        desk.whole = m_step + 1 + int(draw->below(10));
        (happens(*draw, 50) ? m_faults.mute : m_faults.deaf).insert(desk.console->device());
    }
    for (const Desk &desk : m_desks) {
        if (m_step >= desk.whole) {
            m_faults.mute.erase(desk.console->device());
            m_faults.deaf.erase(desk.console->device());
        }
    }
}

void Simulation::deskFaults()
{
    if (auto draw = event(Slot::Crash, Family::Crashes, 8)) {
        stop(*drawnDesk(*draw).disk, *draw, 30);
    }
    for (Desk &desk : m_desks) {
        if (m_step == desk.roomyAt) {
            desk.disk->setRoomy();
        }
    }
    if (auto draw = event(Slot::FullDisk, Family::FullDisks, 15)) {
        Desk &desk = drawnDesk(*draw);
        desk.roomyAt = m_step + 1 + int(draw->below(5));
        fill(*desk.disk, *draw);
    }
    startWhatStopped();
    if (auto draw = event(Slot::Profile, Family::Profiles, 10)) {
        Desk &desk = drawnDesk(*draw);
        desk.disk->setRoomy();
        desk.disk->stopAfter(0);
        happens(*draw, 60) ? keepProfile(desk) : bringProfileBack(desk);
    }
    if (auto draw = event(Slot::Clock, Family::Clocks, 6)) {
        drawnDesk(*draw).clock->jump((qint64(draw->below(48)) - 24) * base::kHourMs);
    }
}

void Simulation::serviceFaults()
{
    if (auto draw = event(Slot::ServiceCrash, Family::ServiceCrashes, 8)) {
        stop(m_service->disk(), *draw, 40);
    }
    if (m_step == m_serviceRoomyAt) {
        m_service->disk().setRoomy();
    }
    if (auto draw = event(Slot::ServiceFull, Family::FullDisks, 8)) {
        m_serviceRoomyAt = m_step + 1 + int(draw->below(5));
        fill(m_service->disk(), *draw);
    }
    startWhatStopped();
    if (auto draw = event(Slot::Backup, Family::Restores, 5)) {
        m_service->backUp(*draw);
        startWhatStopped();
    }
    if (auto draw = event(Slot::Restore, Family::Restores, 4)) {
        m_service->disk().setRoomy();
        m_service->restore(*draw);
    }
    if (auto draw = event(Slot::Round, Family::Rounds, 20)) {
        m_service->putAway(happens(*draw, 50) ? 0 : qint64(draw->below(40'000)));
        startWhatStopped();
    }
    if (auto draw = event(Slot::Grant, Family::Grants, 6)) {
        const Desk &desk = m_desks.back();
        (void)(happens(*draw, 50) ? m_service->revoke(desk.login, m_towns.back()) : m_service->grant(desk.login, m_towns.back()));
    }
    if (auto draw = event(Slot::Erase, Family::Erasures, 6)) {
        m_service->erasePerson(*draw);
    }
}

void Simulation::startWhatStopped()
{
    for (std::size_t at = 0; at < m_desks.size(); ++at) {
        if (m_desks[at].disk->isStopped()) {
            auto draw = streamOf(m_plan, "start", quint64(m_step) * kSlots + at);
            restart(m_desks[at], draw);
        }
    }
    if (m_service->disk().isStopped()) {
        auto draw = streamOf(m_plan, "start", quint64(m_step) * kSlots + kSlots - 1);
        m_service->startAgain(happens(draw, 50), draw);
    }
}

void Simulation::restart(Desk &desk, base::Random &draw)
{
    const bool powerCut = happens(draw, 50);
    desk.console->crash([&] {
        desk.disk->start(powerCut, draw);
        QFile marker(desk.console->folder() + QStringLiteral("/mirror.db.open")); // nobody took it away
        HOLDS(marker.open(QIODevice::WriteOnly));
    });
    if (powerCut) {
        desk.clock->reboot();
    }
    HOLDS(!desk.console->store().wasRepaired(), desk.login.toStdString() + "'s database was damaged by a stop");
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

} // namespace comptoir::sim
