// SPDX-License-Identifier: GPL-3.0-or-later
#define CATCH_CONFIG_RUNNER
#include "Runner.h"

#include "Catch.h"

#include <cstdlib>
#include <fstream>

namespace {

#if __has_include(<catch2/catch_all.hpp>)
using ListenerBase = Catch::EventListenerBase;
#else
using ListenerBase = Catch::TestEventListenerBase;
#endif

class Tally : public ListenerBase
{
public:
    using ListenerBase::ListenerBase;

    void testRunEnded(const Catch::TestRunStats &stats) override
    {
        const char *path = std::getenv("COMPTOIR_TEST_TALLY");
        if (!path) {
            return;
        }
        const auto &cases = stats.totals.testCases;
        std::ofstream(path, std::ios::app) << stats.runInfo.name << ' ' << cases.passed + cases.failedButOk << ' ' << cases.failed << '\n';
    }
};

CATCH_REGISTER_LISTENER(Tally)

} // namespace

int comptoir::tests::runTests(int argc, char **argv)
{
    return Catch::Session().run(argc, argv);
}
