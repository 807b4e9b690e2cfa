// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Random.h"
#include "Result.h"

#include <QString>

#include <array>
#include <set>
#include <string_view>

namespace comptoir::sim {

/// What can fail. Each family draws from streams of its own: one that is left out does not shift the others.
enum class Family {
    Drop, ///< requests and answers are lost
    Duplicate, ///< a request arrives twice
    Delay, ///< requests and answers take long
    Reorder, ///< a request that counts as lost arrives after those sent later
    Cut, ///< nothing passes between any console and the service
    OneWay, ///< one console is not heard, or does not hear
    Streams, ///< streams of events end, or stay open and say nothing
    Crashes, ///< a console stops in the middle of a write or sync, with or without its power
    FullDisks, ///< a disk is full, or refuses every n-th write
    Profiles, ///< a console's profile comes back from a copy
    Clocks, ///< a wall clock jumps
    ServiceCrashes, ///< the service stops as a console does
    Restores, ///< the service comes back from a backup
    Grants, ///< rights come and go
    Erasures, ///< people are erased
    Rounds, ///< the service puts tickets away that are closed
};

inline constexpr std::array kFamilies{
    std::pair{Family::Drop, std::string_view("drop")},
    std::pair{Family::Duplicate, std::string_view("duplicate")},
    std::pair{Family::Delay, std::string_view("delay")},
    std::pair{Family::Reorder, std::string_view("reorder")},
    std::pair{Family::Cut, std::string_view("cut")},
    std::pair{Family::OneWay, std::string_view("one-way")},
    std::pair{Family::Streams, std::string_view("streams")},
    std::pair{Family::Crashes, std::string_view("crashes")},
    std::pair{Family::FullDisks, std::string_view("full-disks")},
    std::pair{Family::Profiles, std::string_view("profiles")},
    std::pair{Family::Clocks, std::string_view("clocks")},
    std::pair{Family::ServiceCrashes, std::string_view("service-crashes")},
    std::pair{Family::Restores, std::string_view("restores")},
    std::pair{Family::Grants, std::string_view("grants")},
    std::pair{Family::Erasures, std::string_view("erasures")},
    std::pair{Family::Rounds, std::string_view("rounds")},
};

/// One run of the simulation: all of a seed, or less of it.
struct Plan
{
    static constexpr int kSteps = 50;

    static constexpr int kDraws = 2;

    quint64 seed = 1;
    int draws = kDraws; ///< 1: numbered streams overlap, as in runs told before they were apart
    std::set<Family> without;
    int steps = kSteps;
    std::set<int> skip; ///< events that do not happen, by their number: 16 × step + what it is

    /// `--seed 3 --without drop,cut --steps 12 --skip 17,40`: what tests/simulation/run.sh takes.
    [[nodiscard]] QString options() const;
    /// Invalid names the word that is no option, no family or no number.
    [[nodiscard]] static base::Result<Plan> parse(const QString &options);
    bool operator==(const Plan &) const = default;
};

/// Draws that depend on the seed, a name and a number alone.
[[nodiscard]] base::SeededRandom streamOf(const Plan &plan, std::string_view what, quint64 number = 0);

} // namespace comptoir::sim
