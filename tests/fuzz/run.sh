#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the fuzzers (preset `fuzz`: clang, libFuzzer, address and undefined-behaviour sanitizers) and gives each its inputs, both cores at
# work. One line a fuzzer; fails where one was broken, and says where the input is kept.
set -uo pipefail
# shellcheck source=packaging/setup.sh
. "$(cd "$(dirname "$0")/../.." && pwd)/packaging/setup.sh"

usage() {
    cat << 'TEXT'
tests/fuzz/run.sh [--inputs N] [--seconds-max N] [--no-build] [NAME …]

  --inputs N       so many inputs for each fuzzer (default 1000000)
  --seconds-max N  no fuzzer runs longer than that (default: none)
  --no-build       takes the programs in build/fuzz as they are
  NAME …           these fuzzers alone (the names are those of tests/fuzz/seeds)

What is found grows in build/fuzz/corpus and is begun with the next time. An input that breaks a parser is put into
tests/fuzz/regressions/NAME once its fault is mended: every build replays it (ctest -R tests_fuzz).
TEXT
}
inputs=1000000 seconds=0 build=1 names=()
while [ $# -gt 0 ]; do
    case $1 in
    --inputs) inputs=${2:?--inputs needs a number}; shift 2 ;;
    --seconds-max) seconds=${2:?--seconds-max needs a number}; shift 2 ;;
    --no-build) build=''; shift ;;
    -h | --help) usage; exit 0 ;;
    -*) die "unknown option: $1 (see tests/fuzz/run.sh --help)" ;;
    *) names+=("$1"); shift ;;
    esac
done
[[ $inputs =~ ^[0-9]+$ && $seconds =~ ^[0-9]+$ ]] || die "--inputs and --seconds-max take whole numbers"
cd "$source_dir" || exit 1
if [ ${#names[@]} -eq 0 ]; then
    # The two that open files several times an input take minutes: first, so that no core waits for them at the end.
    mapfile -t names < <(printf '%s\n' people serviceNow && sed -n 's/.*string_view("\([A-Za-z]*\)").*/\1/p' tests/fuzz/Targets.h | grep -vxE 'people|serviceNow')
fi
if [ -n "$build" ]; then
    need_tools clang++
    configure_and_build fuzz fuzzers || die "the fuzzers do not build"
fi

work=$source_dir/build/fuzz/corpus
crashes=$source_dir/build/fuzz/crashes
mkdir -p "$work/suites" "$crashes"
data=${COMPTOIR_SHARED_DATA:-$source_dir/../shared/data}
# The public suites' texts, one file each; they are not ours to ship, so they are read where they are.
/usr/bin/python3 - "$data/suites" "$work/suites" << 'PYTHON'
import json, os, sys
folder, out = sys.argv[1:]
for name in ("blns.json", "json-parsing.json"):
    path = os.path.join(folder, name)
    if not os.path.exists(path):
        print(f"no {name} beside the sources: the fuzzers begin without it")
        continue
    with open(path, encoding="utf-8") as file:
        for at, case in enumerate(json.load(file)):
            text = case["input"] if isinstance(case, dict) else case
            with open(os.path.join(out, f"{name}-{at}"), "wb") as seed:
                seed.write(text.encode("utf-8", "surrogatepass"))
PYTHON

# run NAME: its line on standard output; the log beside the corpus.
run() {
    local name=$1 log=$work/$1.log began=$SECONDS status=0 done_ rate
    mkdir -p "$work/$name" "tests/fuzz/regressions/$name"
    local limits=(-runs="$inputs" -max_len=1024 -timeout=10 -rss_limit_mb=2048 -use_value_profile=0 -print_final_stats=1)
    [ "$seconds" -eq 0 ] || limits+=(-max_total_time="$seconds")
    [ ! -e "tests/fuzz/$name.dict" ] || limits+=(-dict="tests/fuzz/$name.dict")
    # Short call stacks of allocations and a small quarantine: what is found is the same, at half the time.
    ASAN_OPTIONS=detect_leaks=1:strict_string_checks=1:allocator_may_return_null=1:malloc_context_size=2:quarantine_size_mb=16 UBSAN_OPTIONS=print_stacktrace=1 \
        LSAN_OPTIONS=suppressions=$source_dir/tests/support/lsan.supp:print_suppressions=0 \
        "build/fuzz/bin/fuzz_$name" "${limits[@]}" -artifact_prefix="$crashes/$name-" \
        "$work/$name" "tests/fuzz/seeds/$name" "tests/fuzz/regressions/$name" "$work/suites" > "$log" 2>&1 || status=$?
    rmdir "tests/fuzz/regressions/$name" 2> /dev/null
    done_=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
    rate=$(sed -n 's/^stat::average_exec_per_sec: *//p' "$log")
    printf '%-15s %10s inputs %8s/s %5d s  %s\n' "$name" "${done_:-?}" "${rate:-?}" "$((SECONDS - began))" "$([ "$status" = 0 ] && echo held || echo BROKEN)"
    if [ "$status" != 0 ]; then
        grep -E 'does not hold|ERROR:|runtime error|SUMMARY' "$log" | head -5
        echo "    the input: $(sed -n 's/.*Test unit written to //p' "$log" | tail -1)"
        echo "    the log:   $log"
    fi
    return "$status"
}

broken=0 running=0
for name in "${names[@]}"; do
    [ -x "build/fuzz/bin/fuzz_$name" ] || die "there is no fuzzer $name"
    if [ "$running" -ge "$(nproc)" ]; then
        wait -n || broken=$((broken + 1))
        running=$((running - 1))
    fi
    run "$name" &
    running=$((running + 1))
done
while [ "$running" -gt 0 ]; do
    wait -n || broken=$((broken + 1))
    running=$((running - 1))
done
say "${#names[@]} fuzzers: $([ "$broken" = 0 ] && echo "all held" || echo "$broken broken")"
[ "$broken" = 0 ]
