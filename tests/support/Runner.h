// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace comptoir::tests {

/// Runs the tests the arguments ask for (Catch's command line); the return value is the exit code.
/// Where COMPTOIR_TEST_TALLY names a file, one line `program passed failed` (test cases) is appended to it.
int runTests(int argc, char **argv);

} // namespace comptoir::tests
