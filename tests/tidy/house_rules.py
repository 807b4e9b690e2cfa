#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The house rules as a test: house_rules.py [ROOT]. Each finding names the file, the line, the rule and what to write instead."""
import os
import sys

import banned
import joined
import source as files
import structure


def findings_of(root):
    """(findings, sizes over the norm) of the tree at `root`."""
    sources = files.load(root)
    findings, over = structure.isolation(root, sources) + joined.check(sources), 0
    for source in sources:
        shape, sized = structure.check(source)
        findings += banned.check(source) + shape
        over += sized
    return sorted(findings, key=lambda f: (f.path, f.line, f.rule)), over


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    root = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else os.path.join(here, "../.."))
    findings, over = findings_of(root)
    for finding in findings:
        print(finding)
    if over:
        print(f"note: {over} files or functions are over the norm (120, 250, 50 lines) and under the limit (200, 400, 70)")
    print("the house rules hold" if not findings else f"{len(findings)} findings against the house rules")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
