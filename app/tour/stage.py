# SPDX-License-Identifier: GPL-3.0-or-later
"""Real processes for the tour and the end-to-end tests: started here, watched here, stopped here by pid."""

import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time


class Failed(Exception):
    """A step did not hold; the message says which and why."""


class Dead(Failed):
    """A program ended that had to run: there is nothing to wait for."""


def wait_for(what, probe, seconds=15.0, pause=0.05):
    """Calls `probe` until it answers something true, at most `seconds`; gives that answer or raises Failed."""
    end = time.monotonic() + seconds
    last = None
    while True:
        try:
            answer = probe()
            if answer:
                return answer
        except Dead:
            raise
        except Exception as error:  # the thing asked may not be up yet
            last = error
        if time.monotonic() > end:
            raise Failed(f"waited {seconds:g} s in vain for: {what}" + (f" ({last})" if last else ""))
        time.sleep(pause)


def free_port(kind=socket.SOCK_STREAM):
    """A port of 127.0.0.1 that nobody uses now. Below those that the kernel gives to connections: one of these may be another's by the
    time the program takes it for which it is asked here."""
    while True:
        port = random.randrange(10_000, 32_000)
        with socket.socket(socket.AF_INET, kind) as probe:
            try:
                probe.bind(("127.0.0.1", port))
                return port
            except OSError:
                continue


def need(*programs):
    """Says in one line which programs are missing, and stops."""
    missing = [name for name in programs if not shutil.which(name) and not os.path.exists(name)]
    if missing:
        raise Failed("missing on this machine: " + ", ".join(missing) + " (app/run.sh and tests/run.sh install them)")


class Stage:
    """A folder and a set of processes that live exactly as long as the `with` block."""

    def __init__(self, bin_folder, keep=None):
        self.bin = bin_folder
        self.folder = keep or tempfile.mkdtemp(prefix="comptoir-stage-")
        self.own_folder = keep is None
        os.makedirs(self.folder, exist_ok=True)
        self.processes = []
        self.logs = os.path.join(self.folder, "logs")
        os.makedirs(self.logs, exist_ok=True)

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        for process in reversed(self.processes):
            self.stop(process)
        if self.own_folder and kind is None:
            shutil.rmtree(self.folder, ignore_errors=True)
        elif kind is not None:
            print(f"  (logs kept in {self.logs})", file=sys.stderr)

    def path(self, *parts):
        return os.path.join(self.folder, *parts)

    def start(self, name, argv, env=None, **more):
        """Starts a program, its output going to logs/<name>.log."""
        log = open(os.path.join(self.logs, name + ".log"), "ab")
        process = subprocess.Popen(argv, stdin=more.pop("stdin", subprocess.DEVNULL), stdout=log, stderr=log,
                                   env={**os.environ, **(env or {})}, start_new_session=True, **more)
        process.label = name
        self.processes.append(process)
        return process

    def run(self, argv, env=None, text=None, seconds=300):
        """Runs a program to its end; gives its output, or raises Failed with it."""
        done = subprocess.run(argv, input=text, capture_output=True, text=True, env={**os.environ, **(env or {})}, timeout=seconds,
                              stdin=None if text is not None else subprocess.DEVNULL)
        if done.returncode != 0:
            raise Failed(f"{os.path.basename(argv[0])} {' '.join(argv[1:3])} ended with {done.returncode}: "
                         f"{(done.stderr or done.stdout).strip()[-600:]}")
        return done.stdout

    def log_of(self, name):
        with open(os.path.join(self.logs, name + ".log"), errors="replace") as log:
            return log.read()

    @staticmethod
    def kill(process, how=signal.SIGKILL):
        if process.poll() is None:
            os.kill(process.pid, how)
            process.wait(20)

    @staticmethod
    def stop(process):
        if process.poll() is None:
            process.terminate()
            try:
                process.wait(8)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait(8)


class Display:
    """An X server of its own, with a small window manager; room for a window of 1440×900 and its title."""

    def __init__(self, stage, name, size="1442x924", manager=True):
        self.stage = stage
        read, write = os.pipe()
        stage.start(f"xvfb-{name}", ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{size}x24", "-nolisten", "tcp", "-noreset"],
                    pass_fds=(write,))
        os.close(write)
        with os.fdopen(read) as answer:
            number = answer.readline().strip()
        if not number:
            raise Failed("Xvfb did not start: " + stage.log_of(f"xvfb-{name}")[-300:])
        self.name = ":" + number
        stage.run(["setxkbmap", "us", "altgr-intl"], env={"DISPLAY": self.name})  # has the accents: é is typed as by hand
        if manager:
            stage.start(f"openbox-{name}", ["openbox", "--sm-disable"], env={"DISPLAY": self.name})
            wait_for("the window manager", lambda: "_NET_SUPPORTING_WM_CHECK(WINDOW)" in stage.run(
                ["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"], env={"DISPLAY": self.name}))

    def xdotool(self, *words):
        return self.stage.run(["xdotool", *words], env={"DISPLAY": self.name}, seconds=30)

    def shot(self, path):
        self.stage.run(["import", "-silent", "-window", "root", path], env={"DISPLAY": self.name}, seconds=30)


def inside_a_session(script, arguments):
    """Runs this script again inside a session bus of its own, unless it already is; the accessibility tree needs one.
    What the bus and the services it starts have to say is no part of the story: only this script's own lines are shown. A signal to
    the outer script ends the inner one in order, so that no program is left behind."""
    told = os.environ.pop("COMPTOIR_STAGE_SESSION", None)
    if told:
        out, err, pid = (int(word) for word in told.split())
        os.dup2(out, 1)
        os.dup2(err, 2)
        os.write(pid, b"%d\n" % os.getpid())
        for used in (out, err, pid):
            os.close(used)
        signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
        return
    need("dbus-run-session")
    read, write = os.pipe()
    shown = [os.dup(1), os.dup(2), write]
    environment = {**os.environ, "COMPTOIR_STAGE_SESSION": " ".join(map(str, shown)), "NO_AT_BRIDGE": "0"}
    environment.pop("DBUS_SESSION_BUS_ADDRESS", None)
    session = subprocess.Popen(["dbus-run-session", "--", "/usr/bin/python3", script, *arguments], env=environment, pass_fds=shown,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for passed in shown:
        os.close(passed)
    inner, ended = [], []

    def end(number, frame):
        ended.append(number)
        if inner and session.poll() is None:
            os.kill(inner[0], signal.SIGTERM)

    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, end)
    with os.fdopen(read) as answer:
        line = answer.readline()
    if line:
        inner.append(int(line))
    if ended:
        end(ended[0], None)
    status = session.wait()
    sys.exit(status if status >= 0 else 128 - status)


def run_in_a_session(script, play):
    """A script's whole main: `play()` inside a session of its own; exits 0 where it held, 1 with a line that says what did not."""
    inside_a_session(os.path.abspath(script), sys.argv[1:])
    try:
        sys.exit(play())
    except Failed as failure:
        print(f"  FAIL {failure}")
        sys.exit(1)
