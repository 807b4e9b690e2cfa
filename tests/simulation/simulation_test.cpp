// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "FaultVfs.h"
#include "Planted.h"
#include "Simulation.h"

#include <cstdio>

using namespace comptoir;

namespace {

quint64 numberFrom(const char *variable, quint64 otherwise)
{
    const QByteArray value = qgetenv(variable);
    return value.isEmpty() ? otherwise : value.toULongLong();
}

/// The bug COMPTOIR_PLANT names is committed from now on.
void plantNamed(const QByteArray &name)
{
    if (name.isEmpty()) {
        return;
    }
#ifdef COMPTOIR_PLANTS
    for (const auto &[bug, code] : base::kPlants) {
        if (code == name.toStdString()) {
            base::plant(bug);
            return;
        }
    }
    FAIL("no such bug: " << name.toStdString());
#else
    FAIL("this build can plant no bug");
#endif
}

} // namespace

TEST_CASE("consoles and service agree in the end and nothing confirmed is lost, whatever fails", "[simulation][production]")
{
    sim::installFaultVfs();
    plantNamed(qgetenv("COMPTOIR_PLANT"));
    const quint64 first = numberFrom("COMPTOIR_SEED", 1);
    const quint64 seeds = numberFrom("COMPTOIR_SEEDS", 100);
    for (quint64 seed = first; seed < first + seeds; ++seed) {
        INFO("replay: tests/simulation/run.sh --seeds 1 --seed " << seed);
        sim::Simulation(seed).run();
    }
    std::printf("%llu seeds held from %llu\n", static_cast<unsigned long long>(seeds), static_cast<unsigned long long>(first));
}

TEST_CASE("the same seed gives the same run to the last byte", "[simulation][replay]")
{
    sim::installFaultVfs();
    for (quint64 seed : {quint64(3), quint64(11), numberFrom("COMPTOIR_SEED", 1)}) {
        INFO("seed " << seed);
        sim::Simulation once(seed);
        once.run();
        sim::Simulation again(seed);
        again.run();
        CHECK(once.trace() == again.trace());
    }
}
