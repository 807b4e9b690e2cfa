#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Adds up test results and prints `passed failed`.

count_tests.py CTEST_XML TALLY   test programs count their cases (TALLY: `program passed failed` a line); others count as one
count_tests.py --line OUTPUT STATUS   the last `N passed, N failed` of a script, or its exit status as one test
"""
import re
import sys
import xml.etree.ElementTree as tree


def from_line(output, status):
    with open(output, encoding="utf-8", errors="replace") as file:
        found = re.findall(r"^(\d+) passed, (\d+) failed", file.read(), re.MULTILINE)
    passed, failed = map(int, found[-1]) if found else (int(status == 0), 0)
    # A script that fails without a failed test has failed all the same.
    return passed, max(failed, 1) if status else failed


def tallies(path):
    counts = {}
    try:
        with open(path, encoding="utf-8") as file:
            for line in file:
                program, passed, failed = line.rsplit(" ", 2)
                counts[program] = (int(passed), int(failed))
    except FileNotFoundError:
        pass
    return counts


def from_ctest(xml, tally):
    counts, passed, failed = tallies(tally), 0, 0
    try:
        cases = tree.parse(xml).getroot().iter("testcase")
    except (FileNotFoundError, tree.ParseError):
        return 0, 1
    for case in cases:
        good = case.get("status") == "run"
        if case.get("status") == "notrun" or case.get("status") == "disabled":
            failed += 1
            continue
        own_passed, own_failed = counts.get(case.get("name"), (int(good), 0))
        passed += own_passed
        failed += own_failed if good else max(own_failed, 1)
    return passed, failed


if __name__ == "__main__":
    if sys.argv[1] == "--line":
        print(*from_line(sys.argv[2], int(sys.argv[3])))
    else:
        print(*from_ctest(*sys.argv[1:3]))
