#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Usage: tests/simulation/run.sh [--seeds N] [--seed S] [--without FAMILY,…] [--draws 1] [--steps N] [--skip EVENT,…] [--plant BUG] [--twice] [--tell] [--jobs N] [--engine] [--preset dev]
# Runs the simulation for N seeds from S on (1,000 from 1; --seed alone: that one): consoles and the service, both as they are built, over
# disks, clocks and a network that fail. A failure is shrunk and told in one line that replays it: --without leaves families of faults out,
# --steps ends sooner, --skip leaves single events out. --twice runs each seed twice and holds the two against each other, --tell prints
# each event and what the programs log, --jobs shares the seeds among so many processes, --plant commits a known bug. --engine takes the console's half alone, against a service made for the test.
set -euo pipefail
# shellcheck source=packaging/setup.sh
. "$(cd "$(dirname "$0")/../.." && pwd)/packaging/setup.sh"
cd "$source_dir"
seeds='' seed='' preset=dev program=tests_simulation tag=production jobs=1 options=()
while [ $# -gt 0 ]; do
    case $1 in
        --seeds) seeds=${2:?--seeds needs a number}; shift 2 ;;
        --seed) seed=${2:?--seed needs a number}; shift 2 ;;
        --without | --draws | --steps | --skip) options+=("$1" "${2:?$1 needs a value}"); shift 2 ;;
        --plant) export COMPTOIR_PLANT=${2:?--plant needs a name}; shift 2 ;;
        --tell) export COMPTOIR_TOLD=1 QT_LOGGING_RULES='comptoir.*=true'; shift ;;
        --twice) export COMPTOIR_TWICE=1; shift ;;
        --jobs) jobs=${2:?--jobs needs a number}; shift 2 ;;
        --engine) program=tests_sync tag=simulation; shift ;;
        --preset) preset=${2:?--preset needs a name}; shift 2 ;;
        *) sed -n 's/^# Usage: /usage: /p' "$0" >&2; exit 2 ;;
    esac
done
seeds=${seeds:-$([ -n "$seed" ] && echo 1 || echo 1000)} seed=${seed:-1}
[ -x "build/$preset/bin/$program" ] || configure_and_build "$preset" "$program" || exit 1
export COMPTOIR_RUN="${options[*]}" QT_LOGGING_RULES=${QT_LOGGING_RULES:-comptoir.*=false}
COMPTOIR_COMMIT=$(git rev-parse --short HEAD 2> /dev/null || echo unknown)
export COMPTOIR_COMMIT
[ "$jobs" -gt "$seeds" ] && jobs=$seeds
running=()
for ((job = 0; job < jobs; ++job)); do
    from=$((seed + seeds * job / jobs)) to=$((seed + seeds * (job + 1) / jobs))
    COMPTOIR_SEED=$from COMPTOIR_SEEDS=$((to - from)) "build/$preset/bin/$program" "[$tag]" &
    running+=($!)
done
failed=0
for one in "${running[@]}"; do
    wait "$one" || failed=1
done
exit "$failed"
