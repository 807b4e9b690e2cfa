#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Usage: tests/simulation/run.sh [--seeds N] [--seed S] [--preset dev]
# Runs the simulation of consoles, service and faults for N seeds from S on; prints the failing seed and how to replay it.
set -euo pipefail
cd "$(dirname "$0")/../.."
seeds=1000 seed=1 preset=dev
while [ $# -gt 0 ]; do
    case $1 in
        --seeds) seeds=$2; shift 2 ;;
        --seed) seed=$2; shift 2 ;;
        --preset) preset=$2; shift 2 ;;
        *) sed -n 's/^# Usage: /usage: /p' "$0" >&2; exit 2 ;;
    esac
done
[ -x "build/$preset/bin/tests_sync" ] || { cmake --preset "$preset" >/dev/null && ninja -C "build/$preset" tests_sync; }
COMPTOIR_SEED=$seed COMPTOIR_SEEDS=$seeds exec "build/$preset/bin/tests_sync" "[simulation]"
