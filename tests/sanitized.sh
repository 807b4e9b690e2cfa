#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the preset `asan` (address and undefined-behaviour sanitizers) and runs tests under it; a simulation among them is short
# (COMPTOIR_SEEDS).
#   tests/sanitized.sh [REGEX]     the tests whose names match; by default all but the service, the net and the windows
#   tests/sanitized.sh --seeds N   the simulation alone, N seeds, shared among the cores
set -uo pipefail
# shellcheck source=packaging/setup.sh
. "$(cd "$(dirname "$0")/.." && pwd)/packaging/setup.sh"
cd "$source_dir" || exit 1

seeds=''
case ${1:-} in
--seeds) seeds=${2:?--seeds needs a number} which='^tests_simulation$' ;;
*) which=${1:-^tests_(base|secret|domain|wire|store|sync|desk|simulation)\$} ;;
esac
configured=$(cmake --preset asan 2>&1) || { printf '%s\n' "$configured" | tail -5 >&2; exit 1; }
mapfile -t targets < <(ctest --test-dir build/asan -N -R "$which" | sed -n 's/^ *Test *#[0-9]*: //p')
[ ${#targets[@]} -gt 0 ] || die "no test for the sanitizers"
configure_and_build asan "${targets[@]}" || exit 1
export ASAN_OPTIONS=detect_leaks=1:strict_string_checks=1 UBSAN_OPTIONS=print_stacktrace=1
export LSAN_OPTIONS=suppressions=$source_dir/tests/support/lsan.supp:print_suppressions=0
[ -z "$seeds" ] || exec tests/simulation/run.sh --preset asan --seeds "$seeds" --jobs "$(nproc)"
export COMPTOIR_SEEDS=${COMPTOIR_SEEDS:-20}
ctest --test-dir build/asan -R "$which" --output-on-failure -j "$(nproc)" < /dev/null
