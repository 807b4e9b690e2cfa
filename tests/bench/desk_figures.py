#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures an operator feels, from real programs: ring to card, save to both queues, start, memory.

Usage: desk_figures.py --bin DIR --cache DIR [--keep DIR] [NAME …]     names: ring_20k ring_200k save start memory; none = all
A service with demonstration data at scale 1 (100,000 tickets, 20,000 people) and two consoles that hold a copy of it are made once in
the cache; every run works on copies of them.
"""
import argparse
import glob
import os
import shutil
import subprocess
import sys
import time
import urllib.request

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "..", "app", "tour"))
sys.path.insert(0, HERE)
from figures import Table, median, percentile  # noqa: E402
from stage import Display, Failed, Stage, free_port, inside_a_session, need, wait_for  # noqa: E402

SCALE = "1"
VERSION = "1"  # of what stands in the cache
MORE_PEOPLE = 180_000
PASSWORD = "comptoir-demo"
LOGINS = ("amelie", "bruno")
STARTS = 12
IDLE_S = 20


def monotonic_ns():
    return time.clock_gettime_ns(time.CLOCK_MONOTONIC)


class Bench:
    """One run: a service, displays, consoles on copies of the cached data."""

    def __init__(self, stage, cache):
        self.stage, self.cache, self.table = stage, cache, Table()
        self.display = None
        self.service = None
        self.frame = None  # ms, of an empty table
        self.late = []  # ms by which a sleep of this program was too long: what the machine itself adds

    # -- programs -----------------------------------------------------------------------------------------------

    def program(self, name):
        return os.path.join(self.stage.bin, name)

    def serve(self, data, port):
        self.service = self.stage.start("comptoird", [self.program("comptoird"), "serve", "--listen", f"127.0.0.1:{port}", "--data", data])
        wait_for("the service", lambda: urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=2).status == 200, 30)

    def environment(self, home, **more):
        for name in ("state", "config", "runtime"):
            os.makedirs(os.path.join(home, name), mode=0o700, exist_ok=True)
        return {"DISPLAY": self.display.name, "QT_QPA_PLATFORM": "xcb", "HOME": home, "XDG_STATE_HOME": os.path.join(home, "state"),
                "XDG_CONFIG_HOME": os.path.join(home, "config"), "XDG_RUNTIME_DIR": os.path.join(home, "runtime"), **more}

    def words(self, home, login, port, password=True):
        secret = os.path.join(home, "password")
        with open(os.open(secret, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as out:
            out.write(PASSWORD)
        return ["--service", f"http://127.0.0.1:{port}", "--login", login, "--data", os.path.join(home, "data"), "--language", "fr",
                "--theme", "light", *(["--password-file", secret] if password else [])]

    def desk(self, name, program, home, login, port, **env):
        return self.stage.start(name, [self.program(program), *self.words(home, login, port)], env=self.environment(home, **env))

    def finish(self, process, seconds):
        end = time.monotonic() + seconds
        while process.poll() is None and time.monotonic() < end:  # meanwhile: how long does this machine let a program wait?
            slept = time.monotonic()
            time.sleep(0.01)
            self.late.append((time.monotonic() - slept) * 1e3 - 10)
        if process.wait(0.1) != 0:
            raise Failed(f"{process.label}: {self.stage.log_of(process.label)[-400:].strip()}")
        return [line.split("\t") for line in self.stage.log_of(process.label).splitlines() if "\t" in line]

    # -- data ---------------------------------------------------------------------------------------------------

    def prepare(self):
        """The cache: the service's folder, one home a login, and the port they know the service by."""
        done = os.path.join(self.cache, "done")
        if os.path.exists(done) and open(done, encoding="utf-8").read() == VERSION:
            return
        shutil.rmtree(self.cache, ignore_errors=True)
        os.makedirs(self.cache)
        print("making the demonstration's data (once) …", file=sys.stderr)
        port = free_port()
        data = os.path.join(self.cache, "service")
        self.stage.run([self.program("comptoird"), "demo", "--data", data, "--seed", "7", "--scale", SCALE], seconds=600)
        self.serve(data, port)
        for login in LOGINS:
            home = os.path.join(self.cache, login)
            os.makedirs(home)
            self.finish(self.desk(f"pull-{login}", "pull_desk", home, login, port), 300)
        self.stage.stop(self.service)
        many = os.path.join(self.cache, "many")
        shutil.copytree(os.path.join(self.cache, LOGINS[0]), many)
        mirror, = glob.glob(os.path.join(many, "data", "**", "mirror.sqlite"), recursive=True)
        self.stage.run([self.program("mirror_fill"), mirror, str(MORE_PEOPLE)], seconds=600)
        with open(os.path.join(self.cache, "port"), "w", encoding="utf-8") as out:
            out.write(str(port))
        with open(done, "w", encoding="utf-8") as out:
            out.write(VERSION)

    def copies(self, work, *homes):
        """A running service on a copy, and copies of these homes; gives (port, paths)."""
        place = self.stage.path(work)
        os.makedirs(place)
        with open(os.path.join(self.cache, "port"), encoding="utf-8") as written:
            port = int(written.read())
        paths = []
        for name in ("service", *homes):
            paths.append(os.path.join(place, name))
            shutil.copytree(os.path.join(self.cache, name), paths[-1])
        self.serve(paths[0], port)
        os.sync()
        time.sleep(3)
        return port, paths[1:]

    # -- figures ------------------------------------------------------------------------------------------------

    def ring(self, name, home, people):
        port, (path,) = self.copies(name, home)
        lines = self.finish(self.desk(name + "-desk", "ring_desk", path, LOGINS[0], port), 600)
        rings = [int(line[1]) / 1e6 for line in lines if line[0] == "ring"]
        self.frame = median([int(line[1]) / 1e6 for line in lines if line[0] == "frame"])
        self.table.delay(name, f"ring -> caller's card painted, {people:,} people and 100,000 tickets in the mirror", rings, 50, self.frame)
        self.table.row(name, "reference: a frame of an empty table of the window's size", f"p50 {self.frame:.1f} ms", "-", None)
        self.stage.stop(self.service)

    def ring_20k(self):
        self.ring("ring_20k", LOGINS[0], 20_000)

    def ring_200k(self):
        self.ring("ring_200k", "many", 20_000 + MORE_PEOPLE)

    def save(self):
        port, homes = self.copies("save", *LOGINS)
        watcher = self.desk("save-other", "save_desk", homes[1], LOGINS[1], port, BENCH_WATCH="1")
        wait_for("the other console", lambda: "ready" in self.stage.log_of("save-other"), 120)
        writer = self.desk("save-own", "save_desk", homes[0], LOGINS[0], port)
        saved = {line[1]: (int(line[2]), int(line[3])) for line in self.finish(writer, 1200) if line[0] == "saved"}
        seen = {line[1]: int(line[2]) for line in (text.split("\t") for text in self.stage.log_of("save-other").splitlines()) if line[0] == "seen"}
        self.stage.stop(watcher)
        self.stage.stop(self.service)
        self.table.delay("save_own", "ticket kept (Ctrl S) -> painted in own queue, 100,000 tickets", [(painted - pressed) / 1e6
                         for pressed, painted in saved.values()], 50, self.frame)
        other = [(seen[one] - saved[one][0]) / 1e6 for one in saved if one in seen]
        self.table.delay("save_other", f"ticket kept -> painted in the other console's queue ({len(saved) - len(other)} never came)", other, 100, self.frame)
        if len(other) < len(saved):
            self.table.missed += 1

    # -- start --------------------------------------------------------------------------------------------------

    def first_frame(self, argv, env):
        """Milliseconds from the start of the process to the end of its first frame that counts."""
        stamp = self.stage.path("stamp")
        if os.path.exists(stamp):
            os.remove(stamp)
        began = monotonic_ns()
        process = self.stage.start("started", argv, env={**env, "BENCH_STAMP": stamp})
        process.wait(30)  # it ends by itself, as when the window is closed
        if not os.path.exists(stamp):
            raise Failed("no first frame: " + self.stage.log_of("started")[-400:])
        return (int(open(stamp, encoding="utf-8").read()) - began) / 1e6

    def start(self):
        port, (home,) = self.copies("start", LOGINS[0])
        env = self.environment(home)
        empty = [self.program("empty_window")]
        ways = {"start": ("signed in by the keyring's token", False), "start_password": ("signed in by password at the service", True)}
        self.first_frame([self.program("start_console"), *self.words(home, LOGINS[0], port), "--keep-sign-in"], env)  # the keyring gets its token
        times = {name: [] for name in ("empty", "start_offline", *ways)}
        for _ in range(STARTS):  # one after the other: other work on the machine falls on all
            times["empty"].append(self.first_frame(empty, {**env, "BENCH_ANY_FRAME": "1"}))
            for name, (_, password) in ways.items():
                times[name].append(self.first_frame([self.program("start_console"), *self.words(home, LOGINS[0], port, password)], env))
        self.stage.stop(self.service)
        for _ in range(STARTS):
            times["start_offline"].append(self.first_frame([self.program("start_console"), *self.words(home, LOGINS[0], port)], env))
        reference = median(times["empty"])
        self.table.row("start", "reference: an empty Qt window, process start -> first frame", f"median {reference:.0f} ms", "-", None)
        ways["start_offline"] = ("service away, signed in by password at the copy (argon2id)", True)
        for name, (how, _) in ways.items():
            figure = median(times[name])
            self.table.row(name, f"process start -> first frame with rows in the queue, {how}; median of {STARTS}",
                           f"{figure / reference:.2f}x ({figure:.0f} ms)", "<= 2x" if name == "start" else "-",
                           figure <= 2 * reference if name == "start" else None)

    # -- memory -------------------------------------------------------------------------------------------------

    @staticmethod
    def memory_of(pid):
        """(PSS, private) in MiB."""
        with open(f"/proc/{pid}/smaps_rollup", encoding="utf-8") as rollup:
            lines = dict(line.split(":") for line in rollup.read().splitlines()[1:])
        number = {name: int(text.split()[0]) / 1024 for name, text in lines.items()}
        return number["Pss"], number["Private_Clean"] + number["Private_Dirty"]

    def memory(self):
        port, (home,) = self.copies("memory", LOGINS[0])
        env = self.environment(home)
        window = self.stage.start("empty", [self.program("empty_window")], env=env)
        time.sleep(IDLE_S / 4)
        empty = self.memory_of(window.pid)
        self.stage.stop(window)
        console = self.stage.start("idle", [self.program("comptoir"), *self.words(home, LOGINS[0], port)], env=env)
        time.sleep(IDLE_S)
        idle = self.memory_of(console.pid)
        self.stage.stop(console)
        self.stage.stop(self.service)
        self.table.row("memory", f"PSS of the idle console, {IDLE_S} s after its start, over an empty Qt window's ({empty[0]:.0f} MiB)",
                       f"{idle[0] / empty[0]:.2f}x ({idle[0]:.0f} MiB; private {idle[1]:.0f} to {empty[1]:.0f})", "<= 3x", idle[0] <= 3 * empty[0])


def keyring(stage):
    """An unlocked keyring on this session's bus: with it the console starts without a password."""
    need("gnome-keyring-daemon")
    home = stage.path("keyring")
    os.makedirs(home, mode=0o700)
    daemon = stage.start("keyring", ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"], stdin=subprocess.PIPE,
                         env={"HOME": home, "XDG_DATA_HOME": home, "XDG_RUNTIME_DIR": home})
    daemon.stdin.write(b"bench")
    daemon.stdin.close()


def main():
    options = argparse.ArgumentParser(usage=__doc__)
    options.add_argument("--bin", required=True)
    options.add_argument("--cache", required=True)
    options.add_argument("--keep", help="folder in which the run's files stay, with every single figure in logs/")
    options.add_argument("names", nargs="*")
    chosen = options.parse_args()
    need("Xvfb", "openbox", "xprop")
    inside_a_session(os.path.abspath(__file__), sys.argv[1:])
    with Stage(os.path.abspath(chosen.bin), chosen.keep) as stage:
        bench = Bench(stage, os.path.abspath(chosen.cache))
        bench.display = Display(stage, "bench")
        keyring(stage)
        bench.prepare()
        for name in chosen.names or ["ring_20k", "ring_200k", "save", "start", "memory"]:
            bench.late = []
            getattr(bench, name)()
            if bench.late:
                bench.table.row(name, "the machine meanwhile: a sleep of 10 ms lasted longer by",
                                f"p99 {percentile(bench.late, 0.99):.1f} ms, worst {max(bench.late):.0f} ms", "-", None)
    return 1 if bench.table.missed else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Failed as failure:
        print(f"desk_figures: {failure}", file=sys.stderr)
        sys.exit(2)
