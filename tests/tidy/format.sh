#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Formats our C++ sources in place, or with --check says which are not formatted: format.sh [--check] [FILE …]
set -euo pipefail
cd "$(dirname "$0")/../.."
command -v clang-format > /dev/null || { echo "clang-format is missing: apt-get install clang-format" >&2; exit 2; }
how=(-i)
if [ "${1:-}" = --check ]; then
    how=(--dry-run -Werror)
    shift
fi
if [ $# -gt 0 ]; then
    files=("$@")
else
    mapfile -t files < <(git ls-files -co --exclude-standard -- '*.h' '*.cpp')
fi
if ! clang-format "${how[@]}" "${files[@]}"; then
    echo "Not formatted; run tests/tidy/format.sh" >&2
    exit 1
fi
