#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A network that swallows: connections are taken and never answered, then go half-open in the middle of an answer, then heal.

The console says so within its time limits, goes on working meanwhile, and what was written is at the service once afterwards.
"""

import os
import sys
import time

import gi

here = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [os.path.join(here, "../../app/tour"), os.path.join(here, "support")]

from faulty_line import FaultyLine  # noqa: E402
from service import Line  # noqa: E402
from stage import Display, Failed, Stage, run_in_a_session, wait_for  # noqa: E402

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

IDLE_LIMIT = 15  # seconds until a request without an answer is given up (core/net/Tuning.h)
SLACK = 12  # reading the whole screen takes seconds on a loaded machine; the limit of a whole request, 60 s, lies far beyond
KEY_LIMIT = 3  # from the first key of a text to its being read in its field; a window that waits for the network takes 15


class Story:
    def __init__(self, stage):
        from screen import start_accessibility
        from tour import PASSWORD, Tour

        start_accessibility(stage)
        self.password = PASSWORD
        self.tour = Tour(stage, stage.folder)
        self.display = Display(stage, "desk")
        stage.run([self.tour.program("comptoird"), "demo", "--data", self.tour.data, "--seed", "7", "--scale", "0.01"])
        self.tour.serve()
        self.service = Line(self.tour.port)
        self.line = FaultyLine(self.tour.port)
        self.tour.port = self.line.port
        self.console = self.tour.console("amelie", self.display)
        self.console.wait_shows("À jour", 40)
        self.console.activate_window()
        self.slowest = 0.0

    def write_ticket(self, summary):
        """Writes and saves, each text on the screen at once; gives the time of the save."""
        drafts = {shown for shown in self.console.texts() if "brouillon" in shown}
        self.console.keys("ctrl+n")
        wait_for("an empty draft with the keyboard", lambda: {shown for shown in self.console.texts() if "brouillon" in shown} != drafts, 10)
        field = wait_for("the empty summary with the keyboard", self.empty_field, 10)
        began = time.monotonic()
        self.console.type(summary)
        wait_for("the text in its field", lambda: Atspi.Text.get_text(field, 0, -1) == summary, 20)
        self.slowest = max(self.slowest, time.monotonic() - began)
        self.console.keys("ctrl+s")
        self.console.wait_shows("Il manque la collectivité", 10)
        self.console.focus("Collectivité", "text")
        self.console.keys("ctrl+a")
        self.console.type("Pessac")
        self.console.keys("Return")
        saved = time.monotonic()
        self.console.keys("ctrl+s")
        self.console.wait_shows("modification", 10)
        return saved

    def empty_field(self):
        for node in self.console.all_named(lambda name: True, "text"):
            if node.get_state_set().contains(Atspi.StateType.FOCUSED) and Atspi.Text.get_text(node, 0, -1) == "":
                return node
        return None

    def times_at_service(self, summary):
        rows = self.service.sign_in("amelie", password=self.password).everything()
        tickets = [row for row in rows["ticket"].values() if row["summary"] == summary]
        opened = [row for row in rows["timeline"].values() if row["kind"] == "opened" and row["ticket"] in {one["id"] for one in tickets}]
        return len(tickets), len(opened)

    def heal(self):
        self.line.become("open")
        began = time.monotonic()
        self.console.wait_gone("Hors ligne", 60)
        self.console.wait_shows("À jour", 30)
        return time.monotonic() - began


def through(story, mode, summary, second):
    """One fault from its beginning to after the healing."""
    story.line.become(mode)
    saved = story.write_ticket(summary)
    story.console.wait_shows("Hors ligne", IDLE_LIMIT + SLACK)
    away = time.monotonic() - saved
    if away > IDLE_LIMIT + SLACK:
        raise Failed(f"“Hors ligne” came {away:.1f} s after a save into “{mode}”")
    story.write_ticket(second)
    back = story.heal()
    for text in (summary, second):
        found = story.times_at_service(text)
        if found != (1, 1):
            raise Failed(f"“{text}”: {found[0]} tickets, {found[1]} openings at the service after “{mode}”")
    print(f"  ok   {mode}: “Hors ligne” {away:.1f} s after the save, “À jour” {back:.1f} s after the healing; both tickets there once", flush=True)


def main():
    with Stage(os.path.abspath(os.environ.get("COMPTOIR_BIN", os.path.join(here, "../../build/dev/bin")))) as stage:
        story = Story(stage)
        through(story, "silent", "ecran noir sans reponse", "ecran noir hors ligne")
        through(story, "half", "imprimante a moitie muette", "imprimante hors ligne")
        if story.line.held == 0:
            raise Failed("the line held nothing back: nothing was tested")
        if story.slowest > KEY_LIMIT:
            raise Failed(f"a typed text took {story.slowest:.1f} s to the screen")
        print(f"  ok   the slowest text typed meanwhile was read back after {story.slowest:.2f} s; {story.line.held} bytes came late")
        return 0


if __name__ == "__main__":
    run_in_a_session(__file__, main)
