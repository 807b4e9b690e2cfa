# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job, end to end, with real processes: a call becomes a ticket while the service is down, reaches the other desk, and the
caller's machine is taken over by one key. Each step is checked, timed and photographed.

Usage: tour.py --bin DIR [--pictures DIR]     (app/run.sh --tour DIR calls it)
Exit status: 0 every step held, 1 a step did not, 2 the machine lacks something.
"""

import argparse
import os
import signal
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from stage import Display, Failed, Stage, free_port, inside_a_session, need, wait_for  # noqa: E402

NUMBER = "0536491020"
CALLER = "Claire Martin"
PASSWORD = "comptoir-demo"
SUMMARY = "Outlook ne démarre plus depuis ce matin"
SECRET = "prise-1!"


class Tour:
    """The story, step by step."""

    def __init__(self, stage, pictures):
        self.stage = stage
        self.pictures = pictures
        self.rows = []
        self.port = free_port()
        self.data = stage.path("service")
        self.amelie = self.bruno = self.sylvie = self.caller = self.ticket = None

    # -- the frame ----------------------------------------------------------------------------------------------

    def step(self, title, work, screens=()):
        number = len(self.rows) + 1
        began = time.monotonic()
        try:
            note = work() or ""
            held = True
        except Exception as error:
            note, held = str(error), False
        seconds = time.monotonic() - began
        for at, screen in enumerate(screens() if callable(screens) else screens):
            suffix = "" if at == 0 else f"-{at + 1}"
            try:
                screen.shot(os.path.join(self.pictures, f"{number:02d}-{slug(title)}{suffix}.png"))
            except Exception as error:
                note, held = f"{note} (no picture: {error})", False
        self.rows.append((number, title, held, seconds, note))
        print(f"  {number:2d}  {'held  ' if held else 'FAILED'} {seconds:6.2f} s  {title}{': ' + note if note else ''}", flush=True)
        if not held:
            raise Failed(title)

    def table(self):
        print(f"\n{'step':4} {'':6} {'seconds':>8}  what")
        for number, title, held, seconds, note in self.rows:
            print(f"{number:4d} {'held' if held else 'FAILED':6} {seconds:8.2f}  {title}")
        print(f"     {'':6} {sum(row[3] for row in self.rows):8.2f}  in all; pictures in {self.pictures}")

    # -- the programs -------------------------------------------------------------------------------------------

    def program(self, name):
        return os.path.join(self.stage.bin, name)

    def serve(self):
        self.service = self.stage.start("comptoird", [self.program("comptoird"), "serve", "--listen", f"127.0.0.1:{self.port}", "--data", self.data])
        import urllib.request
        wait_for("the service to be ready", lambda: urllib.request.urlopen(f"http://127.0.0.1:{self.port}/readyz", timeout=2).status == 200, 20)

    def console(self, login, display, *more, env=None, signs_in=True):
        """A console of `login`'s; one that does not sign in by itself shows its first window."""
        from screen import Screen
        if signs_in:
            password = self.stage.path("password-" + login)
            with open(os.open(password, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as out:
                out.write(PASSWORD)
            more = ("--login", login, "--password-file", password, *more)
        home = self.stage.path("home-" + login)
        os.makedirs(home, exist_ok=True)
        process = self.stage.start("comptoir-" + login, [
            self.program("comptoir"), "--service", f"http://127.0.0.1:{self.port}", "--language", "fr", "--theme", "light", *more], env={
                "DISPLAY": display.name, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb", "HOME": home,
                "XDG_DATA_HOME": os.path.join(home, "data"), "XDG_STATE_HOME": os.path.join(home, "state"),
                "XDG_CONFIG_HOME": os.path.join(home, "config"), "XDG_RUNTIME_DIR": runtime_folder(home), **(env or {})})
        return Screen(self.stage, display, process)

    # -- the story ----------------------------------------------------------------------------------------------

    def play(self):
        from machine import CallerMachine
        from screen import start_accessibility
        from telephone import Telephone

        start_accessibility(self.stage)
        machine = CallerMachine(self.stage, SECRET)
        telephone = Telephone(self.stage)
        displays = {name: Display(self.stage, name) for name in ("amelie", "bruno", "sylvie")}

        def demo():
            self.stage.run([self.program("comptoird"), "demo", "--data", self.data, "--seed", "7", "--scale", "0.02", "--vnc",
                            f"127.0.0.1::{machine.port}"])
            self.serve()
        self.step("The service starts on demo data", demo)

        def sign_in():
            self.amelie = self.console("amelie", displays["amelie"], "--baresip", telephone.control, env={"VNC_PASSWORD": SECRET})
            self.bruno = self.console("bruno", displays["bruno"])
            for screen in (self.amelie, self.bruno):
                screen.wait_shows("À jour", 40)
                screen.activate_window()
        self.step("Two operators sign in", sign_in, lambda: [self.amelie, self.bruno])

        def ring():
            began = time.monotonic()
            self.caller = telephone.call(NUMBER, "MARTIN Claire")
            # The name stands in the queue, too: it rings once the call can be answered, and the card alone can be corrected.
            wait_for("the ring and the caller's card", lambda: all(self.amelie.shows(words) for words in ("Répondre", "Corriger", CALLER)), 10)
            return f"ring and card were read {1000 * (time.monotonic() - began):.0f} ms after the caller's program was started"
        self.step("A call rings; the caller's card is on screen", ring, lambda: [self.amelie])

        def answer():
            self.amelie.keys("F9")
            self.amelie.wait_shows("En appel", 10)
        self.step("The operator answers by one key", answer, lambda: [self.amelie])

        def pull_the_plug():
            self.stage.kill(self.service, signal.SIGKILL)
            self.amelie.wait_shows("Hors ligne", 20)
        self.step("The service goes down", pull_the_plug, lambda: [self.amelie])

        def write():
            before = self.numbers()
            self.amelie.keys("ctrl+n")
            wait_for("the draft to take the keyboard", lambda: self.amelie.shows("brouillon"), 10)
            self.amelie.type(SUMMARY)
            self.amelie.keys("ctrl+s")
            self.amelie.wait_shows("modification", 10)
            self.ticket = wait_for("the ticket's number", lambda: next(iter(self.numbers() - before), None), 10)
            return f"ticket {self.ticket}"
        self.step("The operator writes the ticket meanwhile", write, lambda: [self.amelie])

        def back():
            self.serve()
            self.amelie.wait_shows("À jour", 60)
        self.step("The service comes back; everything is sent", back, lambda: [self.amelie])

        def other_desk():
            self.bruno.keys("ctrl+k")
            self.bruno.type(self.ticket)
            wait_for("the ticket among what was found", lambda: any(
                self.bruno.shows(SUMMARY, found) for found in self.bruno.all_named("Ce qui a été trouvé")), 30)
            self.bruno.keys("Return")
            wait_for("the ticket's page", lambda: any(
                SUMMARY in text for field in self.bruno.all_named("Résumé") for text in self.bruno.texts(field)), 10)
        self.step("The ticket stands at the second operator's desk", other_desk, lambda: [self.bruno])

        def attach():
            name = "journal du poste.txt"
            with open(self.stage.path(name), "w", encoding="utf-8") as out:
                out.write("le service ne répond plus\n" * 40)
            self.amelie.activate_window()
            self.amelie.keys("ctrl+shift+a")
            wait_for("the question which file", lambda: self.amelie.all_named(lambda title: title == "Joindre un fichier"), 10)
            self.amelie.type(self.stage.path(name))
            self.amelie.keys("Return")
            self.amelie.wait_shows("enregistré au service", 20)
            self.bruno.wait_shows(name, 20)
        self.step("A file is attached by key; both desks have it", attach, lambda: [self.amelie, self.bruno])

        def take_over():
            self.amelie.keys("F7")
            self.amelie.wait_shows("La personne est d’accord", 10)
            self.amelie.keys("Return")
            wait_for("the viewer at the caller's machine", lambda: machine.viewers() == 1, 15)
            self.amelie.wait_shows("Prise en main de PC-04471 en cours", 10)
        self.step("One key takes the caller's machine over, with the caller's agreement", take_over, lambda: [self.amelie])

        def end_assist():
            self.amelie.activate_window()
            self.amelie.press("Terminer")
            wait_for("the viewer to leave", lambda: machine.viewers() == 0, 15)
            self.bruno.wait_shows("Prise en main", 20)
        self.step("The session is written in the ticket, at both desks", end_assist, lambda: [self.amelie, self.bruno])

        def hang_up():
            self.amelie.keys("F9")
            wait_for("the caller's telephone to hear the end", lambda: self.caller.poll() is not None, 15)
            if self.caller.returncode != 0:
                raise Failed(f"the caller's telephone ended with {self.caller.returncode}")
            self.amelie.wait_shows("Après-appel", 10)
        self.step("The operator hangs up; wrap-up begins", hang_up, lambda: [self.amelie])

        def board():
            self.sylvie = self.console("sylvie", displays["sylvie"])
            self.sylvie.wait_shows("À jour", 40)
            self.sylvie.activate_window()
            self.sylvie.keys("ctrl+b")
            self.sylvie.wait_shows("Appels pris ce jour", 15)
        self.step("The supervisor's board counts it", board, lambda: [self.sylvie])

    def numbers(self):
        """The ticket numbers on the first operator's screen."""
        import re
        pattern = re.compile(r"(?<![\w-])[0-9A-HJKMNP-Z]{2,4}-[0-9]+(?![\w-])")
        return {number for text in self.amelie.texts() for number in pattern.findall(text) if not number.startswith("PC-")}


def runtime_folder(home):
    folder = os.path.join(home, "run")
    os.makedirs(folder, mode=0o700, exist_ok=True)
    return folder


def slug(title):
    import re
    import unicodedata
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:48].rstrip("-")


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--bin", required=True, help="folder of comptoir and comptoird")
    options.add_argument("--pictures", required=True, help="folder for the pictures")
    chosen = options.parse_args()
    try:
        need("Xvfb", "openbox", "xdotool", "import", "baresip", "sipp", "Xtigervnc", "xtigervncviewer", "tigervncpasswd",
             os.path.join(chosen.bin, "comptoir"), os.path.join(chosen.bin, "comptoird"))
    except Failed as lack:
        print(lack, file=sys.stderr)
        return 2
    pictures = os.path.abspath(chosen.pictures)
    os.makedirs(pictures, exist_ok=True)
    for old in os.listdir(pictures):
        if old.endswith(".png") and old[:2].isdigit():
            os.remove(os.path.join(pictures, old))
    began = time.monotonic()
    with Stage(os.path.abspath(chosen.bin)) as stage:
        tour = Tour(stage, pictures)
        held = True
        try:
            tour.play()
        except Failed as failure:
            held = False
            print(f"\nthe tour stopped at: {failure}\nlogs are kept in {stage.logs}", file=sys.stderr)
            stage.own_folder = False
        tour.table()
        print(f"     {'':6} {time.monotonic() - began:8.2f}  from the first program to the last")
    return 0 if held else 1


if __name__ == "__main__":
    inside_a_session(os.path.abspath(__file__), sys.argv[1:])
    sys.exit(main())
