#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Usage: tests/simulation/plants.sh [--seeds N] [--preset dev] [BUG …]
# Plants each known bug (core/base/Planted.h; all, or those named) and lets the simulation look for it, N seeds at most (500).
# One line a bug: the seed that found it, and the check that did. Ends with 0 only if every bug was found.
set -euo pipefail
# shellcheck source=packaging/setup.sh
. "$(cd "$(dirname "$0")/../.." && pwd)/packaging/setup.sh"
cd "$source_dir"
seeds=500 preset=dev bugs=()
while [ $# -gt 0 ]; do
    case $1 in
        --seeds) seeds=${2:?--seeds needs a number}; shift 2 ;;
        --preset) preset=${2:?--preset needs a name}; shift 2 ;;
        -*) sed -n 's/^# Usage: /usage: /p' "$0" >&2; exit 2 ;;
        *) bugs+=("$1"); shift ;;
    esac
done
[ ${#bugs[@]} -gt 0 ] || mapfile -t bugs < <(sed -n 's/.*std::pair{Plant::.*std::string_view("\(.*\)").*/\1/p' core/base/Planted.h)
program=build/$preset/bin/tests_simulation
[ -x "$program" ] || configure_and_build "$preset" tests_simulation || exit 1
said=$(mktemp)
trap 'rm -f "$said"' EXIT

# look BUG: one line; 0 where it was found.
look() {
    local status=0 seed check
    COMPTOIR_PLANT=$1 COMPTOIR_SEED=1 COMPTOIR_SEEDS=$seeds COMPTOIR_SHRINK_S=0 QT_LOGGING_RULES='comptoir.*=false' \
        timeout 900 "$program" "[production]" > "$said" 2>&1 || status=$?
    if [ "$status" = 124 ]; then
        printf '%-22s NOT FOUND in 900 seconds\n' "$1"
        return 1
    fi
    seed=$(sed -n 's/^replay: .*--seed \([0-9]*\).*/\1/p' "$said" | head -1)
    check=$(sed -n 's/^replay: .* runs: \(.*\)/\1/p' "$said" | head -1 | cut -c1-90)
    if [ "$status" = 0 ] || [ -z "$seed" ]; then
        printf '%-22s NOT FOUND by %s seeds (exit %s)\n' "$1" "$seeds" "$status"
        return 1
    fi
    printf '%-22s found by seed %-4s %s\n' "$1" "$seed" "$check"
}

missed=0
for bug in "${bugs[@]}"; do
    look "$bug" || missed=$((missed + 1))
done
say "$((${#bugs[@]} - missed)) of ${#bugs[@]} planted bugs found"
[ "$missed" = 0 ]
