#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A file attached at one console, with kill -9 of console and service while its bytes travel, is read at another console, byte for byte."""
import hashlib
import os
import random
import signal
import sqlite3
import sys
import time
import uuid

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "support"))
from headless import BIN as CONSOLE, Headless  # noqa: E402
from service import Service, main  # noqa: E402

PASSWORD = "comptoir-demo"
SIZE = 6 * 1024 * 1024 + 17


def file_of(console, ticket):
    files = console.do("files", ticket=ticket)["files"]
    assert len(files) <= 1, files
    return files[0] if files else None


def until(what, held, seconds=60):
    end = time.monotonic() + seconds
    while True:
        found = held()
        if found:
            return found
        assert time.monotonic() < end, f"not within {seconds} s: {what}"
        time.sleep(0.01)


def a_file_travels_whole_through_kills_at_both_ends():
    assert CONSOLE.exists(), f"no {CONSOLE}: build the target headless_console first"
    with Service() as service:
        made = service.run("demo", "--seed", "7", "--scale", "0.01")
        assert made.returncode == 0, made.stderr
        service.start()
        port = service.port
        with sqlite3.connect(os.path.join(service.data, "comptoir.db")) as database:
            ticket = str(uuid.UUID(bytes=database.execute("SELECT id FROM ticket WHERE state = 'in_progress' ORDER BY id LIMIT 1").fetchone()[0]))
        path = os.path.join(service.folder, "journal du poste.log")
        with open(path, "wb") as out:
            out.write(random.Random(7).randbytes(SIZE))
        consoles = [Headless(port, login, PASSWORD, service.folder).start() for login in ("amelie", "bruno")]
        sender, reader = consoles
        try:
            for console in consoles:
                console.ready()
                console.agree()
            assert "ok" in sender.do("attach", ticket=ticket, path=path)
            sender.kill()  # at once: nothing but the disk has it
            os.remove(path)
            sender.start().ready()
            moved = until("some of it to be on its way", lambda: (file_of(sender, ticket) or {}).get("moved"))
            sender.kill()
            there = until("the other console to hear of it", lambda: file_of(reader, ticket))
            assert there["elsewhere"] and not there["here"], there
            sender.start().ready()
            until("it to go on", lambda: file_of(sender, ticket)["moved"] > moved or file_of(sender, ticket)["stored"])
            service.kill()
            service.start(f"127.0.0.1:{port}")
            until("it to be stored", lambda: file_of(sender, ticket)["stored"], 120)
            until("the other console to know", lambda: file_of(reader, ticket)["stored"], 60)
            stored = file_of(reader, ticket)
            assert not stored["here"], stored  # it is no picture: nothing comes unasked
            reader.do("want_file", file=stored["id"])
            until("some of it to come", lambda: file_of(reader, ticket)["moved"] or file_of(reader, ticket)["here"])
            reader.process.send_signal(signal.SIGKILL)
            reader.process.wait()
            reader.start().ready()
            until("all of it to come", lambda: file_of(reader, ticket)["here"], 120)
            saved = os.path.join(service.folder, "saved")
            assert "ok" in reader.do("save_file", ticket=ticket, file=stored["id"], path=saved)
            with open(saved, "rb") as read:
                assert hashlib.sha256(read.read()).digest() == hashlib.sha256(random.Random(7).randbytes(SIZE)).digest()
            assert file_of(reader, ticket)["name"] == "journal du poste.log"
            assert os.stat(saved).st_mode & 0o777 == 0o600
        finally:
            for console in consoles:
                console.close()


if __name__ == "__main__":
    main([a_file_travels_whole_through_kills_at_both_ends])
