#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A console's disk is full at 100 points of its work: each change is kept or refused in words, a ticket begun stays a draft, the console
works on once there is room, over a kill, and all that was confirmed is at the service once.

Half of the points on a small file system of its own (where this may be mounted), the others by a limit on the size of files.
"""
import os
import random
import resource
import shutil
import subprocess
import sys
import time
import uuid

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "support"))
from aftermath import SqliteRows, check_confirmed, check_mirror  # noqa: E402
from headless import BIN as CONSOLE, Headless  # noqa: E402
from operators import Operator  # noqa: E402
from service import Service, main  # noqa: E402

POINTS = int(os.environ.get("COMPTOIR_POINTS", "100"))
SEED = int(os.environ.get("COMPTOIR_SEED", str(random.SystemRandom().randrange(1_000_000))))
PASSWORD = "comptoir-demo"
ROOM = 64 * 1024 * 1024


class SizeLimit:
    """No file of the console may grow beyond its log and so many bytes."""
    name = "limit"

    def __init__(self, console):
        self.console = console

    def fill(self, left):
        log = self.console.database + "-wal"
        size = os.path.getsize(log) if os.path.exists(log) else 0
        resource.prlimit(self.console.process.pid, resource.RLIMIT_FSIZE, (size + left, resource.RLIM_INFINITY))

    def empty(self):
        resource.prlimit(self.console.process.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


class SmallDisk:
    """The file system the console lives on has so many bytes left."""
    name = "disk"

    def __init__(self, folder):
        self.folder, self.filler = folder, os.path.join(folder, "filler")

    def fill(self, left):
        with open(self.filler, "wb") as out:
            while True:  # the console writes meanwhile
                now = os.statvfs(self.folder)
                try:
                    os.posix_fallocate(out.fileno(), 0, max(4096, now.f_bavail * now.f_frsize - left))
                    return
                except OSError:
                    left += 4096

    def empty(self):
        if os.path.exists(self.filler):
            os.remove(self.filler)


def mounted(folder):
    """Whether a small file system stands there now: root alone may, and not everywhere."""
    os.makedirs(folder)
    return os.getuid() == 0 and subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={ROOM},mode=0700", "tmpfs", folder], capture_output=True).returncode == 0


def drafts(console):
    return [row["ticket"] for row in SqliteRows(console.database).rows("SELECT ticket FROM draft")]


class Work(Operator):
    """Does one change at a time, and keeps what was refused."""

    def one(self):
        """The sentence a change was refused with; empty where it was kept. Its word, and whether a ticket was to be opened."""
        before = len(self.trouble)
        self.change()
        if len(self.trouble) == before:
            return "", None, False
        what, more, answer = self.trouble.pop()
        if what == "reopen" or what == "resolve":  # what the change would have made of the own ticket was not made of it
            self.tickets[-1][1] = what == "reopen"
        return answer["error"], more.get("text") or more.get("ticket", {}), what == "open"


def point(work, full, draw, told):
    """Fills the disk, works until something is refused, makes room and works on."""
    full.fill(draw.choice([0, 5_000, 40_000, 200_000, 600_000]) + draw.randrange(0, 20_000))
    refused = None
    for _ in range(400):
        sentence, meant, opening = work.one()
        if sentence:
            refused = sentence
            break
    assert refused, "nothing was refused on a full disk"
    told[refused] = told.get(refused, 0) + 1
    # SQLite's words; what the desk says of the kinds Full and Io is ui_full_disk_test's. A limit is an error of writing to SQLite.
    assert refused in ("database: database or disk is full", "database: disk I/O error"), f"another refusal: {refused}"
    assert work.console.do("status")["ok"], "the console answers no more"
    kept = [one for one in drafts(work.console) if opening and meant["summary"] in one]
    full.empty()
    if kept:
        assert any(meant["summary"] in one for one in drafts(work.console)), "the draft is gone"
    if draw.random() < 0.25:
        work.console.kill()
        work.begin_again()
        assert not kept or any(meant["summary"] in one for one in drafts(work.console)), "the draft is gone over a kill"
    sentence, _, _ = work.one()
    assert not sentence, f"refused though there is room again: {sentence}"
    return bool(kept)


def a_hundred_full_disks_lose_nothing():
    print(f"    seed {SEED}", flush=True)
    draw = random.Random(SEED)
    with Service() as service:
        made = service.run("demo", "--seed", "7", "--scale", "0.01")
        assert made.returncode == 0, made.stderr
        service.start()
        database = SqliteRows(os.path.join(service.data, "comptoir.db"))
        organisations = [str(uuid.UUID(bytes=row["id"])) for row in database.rows("SELECT id FROM organisation ORDER BY name LIMIT 4")]
        shared = [str(uuid.UUID(bytes=row["id"])) for row in database.rows("SELECT id FROM ticket WHERE state IN ('new', 'in_progress') ORDER BY id")]
        small = os.path.join(service.folder, "small")
        has_disk = mounted(small)
        console = Headless(service.port, "amelie", PASSWORD, small if has_disk else service.folder)
        # What a full disk answers, a limit on the files' size answers too; its signal is not part of it.
        console.command = ["env", "--ignore-signal=XFSZ", str(CONSOLE)]
        console.start()
        told, drafts_kept, began = {}, 0, time.monotonic()
        try:
            console.ready()
            console.agree()
            work = Work(console, draw.random(), organisations, shared)
            for at in range(POINTS):
                full = SmallDisk(small) if has_disk and at % 2 else SizeLimit(console)
                drafts_kept += point(work, full, draw, told)
            console.agree()
            console.kill()
            assert service.stop() == 0
            codes = check_confirmed(database, [work])
            compared = check_mirror(database, SqliteRows(console.database), "amelie")
        finally:
            console.close()
            if has_disk:
                subprocess.run(["umount", "-l", small], capture_output=True)
            shutil.rmtree(small, ignore_errors=True)
        print(f"    {POINTS} points ({'half of them on a file system of their own' if has_disk else 'all by a limit on the size of files'}) in "
              f"{time.monotonic() - began:.0f} s: {drafts_kept} tickets stayed drafts; told: {told}; {sum(codes.values())} changes confirmed: {dict(codes)}; {compared} rows compared")


if __name__ == "__main__":
    main([a_hundred_full_disks_lose_nothing])
