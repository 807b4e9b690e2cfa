#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs the end-to-end tests: every tests/e2e/*_test.sh and *_test.py, with real processes. Each takes free ports by itself.
#   tests/e2e/run.sh [--bin DIR] [NAME …]     exit 77 of a test means skipped. The last line is `N passed, N failed`.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
export COMPTOIR_BIN=${COMPTOIR_BIN:-$here/../../build/dev/bin}
names=()
while [ $# -gt 0 ]; do
    case $1 in
    --bin) COMPTOIR_BIN=$2; shift 2 ;;
    --help) sed -n '3,4p' "$0"; exit 0 ;;
    *) names+=("$1"); shift ;;
    esac
done
passed=0 failed=0
for file in "$here"/*_test.sh "$here"/*_test.py; do
    [ -e "$file" ] || continue
    name=$(basename "${file%.*}")
    if [ ${#names[@]} -gt 0 ] && [[ " ${names[*]} " != *" $name "* ]]; then
        continue
    fi
    began=$SECONDS
    if [[ $file == *.py ]]; then
        PYTHONDONTWRITEBYTECODE=1 timeout 900 /usr/bin/python3 "$file"
    else
        timeout 900 bash "$file"
    fi
    code=$?
    case $code in
    0) passed=$((passed + 1)); echo "PASS $name ($((SECONDS - began)) s)" ;;
    77) echo "SKIP $name" ;;
    *) failed=$((failed + 1)); echo "FAIL $name (exit $code)" ;;
    esac
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
