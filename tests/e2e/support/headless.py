# SPDX-License-Identifier: GPL-3.0-or-later
"""A console without a window (tests/support/headless): the production code, driven by JSON lines."""
import json
import os
import pathlib
import queue
import subprocess
import threading
import time

BIN = pathlib.Path(os.environ.get("COMPTOIR_BIN", pathlib.Path(__file__).parents[3] / "build/dev/bin")) / "headless_console"


class Gone(Exception):
    """The console ended (or was killed) before it answered."""


class Headless:
    """Its folder outlives the process: start() after kill() goes on where it was."""

    def __init__(self, service, login, password, folder, authorities=None):
        """`service`: its address, or a port on loopback; `authorities`: a PEM file, for one with TLS."""
        self.service = service if isinstance(service, str) else f"http://127.0.0.1:{service}"
        self.login, self.folder = login, os.path.join(folder, "console-" + login)
        self.authorities = [authorities] if authorities else []
        os.makedirs(self.folder, mode=0o700, exist_ok=True)
        self.password = os.path.join(self.folder, "password")
        with open(os.open(self.password, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as out:
            out.write(password)
        self.process = None
        self.command = [BIN]
        self.starts = 0

    def start(self):
        """Only starts it; ready() waits for its sign-in."""
        environment = dict(os.environ, DBUS_SESSION_BUS_ADDRESS="disabled:", QT_QPA_PLATFORM="offscreen")
        with open(os.path.join(self.folder, "stderr.log"), "ab") as errors:
            self.process = subprocess.Popen([*self.command, self.service, self.login, self.password, self.folder,
                                             *self.authorities], stdin=subprocess.PIPE,
                                            stdout=subprocess.PIPE, stderr=errors, env=environment)
        self.lines = queue.Queue()
        threading.Thread(target=self._read, args=(self.process, self.lines), daemon=True).start()
        self.starts += 1
        return self

    @staticmethod
    def _read(process, lines):
        for line in process.stdout:
            if line.endswith(b"\n"):  # half a line is what a kill leaves: nothing was confirmed by it
                lines.put(json.loads(line))
        lines.put(None)

    def ready(self, seconds=60):
        answer = self._next(seconds)
        if "failed" in answer:
            raise AssertionError(f"{self.login} cannot sign in: {answer['failed']}")
        return answer

    def do(self, what, seconds=60, **more):
        """One command; its answer, or Gone."""
        try:
            self.process.stdin.write(json.dumps({"do": what, **more}).encode() + b"\n")
            self.process.stdin.flush()
        except OSError as error:
            raise Gone() from error
        return self._next(seconds)

    def _next(self, seconds):
        try:
            answer = self.lines.get(timeout=seconds)
        except queue.Empty:
            raise AssertionError(f"{self.login} gave no answer in {seconds} s") from None
        if answer is None:
            raise Gone(f"{self.login} ended with {self.process.wait()}")
        return answer

    def agree(self, seconds=90):
        """Waits until nothing is on its way and everything is known."""
        end = time.monotonic() + seconds
        while True:
            now = self.do("status")
            if now["agreed"] and now["waiting"] == 0:
                return now
            assert time.monotonic() < end, f"{self.login} is not in agreement after {seconds} s: {now}"
            time.sleep(0.05)

    def kill(self):
        self.process.kill()
        self.process.wait()
        try:
            self.process.stdin.close()
        except OSError:  # what it never read
            pass

    def stop(self):
        """Its input ends, so does it."""
        self.process.stdin.close()
        code = self.process.wait(timeout=20)
        assert code == 0, f"{self.login} ended with {code}"

    def close(self):
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.wait()

    @property
    def database(self):
        """The mirror's file."""
        found = list(pathlib.Path(self.folder).glob("*/*/mirror.sqlite"))
        assert len(found) == 1, found
        return str(found[0])
