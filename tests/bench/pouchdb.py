#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first pull of a desk, and 1,000 changes pushed, beside PouchDB that replicates the same rows as documents, in the same run.

Usage: pouchdb.py [--bin DIR] [--scale 0.11] [--edits 1000] [--turns 3]

The rows of a demonstration desk are at comptoird (SQLite) and, one document a row, at express-pouchdb (LevelDB). A console without a window fetches all
of them into a new copy; PouchDB does into a new database, at each of several sizes of batch: its best time counts, the console's median. Then
both change so many while the service is away, and bring them. The console's times go from its start of synchronisation to agreement: the
pull that follows a push is in them. Needs node and npm: the packages are put into build/bench/pouchdb at the first time."""
import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

SOURCES = pathlib.Path(__file__).parents[2]
sys.path.insert(0, str(SOURCES / "tests/e2e/support"))
from figures import Table, median  # noqa: E402

BATCHES = (100, 500, 1000, 2500, 5000)
PASSWORD = "comptoir-demo"


def packages():
    """The folder with PouchDB in it."""
    folder = SOURCES / "build/bench/pouchdb"
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "replicate.js"):
        shutil.copy(SOURCES / "tests/bench/pouchdb" / name, folder)
    if not (folder / "node_modules/pouchdb").exists():
        subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error"], cwd=folder, check=True, stdout=sys.stderr)
    return folder


class Pouch:
    """The server and what is asked of it."""

    def __init__(self, folder):
        self.script, self.folder = str(packages() / "replicate.js"), folder
        os.makedirs(os.path.join(folder, "server"))
        self.server = subprocess.Popen(["node", self.script, "serve", os.path.join(folder, "server")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.url = f"http://127.0.0.1:{json.loads(self.server.stdout.readline())['port']}/desk"

    def do(self, deed, *words):
        done = subprocess.run(["node", "--max-old-space-size=4096", self.script, deed, self.url, *map(str, words)], stdout=subprocess.PIPE, text=True, check=True)
        return json.loads(done.stdout.strip().splitlines()[-1])

    def close(self):
        self.server.stdin.close()
        self.server.wait(timeout=30)


def agreed(console):
    """Seconds until it is in agreement."""
    began = time.monotonic()
    while not ((now := console.do("status"))["agreed"] and now["waiting"] == 0):
        time.sleep(0.01)
    return time.monotonic() - began


def measured(options, folder, service, pouch):
    from headless import Headless

    service.start()
    desk = service.sign_in("amelie", password=PASSWORD)
    path, count, tickets = os.path.join(folder, "documents"), 0, []
    with open(path, "w", encoding="utf-8") as out:
        for table, rows in desk.everything().items():
            tickets += [row["id"] for row in rows.values()] if table == "ticket" else []
            for row in rows.values():
                count += 1
                out.write(json.dumps({"_id": f"{table}:{row['id']}", **{name: value for name, value in row.items() if name != "id"}}, ensure_ascii=False) + "\n")
    assert pouch.do("fill", path)["docs"] == count
    ours, console = [], None
    for turn in range(options.turns):
        console = Headless(service.port, "amelie", PASSWORD, os.path.join(folder, f"turn-{turn}")).start()
        console.ready()
        ours.append(agreed(console))
        if turn + 1 < options.turns:
            console.stop()
    theirs = {}
    for batch in BATCHES:
        answer = pouch.do("pull", folder, batch)
        assert answer["docs"] == count, answer
        theirs[batch] = answer["ms"] / 1000
    best = min(theirs, key=theirs.get)
    TABLE.row("first_pull_pouchdb", f"first pull of {count} rows: PouchDB's {theirs[best]:.1f} s (best of batches {', '.join(map(str, BATCHES))}: {best}) over ours {median(ours):.2f} s",
              f"{theirs[best] / median(ours):.1f}x", ">= 15x", theirs[best] / median(ours) >= 15)
    port = service.port
    service.stop()
    for at in range(options.edits):
        answer = console.do("note", ticket=tickets[at % len(tickets)], text="rappelé l’agent, le câble est changé")
        assert "error" not in answer, answer
    console.stop()
    service.start(f"127.0.0.1:{port}")
    console.start().ready()
    pushed = agreed(console)
    console.stop()
    answers = {batch: pouch.do("push", folder, batch, options.edits) for batch in BATCHES}
    assert all(answer["docs"] == options.edits for answer in answers.values()), answers
    fastest = min(answers, key=lambda batch: answers[batch]["ms"])
    other = answers[fastest]["ms"] / 1000
    TABLE.row("push_pouchdb", f"{options.edits} changes pushed: PouchDB's {other:.2f} s (best batch {fastest}) over ours {pushed:.2f} s",
              f"{other / pushed:.1f}x", ">= 20x", other / pushed >= 20)


TABLE = Table()


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--bin", default=str(SOURCES / "build/bench/bin"))
    options.add_argument("--scale", default="0.11")
    options.add_argument("--edits", type=int, default=1000)
    options.add_argument("--turns", type=int, default=3)
    options = options.parse_args()
    os.environ["COMPTOIR_BIN"] = options.bin
    if shutil.which("node") is None or shutil.which("npm") is None:
        print("first_pull_pouchdb", "not measured: node or npm is not installed", "-", ">= 15x", "-", sep="\t")
        return 0
    from service import Service
    folder = tempfile.mkdtemp(prefix="comptoir-pouchdb-")
    with Service() as service:
        made = service.run("demo", "--seed", "7", "--scale", options.scale)
        assert made.returncode == 0, made.stderr
        pouch = Pouch(folder)
        try:
            measured(options, folder, service, pouch)
        finally:
            pouch.close()
            shutil.rmtree(folder, ignore_errors=True)
    return 1 if TABLE.missed else 0


if __name__ == "__main__":
    sys.exit(main())
