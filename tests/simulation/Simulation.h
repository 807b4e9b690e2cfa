// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CentralMachine.h"
#include "Holds.h"
#include "Inspection.h"
#include "MachineClock.h"
#include "Operator.h"
#include "Plan.h"

namespace comptoir::sim {

/// One run of production code: consoles, the service and a network between them, with faults; everything drawn from the seed.
/// The first check that does not hold is thrown (tests::Broken); the same plan gives the same run.
class Simulation
{
public:
    static constexpr int kSlots = 16; ///< numbers of events in a step

    explicit Simulation(const Plan &plan);
    ~Simulation();

    void run();
    /// Of everything the service holds at the end; two runs of a plan agree.
    [[nodiscard]] std::string trace();
    /// The step under way; as many as the plan has after the last.
    [[nodiscard]] int step() const { return m_step; }
    /// What happened, by number: see Plan::skip.
    [[nodiscard]] const std::vector<int> &events() const { return m_events; }

private:
    struct Desk
    {
        QString login;
        std::unique_ptr<MachineClock> clock;
        std::unique_ptr<base::SeededRandom> random; ///< of its programs and its network
        std::unique_ptr<FaultDisk> disk; ///< goes after the console that has files open on it
        std::unique_ptr<tests::SimConsole> console;
        std::unique_ptr<Operator> who;
        std::size_t keptAt = 0; ///< how many operations were confirmed when the profile was kept
        bool kept = false;
        int roomyAt = 0; ///< the step at which its disk has room again
        int whole = 0; ///< the step at which its network works both ways again
    };

    /// What can happen in a step; a new fault takes the next number, and its place in faults().
    enum class Slot { Act, Cut, OneWay, Crash, FullDisk, Profile, Clock, ServiceCrash, ServiceFull, Backup, Restore, Grant, Erase, Round };

    // Setting up (SimulationSetup.cpp).
    void drawFaults();
    void addDesk(int number, base::Random &setup);

    // What fails (SimulationFaults.cpp).
    /// The draws of this step's event; none where it does not happen in so many percent of the steps.
    [[nodiscard]] std::optional<base::SeededRandom> event(Slot slot, Family family, int percent);
    [[nodiscard]] Desk &drawnDesk(base::Random &draw) { return m_desks[draw.below(m_desks.size())]; }
    void happened(int number);
    void act();
    void faults();
    void networkFaults();
    void deskFaults();
    void serviceFaults();
    void startWhatStopped();
    void restart(Desk &desk, base::Random &draw);
    void keepProfile(Desk &desk);
    void bringProfileBack(Desk &desk);

    /// No fault any more; who is granted what stays as it is.
    void heal();
    /// Until all is quiet, at most SYNC.md's 120 seconds; operators are at their keys, and nothing is pending after 60.
    void drain();
    void grantAll();
    /// Every closed ticket is put away while one console, which hears of nothing, still works on some: they come back whole.
    void workOnWhatWasPutAway();
    [[nodiscard]] Inspection inspection();

    Plan m_plan;
    tests::SimTime m_time;
    base::SeededRandom m_serviceRandom;
    tests::Faults m_faults;
    std::set<Family> m_families; ///< those this run has
    std::vector<domain::OrganisationId> m_towns;
    std::unique_ptr<CentralMachine> m_service;
    std::vector<Desk> m_desks;
    std::vector<int> m_events;
    int m_step = 0;
    int m_cutUntil = 0;
    int m_serviceRoomyAt = 0;
    bool m_putsAway = false; ///< this run has rounds
};

} // namespace comptoir::sim
