#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How the console ends where nobody presses anything: without a display in one line, by a signal cleanly."""

import os
import signal
import subprocess
import sys
import tempfile
import time

here = os.path.dirname(os.path.abspath(__file__))
PROGRAM = os.path.join(os.path.abspath(os.environ.get("COMPTOIR_BIN", os.path.join(here, "../../build/dev/bin"))), "comptoir")


def said(sentence):
    print(f"  ok   {sentence}", flush=True)


def main():
    with tempfile.TemporaryDirectory(prefix="comptoir-exit-") as folder:
        bare = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
        words = [PROGRAM, "--data", os.path.join(folder, "data"), "--log-dir", os.path.join(folder, "log")]

        for more in ({}, {"DISPLAY": ":98765"}):
            ended = subprocess.run(words, env=bare | more, capture_output=True, text=True, timeout=30, check=False)
            assert ended.returncode == 1, ended
            assert ended.stderr.count("\n") == 1 and "no display" in ended.stderr, ended.stderr
        said("without a display the console says so in one line and exits 1")

        for one in (signal.SIGINT, signal.SIGTERM):
            console = subprocess.Popen(words, env=bare | {"QT_QPA_PLATFORM": "offscreen"}, stderr=subprocess.DEVNULL)
            try:
                until = time.monotonic() + 20
                while subprocess.run([*words, "--call-event", "ring", "--number", "0556102030", "--call-id", "a"], env=bare,
                                     stderr=subprocess.DEVNULL, check=False).returncode != 0:
                    assert time.monotonic() < until, "the console does not come up"
                    time.sleep(0.1)
                console.send_signal(one)
                assert console.wait(20) == 0
            finally:
                if console.poll() is None:
                    console.kill()
                    console.wait()
        said("SIGINT and SIGTERM end it cleanly, with 0")


if __name__ == "__main__":
    main()
