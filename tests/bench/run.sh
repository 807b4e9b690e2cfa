#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Usage: tests/bench/run.sh [BENCH…]
# Builds the benchmarks (optimised, in build/bench) and runs them one after the other: one table, every figure a ratio of two
# things measured in the same run. Each bench prints its lines as: name, what was measured, ratio, what to hold, ok or MISSED.
set -euo pipefail
cd "$(dirname "$0")/../.."
names=("$@")
[ ${#names[@]} -gt 0 ] || for source in tests/bench/*_bench.cpp; do names+=("$(basename "$source" .cpp)"); done
cmake --preset release -B build/bench -DCOMPTOIR_TESTS=ON >/dev/null
ninja -C build/bench "${names[@]}"
missed=$(mktemp)
trap 'rm -f "$missed"' EXIT
for name in "${names[@]}"; do
    "build/bench/bin/$name" || echo "$name" >>"$missed"
done | column -t -s $'\t'
[ ! -s "$missed" ]
