# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures of a run and the rows they are printed in: name, what was measured, figure, bar, ok or MISSED, separated by tabs."""
import math


def percentile(values, share):
    """The smallest value that at least `share` of all do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def median(values):
    return percentile(values, 0.5)


class Table:
    """Rows as they come; whether any bar was missed."""

    def __init__(self):
        self.missed = 0

    def row(self, name, what, figure, bar, held):
        self.missed += held is False
        print(name, what, figure, bar, {True: "ok", False: "MISSED", None: "-"}[held], sep="\t", flush=True)

    def delay(self, name, what, millis, bar, reference):
        """p50 and p99 of delays in milliseconds, p99 against the bar; beside it the ratio to a reference of the same run."""
        high = percentile(millis, 0.99)
        figure = f"p50 {median(millis):.1f} ms, p99 {high:.1f} ms (worst {max(millis):.1f})"
        if reference:
            figure += f"; p50 is {median(millis) / reference:.1f}x an empty table's frame"
        self.row(name, f"{what}; {len(millis)} times", figure, f"p99 <= {bar} ms", high <= bar)

    def ratio(self, name, what, value, most, unit=""):
        self.row(name, what, f"{value:.2f}x{unit}", f"<= {most:g}x", value <= most)
