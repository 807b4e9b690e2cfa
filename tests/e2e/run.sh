#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs the end-to-end tests: every tests/e2e/*_test.sh and *_test.py, with real processes. Each takes free ports by itself. The one that
# mostly waits (chaos_test, seven minutes of a third of a core) runs beside the others.
#   tests/e2e/run.sh [--bin DIR] [NAME …]     exit 77 of a test means skipped. The last line is `N passed, N failed`.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
export COMPTOIR_BIN=${COMPTOIR_BIN:-$here/../../build/dev/bin}
names=()
while [ $# -gt 0 ]; do
    case $1 in
    --bin) COMPTOIR_BIN=$2; shift 2 ;;
    --help) sed -n '3,5p' "$0"; exit 0 ;;
    *) names+=("$1"); shift ;;
    esac
done
passed=0 failed=0

run() {
    if [[ $1 == *.py ]]; then
        PYTHONDONTWRITEBYTECODE=1 timeout 900 /usr/bin/python3 "$1"
    else
        timeout 900 bash "$1"
    fi
}

# tell NAME CODE SECONDS
tell() {
    case $2 in
    0) passed=$((passed + 1)); echo "PASS $1 ($3 s)" ;;
    77) echo "SKIP $1" ;;
    *) failed=$((failed + 1)); echo "FAIL $1 (exit $2)" ;;
    esac
}

wanted() {
    [ ${#names[@]} -eq 0 ] || [[ " ${names[*]} " == *" $1 "* ]]
}

beside='' said=$(mktemp) took=$(mktemp)
trap 'rm -f "$said" "$took"' EXIT
if wanted chaos_test; then
    { run "$here/chaos_test.py"; code=$?; echo "$SECONDS" > "$took"; exit "$code"; } > "$said" 2>&1 &
    beside=$!
fi
for file in "$here"/*_test.sh "$here"/*_test.py; do
    [ -e "$file" ] || continue
    name=$(basename "${file%.*}")
    if [ "$name" = chaos_test ] || ! wanted "$name"; then
        continue
    fi
    began=$SECONDS
    run "$file"
    tell "$name" $? $((SECONDS - began))
done
if [ -n "$beside" ]; then
    wait "$beside"
    code=$?
    cat "$said"
    tell chaos_test "$code" "$(cat "$took")"
fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
