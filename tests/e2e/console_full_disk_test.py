#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A disk that takes nothing more under a real console in its window: the ticket being begun opens, is told not to be kept, the telephone
still shows who calls, closing asks, and once there is room what was typed is on the disk, over a kill."""

import os
import pathlib
import resource
import signal
import sqlite3
import subprocess
import sys

here = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(here, "../../app/tour"))

from stage import Display, Failed, Stage, run_in_a_session, wait_for  # noqa: E402

NUMBER = "0556975210"
UNKEPT = "Pas gardé sur ce poste"


def drafts(home):
    found = list(pathlib.Path(home).rglob("mirror.sqlite"))
    assert len(found) == 1, found
    line = sqlite3.connect(f"file:{found[0]}?mode=ro", uri=True, timeout=10)
    try:
        return [row[0] for row in line.execute("SELECT ticket FROM draft")]
    finally:
        line.close()


def main():
    from screen import start_accessibility
    from tour import Tour

    with Stage(os.path.abspath(os.environ.get("COMPTOIR_BIN", os.path.join(here, "../../build/dev/bin")))) as stage:
        start_accessibility(stage)
        display = Display(stage, "desk")
        tour = Tour(stage, stage.folder)
        stage.run([tour.program("comptoird"), "demo", "--data", tour.data, "--seed", "7", "--scale", "0.01"])
        tour.serve()
        program = tour.program
        # What a full disk answers, a limit on the files' size answers too; its signal is not part of it.
        wrapped = stage.path("comptoir-wrapped")
        with open(wrapped, "w", encoding="utf-8") as out:
            out.write(f'#!/bin/sh\nexec env --ignore-signal=XFSZ {program("comptoir")} "$@"\n')
        os.chmod(wrapped, 0o755)
        tour.program = lambda name: wrapped if name == "comptoir" else program(name)
        console = tour.console("amelie", display)
        home = stage.path("home-amelie")
        pid = console.process.pid

        def said(sentence):
            print(f"  ok   {sentence}", flush=True)

        def room(some):
            resource.prlimit(pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY if some else 0, resource.RLIM_INFINITY))

        def windows():
            return display.xdotool("search", "--onlyvisible", "--pid", str(pid), "--name", ".").split()

        console.wait_shows("À jour", 40)
        console.activate_window()
        room(False)
        console.keys("ctrl+n")
        console.wait_shows(UNKEPT, 10)
        console.type("Badge perdu")
        console.wait_shows("Badge perdu", 5)
        said("a ticket begun on a full disk opens and takes what is typed")
        if os.environ.get("SHOTS"):
            console.shot(os.path.join(os.environ["SHOTS"], "unkept.png"))

        # Another console by the same data folder hands the event over and writes nothing itself.
        environment = dict(os.environ, HOME=home, XDG_DATA_HOME=os.path.join(home, "data"), XDG_STATE_HOME=os.path.join(home, "state"),
                           XDG_CONFIG_HOME=os.path.join(home, "config"), XDG_RUNTIME_DIR=runtime(home))
        subprocess.run([program("comptoir"), "--call-event", "ring", "--number", NUMBER, "--call-id", "a"], env=environment, check=True,
                       timeout=20, capture_output=True)
        console.wait_shows("05 56 97 52 10", 10)
        said("the telephone still shows who calls")

        console.keys("alt+F4")
        console.wait_shows("Quitter sans le garder", 10)
        if os.environ.get("SHOTS"):
            console.shot(os.path.join(os.environ["SHOTS"], "question.png"))
        console.keys("Escape")
        wait_for("the desk alone", lambda: len(windows()) == 1, 10)
        console.wait_shows("Badge perdu", 5)
        if any("Badge perdu" in one for one in drafts(home)):
            raise Failed("the disk was not full")
        said("closing the window asks first and loses nothing")

        room(True)
        console.wait_gone(UNKEPT, 15)
        os.kill(pid, signal.SIGKILL)
        console.process.wait(20)
        if not any("Badge perdu" in one for one in drafts(home)):
            raise Failed("what was typed is not on the disk")
        said("with room again what was typed is on the disk, over a kill")
        return 0


def runtime(home):
    from tour import runtime_folder
    return runtime_folder(home)


if __name__ == "__main__":
    run_in_a_session(__file__, main)
