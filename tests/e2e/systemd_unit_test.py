# SPDX-License-Identifier: GPL-3.0-or-later
"""The systemd unit of the package: read without a complaint, hardened, and its command line run as it stands."""
import configparser
import os
import pathlib
import re
import shlex
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import urllib.request

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "support"))
from service import BIN, run_tests  # noqa: E402

UNIT = pathlib.Path(__file__).resolve().parents[2] / "packaging" / "systemd" / "comptoird.service"
# Of 100, lower is better: 14 as it stands. What is left is the network, which it is for.
MOST_EXPOSURE = 20


def unit():
    read = configparser.RawConfigParser(strict=False)
    read.optionxform = str
    read.read(UNIT, encoding="utf-8")
    return read["Service"]


def analyzed(*words):
    """Runs systemd-analyze on the unit with the program of this build in the place of the installed one."""
    with tempfile.TemporaryDirectory(prefix="comptoir-unit-") as folder:
        copy = pathlib.Path(folder, "comptoird.service")
        copy.write_text(UNIT.read_text(encoding="utf-8").replace("/usr/bin/comptoird", os.path.abspath(BIN)), encoding="utf-8")
        return subprocess.run(["systemd-analyze", *words, str(copy)], capture_output=True, text=True, timeout=60, check=False)


def analyze_is_there():
    if shutil.which("systemd-analyze"):
        return True
    print("  systemd-analyze is not installed (Debian: systemd): the unit is not read by systemd here")
    return False


def systemd_reads_the_unit_without_a_complaint():
    if analyze_is_there():
        done = analyzed("verify", "--man=no")
        ours = [line for line in (done.stdout + done.stderr).splitlines() if "comptoird" in line]
        assert done.returncode == 0 and not ours, done


def the_unit_is_hardened():
    if not analyze_is_there():
        return
    done = analyzed("security", "--no-pager", "--offline=true", f"--threshold={MOST_EXPOSURE}")
    if "unrecognized option" in done.stderr:
        print("  this systemd-analyze does not look at a unit that is not loaded (it is older than 250)")
        return
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr
    print("  " + done.stdout.strip().splitlines()[-1])


def the_command_of_the_unit_serves_and_stops_as_it_stands():
    service = unit()
    words = shlex.split(service["ExecStart"])
    assert words[0] == "/usr/bin/comptoird" and "/var/lib/comptoird" in words and "127.0.0.1:8470" in words, words
    with tempfile.TemporaryDirectory(prefix="comptoir-unit-") as root:
        at = {"/usr/bin/comptoird": os.path.abspath(BIN), "/var/lib/comptoird": f"{root}/state", "127.0.0.1:8470": "127.0.0.1:0"}
        name, value = service["Environment"].split("=", 1)
        # What systemd gives it, and nothing else: no home, no terminal.
        environment = {"PATH": "/usr/bin:/bin", "STATE_DIRECTORY": f"{root}/state", name: value.replace("/var/log/comptoird", f"{root}/log")}
        for folder in ("state", "log"):
            os.mkdir(f"{root}/{folder}", int(service["StateDirectoryMode"], 8))
        process = subprocess.Popen([at.get(word, word) for word in words], env=environment, cwd="/", stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                   stderr=subprocess.DEVNULL, text=True, umask=int(service["UMask"], 8))
        try:
            url = re.search(r"http://\S+", process.stdout.readline())
            assert url, "it does not say where it listens"
            for path in ("/healthz", "/readyz"):
                with urllib.request.urlopen(url[0] + path, timeout=10) as reply:
                    assert reply.status == 200, path
            process.send_signal(signal.SIGTERM)
            assert process.wait(timeout=int(service["TimeoutStopSec"])) == 0
        finally:
            if process.poll() is None:
                process.kill()
                process.wait()
            process.stdout.close()
        written = [path for path in pathlib.Path(root).rglob("*") if path.is_file()]
        assert f"{root}/state/comptoir.db" in map(str, written) and any("log" in path.parts[-3:] for path in written), written
        for path in written:
            assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path


if __name__ == "__main__":
    sys.exit(run_tests([systemd_reads_the_unit_without_a_complaint, the_unit_is_hardened, the_command_of_the_unit_serves_and_stops_as_it_stands]))
