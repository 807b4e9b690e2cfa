// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Plan.h"

#include <functional>
#include <optional>
#include <vector>

namespace comptoir::sim {

/// How a run ended.
struct Ran
{
    /// The check that did not hold.
    struct Failure
    {
        std::string check;
        std::string note;
        int step = 0; ///< in which it was found; the plan's steps where it was at the end
    };
    std::optional<Failure> failure;
    std::vector<int> events; ///< what happened, by number
    std::string trace; ///< where it was asked for
};

/// Runs a plan to its end, or to the first check that does not hold.
[[nodiscard]] Ran runPlan(const Plan &plan, bool traced = false);

struct Shrunk
{
    Plan plan;
    Ran ran;
    int runs = 0; ///< that it took
};

/// The smallest plan found within `budgetMs` that fails by the same check: without whole families, with fewer steps, without single events.
/// `failed` is how `plan` ended; `run` is runPlan.
[[nodiscard]] Shrunk shrink(const Plan &plan, const Ran &failed, qint64 budgetMs, const std::function<Ran(const Plan &)> &run);

} // namespace comptoir::sim
