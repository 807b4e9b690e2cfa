#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Usage: tests/bench/run.sh [NAME…]     first_pull wire op_cost service_load postgres_ops pouchdb guessing ring_20k ring_200k save start memory; none = all
# Builds the benchmarks (as users run the programs, in build/bench) and runs them one after the other: one table, each row name, what was
# measured, figure, bar, ok or MISSED. Delays stand beside the frame of an empty table, everything else is a ratio of two things measured in
# the same run. Ends with 0 only if every bar was held. docs/benchmarks.md says how each figure is measured.
set -euo pipefail
# shellcheck source=packaging/setup.sh
. "$(cd "$(dirname "$0")/../.." && pwd)/packaging/setup.sh"
cd "$source_dir"
install_packages build run tour test bench >&2
[ $# -gt 0 ] || set -- first_pull wire op_cost service_load postgres_ops pouchdb guessing ring_20k ring_200k save start memory
cmake --preset release -B build/bench -DCOMPTOIR_TESTS=ON >/dev/null
ninja -C build/bench benches headless_console >&2
missed=$(mktemp)
trap 'rm -f "$missed"' EXIT
desk=()
{
    for name in "$@"; do
        case $name in
        first_pull | wire | op_cost) "build/bench/bin/${name}_bench" || echo "$name" >>"$missed" ;;
        service_load | postgres_ops | pouchdb) /usr/bin/python3 "tests/bench/$name.py" --bin build/bench/bin || echo "$name" >>"$missed" ;;
        guessing) /usr/bin/python3 tests/bench/guessing.py --bin build/bench/bin || echo "$name" >>"$missed" ;;
        *) desk+=("$name") ;;
        esac
    done
    # Together: the delays stand beside one frame of an empty table.
    if [ ${#desk[@]} -gt 0 ]; then
        /usr/bin/python3 tests/bench/desk_figures.py --bin build/bench/bin --cache build/bench/data "${desk[@]}" || echo desk >>"$missed"
    fi
} | tee /dev/stderr | column -t -s $'\t' -N figure,measured,result,bar,held -W measured,result
[ ! -s "$missed" ]
