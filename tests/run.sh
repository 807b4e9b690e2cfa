#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds the preset `ci` and runs every test. The last line is `N passed, N failed`.
#   tests/run.sh [--unit] [--no-setup]     --unit leaves the end-to-end tests out
set -uo pipefail
# shellcheck source=packaging/setup.sh
. "$(cd "$(dirname "$0")/.." && pwd)/packaging/setup.sh"

usage() {
    cat << 'TEXT'
tests/run.sh [--unit] [--no-setup]

Installs what is missing, builds the preset ci and runs every test. The last line is `N passed, N failed`; exit 0 only
if none failed.

  --unit      leave the end-to-end tests out
  --no-setup  install no Debian packages
TEXT
}
unit='' setup=1
for option in "$@"; do
    case $option in
    --unit) unit=1 ;;
    --no-setup) setup='' ;;
    -h | --help) usage; exit 0 ;;
    *)
        printf 'error: unknown option: %s (see tests/run.sh --help)\n' "$option" >&2
        exit 2
        ;;
    esac
done

[ -z "$setup" ] || install_packages build run tour test
passed=0 failed=0
results=$source_dir/build/ci/results
finish() {
    echo "$passed passed, $failed failed"
    [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
    exit
}
if ! configure_and_build ci; then
    say "the build failed (above): no test was run"
    failed=1
    finish
fi

rm -rf "$results"
mkdir -p "$results"
[ -d "$source_dir/../shared/data" ] || [ -n "${COMPTOIR_SHARED_DATA:-}" ] ||
    say "no ../shared/data beside the sources: the tests on real data are skipped"
say "unit and property tests"
COMPTOIR_TEST_TALLY=$results/tally.txt COMPTOIR_SCREENSHOTS=${COMPTOIR_SCREENSHOTS:-$results/screens} \
    ctest --test-dir "$source_dir/build/ci" --output-on-failure --output-junit "$results/ctest.xml" -j "$(nproc)" < /dev/null |
    grep -vE '^Internal ctest|^Test project|^ +Start |^$'
read -r passed failed < <(/usr/bin/python3 "$source_dir/tests/support/count_tests.py" "$results/ctest.xml" "$results/tally.txt")
say "unit and property tests: $passed passed, $failed failed"

if [ -z "$unit" ] && [ -x "$source_dir/tests/e2e/run.sh" ]; then
    say "end-to-end tests"
    "$source_dir/tests/e2e/run.sh" --bin "$source_dir/build/ci/bin" < /dev/null 2>&1 | tee "$results/e2e.txt"
    status=${PIPESTATUS[0]}
    read -r more lost < <(/usr/bin/python3 "$source_dir/tests/support/count_tests.py" --line "$results/e2e.txt" "$status")
    passed=$((passed + more)) failed=$((failed + lost))
    say "end-to-end tests: $more passed, $lost failed"
fi
finish
