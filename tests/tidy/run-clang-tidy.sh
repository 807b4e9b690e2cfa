#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# clang-tidy over our sources, two at a time: run-clang-tidy.sh [--changed REV | FILE …]. Exit 1 where it finds anything.
set -euo pipefail
cd "$(dirname "$0")/../.."
tidy=$(command -v clang-tidy || command -v clang-tidy-14) || { echo "clang-tidy is missing: apt-get install clang-tidy" >&2; exit 2; }

configured=$(cmake --preset tidy -DCMAKE_CXX_COMPILER_LAUNCHER= 2>&1) || { echo "$configured" >&2; exit 2; }
case ${1:-} in
--changed) mapfile -t files < <(git diff --name-only --diff-filter=d "$2" -- '*.cpp'; git ls-files -o --exclude-standard -- '*.cpp') ;;
"") mapfile -t files < <(git ls-files -co --exclude-standard -- '*.cpp') ;;
*) files=("$@") ;;
esac
[ ${#files[@]} -gt 0 ] || { echo "clang-tidy: nothing to read"; exit 0; }
echo "clang-tidy: ${#files[@]} files"
exec python3 tests/tidy/tidy_files.py "$tidy" build/tidy "${files[@]}"
