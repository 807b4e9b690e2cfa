#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Usage: tests/simulation/run.sh [--seeds N] [--seed S] [--engine] [--preset dev]
# Runs the simulation for N seeds from S on: consoles and the service, both as they are built, over disks, clocks and a network that
# fail. --engine takes the console's half alone, against a service made for the test. A failure names its seed and how to replay it.
set -euo pipefail
# shellcheck source=packaging/setup.sh
. "$(cd "$(dirname "$0")/../.." && pwd)/packaging/setup.sh"
cd "$source_dir"
seeds=1000 seed=1 preset=dev program=tests_simulation tag=production
while [ $# -gt 0 ]; do
    case $1 in
        --seeds) seeds=${2:?--seeds needs a number}; shift 2 ;;
        --seed) seed=${2:?--seed needs a number}; shift 2 ;;
        --engine) program=tests_sync tag=simulation; shift ;;
        --preset) preset=${2:?--preset needs a name}; shift 2 ;;
        *) sed -n 's/^# Usage: /usage: /p' "$0" >&2; exit 2 ;;
    esac
done
[ -x "build/$preset/bin/$program" ] || configure_and_build "$preset" "$program" || exit 1
COMPTOIR_SEED=$seed COMPTOIR_SEEDS=$seeds exec "build/$preset/bin/$program" "[$tag]"
