// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "FaultVfs.h"
#include "Holds.h"
#include "Model.h"
#include "Planting.h"

#include <QElapsedTimer>

#include <cstdio>
#include <map>
#include <sys/mman.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

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
constexpr std::array kScripts{Script{"n|u", 1},  Script{"u|u", 1},  Script{"c|c", 1}, Script{"nc|u", 0},
                              Script{"uc|u", 0}, Script{"ncu|", 0}, Script{"n|", 1}};
constexpr quint64 kMostStates = 3000; ///< of one of them: twice what there are

/// A script in a process of its own, which works at its machines alone; ends with 0 unless the process itself failed.
pid_t begun(const Script &script, sim::ModelTally &tally)
{
    std::fflush(nullptr);
    const pid_t child = ::fork();
    if (child != 0) {
        return child;
    }
    int status = 0;
    try {
        sim::Model(tally).explore(script.operations, script.faults);
    } catch (const tests::Broken &broken) {
        std::fprintf(stderr, "%s: %s\n", script.operations, broken.what());
        status = 1;
    }
    ::_exit(status);
}

void check(const Script &script, const sim::ModelTally &tally, int status, qint64 elapsedMs)
{
    INFO(script.operations << ": " << tally.first);
    CHECK(status == 0);
    CHECK(tally.failures == 0);
    CHECK(tally.schedules > 0);
    std::printf("%-6s %d faults: %llu schedules, %llu states, %llu met again, %lld ms\n", script.operations, script.faults,
                static_cast<unsigned long long>(tally.schedules), static_cast<unsigned long long>(tally.states),
                static_cast<unsigned long long>(tally.met), static_cast<long long>(elapsedMs));
    std::fflush(stdout);
}

} // namespace

TEST_CASE("every schedule of two consoles, one ticket and a few operations ends in agreement", "[.][simulation][model]")
{
    sim::installFaultVfs();
    const QByteArray asked = qgetenv("COMPTOIR_MODEL"); // `nc|c` and COMPTOIR_MODEL_FAULTS: one that takes longer
    std::vector<Script> scripts(kScripts.begin(), kScripts.end());
    if (!asked.isEmpty()) {
        scripts = {{asked.constData(), qEnvironmentVariableIntValue("COMPTOIR_MODEL_FAULTS")}};
    }
    const std::vector<SharedTally> tallies(scripts.size());
    (void)sim::Model(*tallies.front()); // what is made once for all machines is this process's, and removed by it
    std::map<pid_t, std::size_t> running;
    QElapsedTimer timer;
    timer.start();
    for (std::size_t next = 0; next < scripts.size() || !running.empty();) {
        if (next < scripts.size() && running.size() < std::max(1U, std::thread::hardware_concurrency())) {
            if (asked.isEmpty()) {
                tallies[next]->most = kMostStates;
            }
            const pid_t child = begun(scripts[next], *tallies[next]);
            REQUIRE(child > 0);
            running.emplace(child, next++);
            continue;
        }
        int status = 0;
        const auto ended = running.find(::waitpid(-1, &status, 0));
        REQUIRE(ended != running.end());
        check(scripts[ended->second], *tallies[ended->second], status, timer.elapsed());
        running.erase(ended);
    }
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
