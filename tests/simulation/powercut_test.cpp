// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "CutStage.h"
#include "FaultVfs.h"

#include <cstdio>

using namespace comptoir;

namespace {

/// Cuts them all; each by itself, so that one that fails does not hide the others.
int cutAll(const std::vector<sim::CutScript> &scripts)
{
    sim::Cuts all;
    for (const sim::CutScript &script : scripts) {
        INFO(script.name);
        sim::Cuts cuts;
        CHECK_NOTHROW(cuts = sim::cutEverywhere(script));
        std::printf("%-40s %4d writes and syncs\n", script.name, cuts.points);
        all.points += cuts.points;
        all.runs += cuts.runs;
    }
    std::printf("%zu transactions, %d cut points, %d cuts\n", scripts.size(), all.points, all.runs);
    return int(scripts.size());
}

} // namespace

TEST_CASE("a power cut at any write or sync leaves a console's database as it was before or after", "[.][simulation][powercut]")
{
    sim::installFaultVfs();
    sim::CutStage stage;
    CHECK(cutAll(stage.consoleScripts()) >= 20);
}

TEST_CASE("a power cut at any write or sync leaves the service's database as it was before or after", "[.][simulation][powercut]")
{
    sim::installFaultVfs();
    sim::CutStage stage;
    CHECK(cutAll(stage.serviceScripts()) >= 10);
}

TEST_CASE("a power cut in the middle of migrations, a wipe or a repair loses nothing", "[.][simulation][powercut]")
{
    sim::installFaultVfs();
    sim::CutStage stage;
    CHECK(cutAll(stage.fileScripts()) >= 6);
}

TEST_CASE("a power cut in a round of the window, or while a ticket is brought back, leaves it whole", "[.][simulation][powercut]")
{
    sim::installFaultVfs();
    sim::CutStage stage;
    CHECK(cutAll(stage.windowScripts()) == 2);
}
