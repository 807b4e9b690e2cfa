// SPDX-License-Identifier: GPL-3.0-or-later
#include "Simulation.h"

#include "Truth.h"

namespace comptoir::sim {

namespace {

constexpr qint64 kPendingMs = 60'000; ///< SYNC.md, invariant 14
constexpr qint64 kDrainMs = 120'000; ///< SYNC.md: all is quiet so long after the last fault, at most
constexpr qint64 kMostStepMs = 4000;
constexpr qint64 kKeysMs = 3000; ///< between an operator's keys

} // namespace

Inspection Simulation::inspection()
{
    std::vector<Inspection::Desk> desks;
    for (const Desk &desk : m_desks) {
        desks.push_back({desk.login, desk.console.get(), desks.empty()});
    }
    return Inspection(*m_service, std::move(desks), m_towns);
}

void Simulation::run()
{
    Inspection inspection = this->inspection();
    for (m_step = 0; m_step < m_plan.steps; ++m_step) {
        faults();
        act();
        auto draw = streamOf(m_plan, "time", quint64(m_step));
        m_time.pass(qint64(draw.below(kMostStepMs)));
        startWhatStopped();
        inspection.underWay();
    }
    heal();
    inspection.quiet();
    grantAll();
    inspection.atTheEnd();
    if (m_putsAway) {
        workOnWhatWasPutAway();
        inspection.atTheEnd();
    }
    auto draw = streamOf(m_plan, "erase at the end");
    m_service->erasePerson(draw);
    drain();
    inspection.erased();
}

void Simulation::heal()
{
    m_faults = {};
    m_families.clear();
    m_service->disk().stopAfter(0);
    m_service->disk().setRoomy();
    for (Desk &desk : m_desks) {
        desk.disk->stopAfter(0);
        desk.disk->setRoomy();
    }
    startWhatStopped();
    m_service->finishErasures();
    drain();
}

void Simulation::drain()
{
    Inspection inspection = this->inspection();
    for (qint64 passed = 0; passed < kDrainMs && !inspection.isQuiet(); passed += kKeysMs) {
        m_time.pass(kKeysMs);
        for (const Desk &desk : m_desks) {
            desk.console->engine().operatorActive();
            const bool late = passed + kKeysMs >= kPendingMs;
            HOLDS(!late || desk.console->engine().status().waiting == 0, desk.login.toStdString());
        }
    }
    const std::string unrest = inspection.unrest();
    HOLDS(unrest.empty(), unrest + " after " + std::to_string(kDrainMs / 1000) + " seconds");
}

void Simulation::grantAll()
{
    for (const Desk &desk : m_desks) {
        for (const auto &town : m_towns) {
            HOLDS(m_service->grant(desk.login, town));
        }
    }
    drain();
}

void Simulation::workOnWhatWasPutAway()
{
    Desk &desk = m_desks.front();
    m_faults.mute.insert(desk.console->device());
    m_faults.deaf.insert(desk.console->device());
    auto draw = streamOf(m_plan, "put away");
    for (const domain::Ticket &ticket : desk.console->tickets()) {
        const bool isOver = ticket.state == domain::TicketState::Closed || ticket.state == domain::TicketState::Cancelled;
        if (isOver && draw.below(2) == 0) {
            desk.who->note(ticket, draw);
        }
    }
    m_service->putAway(0);
    m_time.pass(kKeysMs); // the others hear of it first
    m_faults = {};
    drain();
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
    HOLDS(all);
    std::string out = *all;
    for (const Desk &desk : m_desks) { // to the last draw
        out += desk.login.toStdString() + ' ' + std::to_string(desk.random->next()) + '\n';
    }
    return out + std::to_string(m_serviceRandom.next()) + '\n';
}

} // namespace comptoir::sim
