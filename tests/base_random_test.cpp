// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"

#include "Random.h"

#include <array>

using namespace comptoir::base;

TEST_CASE("the same seed replays the same draws", "[base][random]")
{
    SeededRandom first(42);
    SeededRandom second(42);
    SeededRandom other(43);
    for (int i = 0; i < 100; ++i) {
        const quint64 draw = first.next();
        CHECK(draw == second.next());
        CHECK(draw != other.next());
    }
}

TEST_CASE("splitmix64 draws the published numbers", "[base][random]")
{
    SeededRandom random(1234567);
    CHECK(random.next() == 6457827717110365317ULL);
    CHECK(random.next() == 3203168211198807973ULL);
}

TEST_CASE("a bounded draw stays below its bound and favours nothing", "[base][random]")
{
    SeededRandom random(1);
    std::array<int, 6> counts{};
    for (int i = 0; i < 60'000; ++i) {
        ++counts.at(random.below(6));
    }
    for (const int count : counts) {
        CHECK(count > 9'600);
        CHECK(count < 10'400);
    }
    CHECK(random.below(1) == 0);
    CHECK(random.below(~quint64{0}) < ~quint64{0});
}

TEST_CASE("bytes come in the number asked for", "[base][random]")
{
    SystemRandom random;
    for (const qsizetype count : {0, 1, 7, 8, 9, 32}) {
        CHECK(random.bytes(count).size() == count);
    }
    CHECK(random.bytes(32) != random.bytes(32));
}
