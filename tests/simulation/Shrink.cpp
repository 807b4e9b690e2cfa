// SPDX-License-Identifier: GPL-3.0-or-later
#include "Shrink.h"

#include "Simulation.h"

#include <QDeadlineTimer>

namespace comptoir::sim {

namespace {

/// One search: keeps the smallest plan that failed so far.
class Search
{
public:
    Search(Shrunk begin, qint64 budgetMs, const std::function<Ran(const Plan &)> &run)
        : m_smallest(std::move(begin))
        , m_run(run)
        , m_deadline(budgetMs)
    {}

    void leaveFamiliesOut()
    {
        for (const auto &[family, code] : kFamilies) {
            Plan plan = m_smallest.plan;
            plan.without.insert(family);
            (void)fails(plan);
        }
    }

    void endSooner()
    {
        const auto endAfter = [this](int steps) {
            Plan plan = m_smallest.plan;
            plan.steps = steps;
            return steps >= 0 && steps < m_smallest.plan.steps && fails(plan);
        };
        (void)endAfter(m_smallest.ran.failure->step + 1);
        for (int less = m_smallest.plan.steps / 2; less > 0; less = endAfter(m_smallest.plan.steps - less) ? less : less / 2) {}
    }

    void leaveEventsOut()
    {
        for (std::size_t many = std::max<std::size_t>(1, m_smallest.ran.events.size() / 2); many > 0; many /= 2) {
            for (std::size_t at = 0; at < m_smallest.ran.events.size();) {
                const std::vector<int> &events = m_smallest.ran.events;
                Plan plan = m_smallest.plan;
                plan.skip.insert(events.begin() + std::ptrdiff_t(at), events.begin() + std::ptrdiff_t(std::min(at + many, events.size())));
                at += fails(plan) ? 0 : many;
            }
        }
    }

    [[nodiscard]] const Shrunk &smallest() const { return m_smallest; }

private:
    bool fails(const Plan &plan)
    {
        if (m_deadline.hasExpired()) {
            return false;
        }
        ++m_smallest.runs;
        Ran ran = m_run(plan);
        if (!ran.failure || ran.failure->check != m_smallest.ran.failure->check) {
            return false;
        }
        m_smallest.plan = plan;
        m_smallest.ran = std::move(ran);
        return true;
    }

    Shrunk m_smallest;
    const std::function<Ran(const Plan &)> &m_run;
    QDeadlineTimer m_deadline;
};

/// A family that did nothing need not be named, nor an event after the end.
Plan told(Plan plan)
{
    std::erase_if(plan.skip, [&](int number) { return number >= plan.steps * Simulation::kSlots; });
    return plan;
}

} // namespace

Ran runPlan(const Plan &plan, bool traced)
{
    Ran out;
    std::optional<Simulation> simulation;
    try {
        simulation.emplace(plan);
        simulation->run();
        out.trace = traced ? simulation->trace() : std::string();
    } catch (const tests::Broken &broken) {
        out.failure = Ran::Failure{broken.check(), broken.note(), simulation ? simulation->step() : 0};
    }
    out.events = simulation ? simulation->events() : std::vector<int>();
    return out;
}

Shrunk shrink(const Plan &plan, const Ran &failed, qint64 budgetMs, const std::function<Ran(const Plan &)> &run)
{
    Search search({plan, failed, 0}, budgetMs, run);
    search.leaveFamiliesOut();
    search.endSooner();
    search.leaveEventsOut();
    search.endSooner();
    Shrunk out = search.smallest();
    out.plan = told(out.plan);
    return out;
}

} // namespace comptoir::sim
