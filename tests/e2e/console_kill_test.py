#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""kill -9 of the console while a ticket is being written or resolved: what was written is there at the next start, the service away all along."""

import os
import random
import signal
import sys
import time

here = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(here, "../../app/tour"))

from stage import Display, Stage, run_in_a_session, wait_for  # noqa: E402

ROUNDS = int(os.environ.get("COMPTOIR_DRAFT_KILLS", "4"))


def main():
    from screen import start_accessibility
    from tour import Tour

    dice = random.Random(20261122)
    with Stage(os.path.abspath(os.environ.get("COMPTOIR_BIN", os.path.join(here, "../../build/dev/bin")))) as stage:
        start_accessibility(stage)
        display = Display(stage, "desk")
        tour = Tour(stage, stage.folder)
        stage.run([tour.program("comptoird"), "demo", "--data", tour.data, "--seed", "7", "--scale", "0.01"])
        tour.serve()
        console = tour.console("amelie", display)
        console.wait_shows("À jour", 40)
        stage.kill(tour.service, signal.SIGKILL)
        console.wait_shows("Hors ligne", 20)
        for number in range(ROUNDS):
            text = f"brouillon {number} du guichet"
            console.activate_window()
            before = {shown for shown in console.texts() if "brouillon" in shown}
            console.keys("ctrl+n")
            wait_for("an empty draft with the keyboard", lambda: {shown for shown in console.texts() if "brouillon" in shown} != before, 10)
            console.type(text)
            console.wait_shows(text)
            # A draft is kept 400 ms after the last key; a kill before that may take what was typed since the last pause.
            time.sleep(1.0 + dice.random())
            stage.kill(console.process, signal.SIGKILL)
            console = tour.console("amelie", display)
            console.wait_shows("Hors ligne", 40)
            console.wait_shows(text, 10)
            print(f"  ok   draft {number} survived kill -9, service away")
        console.activate_window()
        console.keys("ctrl+2", "Home", "Return")
        console.wait_shows("Résoudre…", 10)
        console.keys("ctrl+Return")
        console.wait_shows("Résoudre le ticket", 10)
        answer = "ce qui a aidé"
        console.type(answer)
        console.wait_shows(answer)
        time.sleep(1.0)
        stage.kill(console.process, signal.SIGKILL)
        console = tour.console("amelie", display)
        console.wait_shows("Hors ligne", 40)
        console.activate_window()
        console.wait_shows("Résoudre…", 10)  # it is open again
        console.keys("ctrl+Return")
        console.wait_shows(answer, 10)
        print("  ok   the open ticket and the text in its question survived kill -9, service away")
        return 0


if __name__ == "__main__":
    run_in_a_session(__file__, main)
