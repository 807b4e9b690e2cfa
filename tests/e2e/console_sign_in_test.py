#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first window, as an operator meets it: it is there, takes a password by the keyboard alone, says when it is not right, comes back
empty after a sign-out, when the session was ended at the service, and when the account was withdrawn."""

import os
import subprocess
import sys

here = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(here, "../../app/tour"))

from stage import Display, Failed, Stage, run_in_a_session, wait_for  # noqa: E402

PASSWORD = "comptoir-demo"
ANOTHER = "une autre phrase de passe"


def main():
    from screen import start_accessibility
    from tour import Tour

    with Stage(os.path.abspath(os.environ.get("COMPTOIR_BIN", os.path.join(here, "../../build/dev/bin")))) as stage:
        start_accessibility(stage)
        display = Display(stage, "desk")
        tour = Tour(stage, stage.folder)
        stage.run([tour.program("comptoird"), "demo", "--data", tour.data, "--seed", "7", "--scale", "0.01"])
        tour.serve()
        console = tour.console("amelie", display, signs_in=False)

        def windows(name="."):
            return display.xdotool("search", "--onlyvisible", "--pid", str(console.process.pid), "--name", name).split()

        def said(sentence):
            print(f"  ok   {sentence}", flush=True)

        wait_for("the first window", windows, 20)
        console.wait_shows("Identifiant", 10)
        console.activate_window()
        said("the window is there without any option but the service")

        console.type("amelie")
        console.keys("Tab")
        console.type("not the password")
        console.keys("Return")
        console.wait_shows("inexact", 15)
        said("a wrong password is told")

        console.type(PASSWORD)  # what was typed before is selected
        console.keys("Return")
        console.wait_shows("À jour", 40)
        wait_for("one window", lambda: len(windows()) == 1, 10)
        said("the right one signs in; one window stands")

        console.press(lambda name: name.startswith("Disponible"))  # the operator's state, with its menu
        wait_for("the menu", lambda: console.find("Votre état", "popup menu") or len(windows("")) > 1, 10)
        console.keys("Up", "Return")  # its last line: sign out
        console.wait_shows("Identifiant", 15)
        wait_for("the first window again", windows, 10)
        console.activate_window()
        console.keys("Return")
        if console.shows("À jour"):
            raise Failed("after the sign-out the password was still there")
        console.type(PASSWORD)
        console.keys("Return")
        console.wait_shows("À jour", 40)
        said("signed out, the password is asked again")

        subprocess.run([tour.program("comptoird"), "user", "passwd", "amelie", "--data", tour.data], input=ANOTHER + "\n", text=True, check=True,
                       capture_output=True, timeout=60)
        console.wait_shows("Se reconnecter", 60)
        console.wait_shows("Mot de passe", 10)
        wait_for("the first window beside the desk", lambda: len(windows()) == 2, 10)
        console.keys("alt+F4")
        wait_for("the desk alone", lambda: len(windows()) == 1, 10)
        console.press("Se reconnecter")
        console.press("Se connecter")
        wait_for("the first window asked for", lambda: len(windows()) == 2, 10)
        console.type(ANOTHER)
        console.keys("Return")
        console.wait_shows("À jour", 40)
        said("a session ended at the service asks for the password and goes on")

        stage.run([tour.program("comptoird"), "user", "revoke", "amelie", "--data", tour.data])
        console.wait_shows("retiré ce compte", 60)
        console.wait_shows("a été vidée", 20)
        wait_for("the sign-in alone", lambda: len(windows()) == 1, 10)
        said("an account withdrawn at the service ends the session, says so and empties the copy")
        return 0


if __name__ == "__main__":
    run_in_a_session(__file__, main)
