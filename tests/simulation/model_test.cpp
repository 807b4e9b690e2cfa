// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "FaultVfs.h"
#include "Model.h"
#include "Planting.h"

#include <QElapsedTimer>

#include <cstdio>
#include <sys/mman.h>

using namespace comptoir;

namespace {

/// In memory that processes share.
class SharedTally
{
public:
    SharedTally() : m_at(::mmap(nullptr, sizeof(sim::ModelTally), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0)) { clear(); }
    ~SharedTally() { ::munmap(m_at, sizeof(sim::ModelTally)); }
    SharedTally(const SharedTally &) = delete;
    SharedTally &operator=(const SharedTally &) = delete;

    [[nodiscard]] sim::ModelTally &operator*() const { return *static_cast<sim::ModelTally *>(m_at); }
    [[nodiscard]] sim::ModelTally *operator->() const { return static_cast<sim::ModelTally *>(m_at); }
    void clear() { new (m_at) sim::ModelTally{}; }

private:
    void *m_at;
};

struct Script
{
    const char *operations;
    int faults;
};

/// What one run of tests has the time for.
constexpr std::array kScripts{Script{"n|", 1},   Script{"n|u", 1},  Script{"u|u", 1}, Script{"c|c", 1},
                              Script{"nc|u", 0}, Script{"uc|u", 0}, Script{"ncu|", 0}};

} // namespace

TEST_CASE("every schedule of two consoles, one ticket and a few operations ends in agreement", "[.][simulation][model]")
{
    sim::installFaultVfs();
    const SharedTally tally;
    sim::Model model(*tally);
    const QByteArray asked = qgetenv("COMPTOIR_MODEL"); // `nc|c` and COMPTOIR_MODEL_FAULTS: one that takes longer
    std::vector<Script> scripts(kScripts.begin(), kScripts.end());
    if (!asked.isEmpty()) {
        scripts = {{asked.constData(), qEnvironmentVariableIntValue("COMPTOIR_MODEL_FAULTS")}};
    }
    for (const Script &script : scripts) {
        const auto before = std::make_unique<sim::ModelTally>(*tally); // too large for the stack
        QElapsedTimer timer;
        timer.start();
        model.explore(script.operations, script.faults);
        INFO(tally->first);
        CHECK(tally->failures == 0);
        std::printf("%-6s %d faults: %llu schedules, %llu states, %llu met again, %lld ms\n", script.operations, script.faults,
                    static_cast<unsigned long long>(tally->schedules - before->schedules),
                    static_cast<unsigned long long>(tally->states - before->states),
                    static_cast<unsigned long long>(tally->met - before->met), static_cast<long long>(timer.elapsed()));
        std::fflush(stdout);
    }
    std::printf("%llu schedules, %llu states\n", static_cast<unsigned long long>(tally->schedules),
                static_cast<unsigned long long>(tally->states));
}

#ifdef COMPTOIR_PLANTS
TEST_CASE("a planted bug has a schedule that shows it", "[.][simulation][model]")
{
    using base::Plant;
    sim::installFaultVfs();
    SharedTally tally;
    for (const Plant bug : {Plant::NoDedupe, Plant::RetireByRow, Plant::ResultsOutsidePull, Plant::CursorBeforeRows}) {
        tally.clear();
        sim::Model model(*tally);
        const sim::Planted planted(bug);
        for (const Script &script : kScripts) {
            if (tally->failures == 0) {
                model.explore(script.operations, script.faults);
            }
        }
        INFO("planted bug " << int(bug));
        CHECK(tally->failures > 0);
        std::printf("planted bug %d: %llu schedules, then %s\n", int(bug), static_cast<unsigned long long>(tally->schedules), tally->first);
    }
}
#endif
