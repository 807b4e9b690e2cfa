// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "FaultVfs.h"
#include "Planting.h"
#include "Shrink.h"

using namespace comptoir;
using sim::Family;
using sim::Plan;

TEST_CASE("a run is written and read as the options that replay it", "[simulation][shrink]")
{
    Plan plan;
    plan.seed = 77;
    plan.without = {Family::Drop, Family::OneWay};
    plan.steps = 12;
    plan.skip = {16, 40};
    CHECK(plan.options() == QStringLiteral("--seed 77 --without drop,one-way --steps 12 --skip 16,40"));
    CHECK(Plan::parse(plan.options()) == plan);
    CHECK(Plan::parse(Plan().options()) == Plan());
    for (const char *wrong : {"--seed x", "--without rain", "--steps -1", "--skip 1,b", "--loud yes", "--seed"}) {
        INFO(wrong);
        CHECK_FALSE(Plan::parse(QString::fromUtf8(wrong)));
    }
}

TEST_CASE("shrinking keeps what the failure needs and nothing else", "[simulation][shrink]")
{
    // Fails where crashes are allowed, there are eight steps at least, and event 33 happens.
    const auto run = [](const Plan &plan) {
        sim::Ran out;
        for (int number = 1; number < plan.steps * 16; number += 16) {
            if (!plan.skip.contains(number)) {
                out.events.push_back(number);
            }
        }
        if (!plan.without.contains(Family::Crashes) && plan.steps >= 8 && !plan.skip.contains(33)) {
            out.failure = sim::Ran::Failure{"all is well", {}, plan.steps};
        }
        return out;
    };
    const auto shrunk = sim::shrink(Plan(), run(Plan()), 60'000, run);
    CHECK(shrunk.plan.steps == 8);
    CHECK(shrunk.plan.without.size() == sim::kFamilies.size() - 1);
    CHECK_FALSE(shrunk.plan.without.contains(Family::Crashes));
    CHECK(shrunk.ran.events == std::vector<int>{33});
    CHECK(shrunk.ran.failure);
}

TEST_CASE("a failure of another check is not taken for the one that is looked for", "[simulation][shrink]")
{
    const auto run = [](const Plan &plan) { return sim::Ran{sim::Ran::Failure{plan.steps < 50 ? "another" : "this one", {}, 3}, {}, {}}; };
    CHECK(sim::shrink(Plan(), run(Plan()), 60'000, run).plan.steps == 50);
}

#ifdef COMPTOIR_PLANTS
TEST_CASE("a planted bug is found, and the run shrunk to a smaller one that still finds it", "[simulation][shrink]")
{
    sim::installFaultVfs();
    const sim::Planted planted(base::Plant::NoDedupe);
    Plan plan;
    sim::Ran ran = sim::runPlan(plan);
    while (!ran.failure && plan.seed < 100) {
        ++plan.seed;
        ran = sim::runPlan(plan);
    }
    REQUIRE(ran.failure);
    const auto shrunk = sim::shrink(plan, ran, 30'000, [](const Plan &one) { return sim::runPlan(one); });
    CHECK(shrunk.plan.steps < plan.steps);
    CHECK(shrunk.ran.events.size() < ran.events.size());
    CHECK_FALSE(shrunk.plan.without.empty());
    const auto replayed = Plan::parse(shrunk.plan.options());
    REQUIRE(replayed);
    const sim::Ran again = sim::runPlan(*replayed);
    REQUIRE(again.failure);
    CHECK(again.failure->check == ran.failure->check);
    base::plant(base::Plant::None);
    CHECK_FALSE(sim::runPlan(*replayed).failure);
}
#endif
