// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CentralMachine.h"
#include "MachineClock.h"
#include "Operator.h"
#include "Truth.h"

namespace comptoir::sim {

/// One run of production code: consoles, the service and a network between them, with faults; everything drawn from the seed.
/// What does not hold is told by Catch where it is found; the same seed gives the same run.
class Simulation
{
public:
    explicit Simulation(quint64 seed);
    ~Simulation();

    void run();
    /// Of everything the service holds at the end; two runs of a seed agree.
    [[nodiscard]] std::string trace();

private:
    struct Desk
    {
        QString login;
        std::unique_ptr<MachineClock> clock;
        std::unique_ptr<FaultDisk> disk; ///< goes after the console that has files open on it
        std::unique_ptr<tests::SimConsole> console;
        std::unique_ptr<Operator> who;
        std::size_t keptAt = 0; ///< how many operations were confirmed when the profile was kept
        bool kept = false;
    };

    /// Which families of faults this seed has.
    struct Families
    {
        bool crashes = false;
        bool serviceCrashes = false;
        bool restores = false;
        bool grants = false;
        bool clocks = false;
        bool fullDisks = false;
        bool profiles = false;
    };

    [[nodiscard]] bool happens(int percent) { return int(m_random.below(100)) < percent; }
    [[nodiscard]] int drawn(int most) { return happens(50) ? 0 : int(m_random.below(quint64(most))); }
    [[nodiscard]] Desk &anyDesk() { return m_desks[m_random.below(m_desks.size())]; }

    void addDesk(int number);
    void faults();
    void deskFaults();
    void serviceFaults();
    void startWhatStopped();
    void restart(Desk &desk);
    void keepProfile(Desk &desk);
    void bringProfileBack(Desk &desk);
    /// No fault any more; who is granted what stays as it is.
    void heal();
    void grantAll();

    void checkOwnChangesShown(Desk &desk);
    void checkPurged(Desk &desk);
    void checkRefusals(Desk &desk);
    void checkAgreement(Desk &desk);
    void checkNothingOutstanding(Desk &desk);
    void checkVerdicts(Desk &desk);
    void checkFold();
    void checkService();

    base::SeededRandom m_random;
    tests::SimTime m_time;
    tests::Faults m_faults;
    Families m_families;
    std::vector<domain::OrganisationId> m_towns;
    std::unique_ptr<CentralMachine> m_service;
    std::vector<Desk> m_desks;
    bool m_restored = false;
};

} // namespace comptoir::sim
