#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Five consoles over bad lines, nginx, two services and a PostgreSQL, and all of them failing: what was confirmed is there once, everywhere.

COMPTOIR_CHAOS_RUNS=3 runs of COMPTOIR_CHAOS_SECONDS=100 seconds each; COMPTOIR_SEED=N for the same draw (what the machine does in between is its own).
"""
import os
import random
import sys
import time
import uuid

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "support"))
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from aftermath import PostgresRows, SqliteRows, check_confirmed, check_digests, check_mirror  # noqa: E402
from chaos_line import ChaosLine  # noqa: E402
from chaos_world import ChaosWorld, Keeper  # noqa: E402
from headless import BIN as CONSOLE, Headless  # noqa: E402
from instances import Instance, database_of  # noqa: E402
from nginx_site import NGINX, NginxSite  # noqa: E402
from operators import Operator, settle  # noqa: E402
from postgres_server import PostgresServer, binaries  # noqa: E402
from service import Service, run_tests  # noqa: E402

RUNS = int(os.environ.get("COMPTOIR_CHAOS_RUNS", "3"))
SECONDS = float(os.environ.get("COMPTOIR_CHAOS_SECONDS", "100"))
SEED = int(os.environ.get("COMPTOIR_SEED", str(random.SystemRandom().randrange(1_000_000))))
PASSWORD = "comptoir-demo"
GO_ON = 3  # seconds the operators work on after the faults
DRAINED = 60  # seconds from the end of the faults until every console is in agreement


def desk_on(server):
    """A database of the demonstration, made on SQLite and moved."""
    database = database_of(server)
    with Service() as old:
        made = old.run("demo", "--seed", "7", "--scale", "0.01")
        assert made.returncode == 0, made.stderr
        moved = old.run("migrate", "--from", "sqlite:" + old.data, "--to", server.uri(database, "comptoir_service"), data=False)
        assert moved.returncode == 0, moved.stderr
    return database


def consoles_of(site, draw):
    """Two operators at two desks each and a supervisor, each behind a line of their own."""
    for at, login in enumerate(("amelie", "bruno", "sylvie", "amelie", "bruno")):
        line = ChaosLine(site.port, draw.random())
        folder = os.path.join(site.folder, f"desk-{at}")
        os.makedirs(folder)
        yield line, Headless(f"https://localhost:{line.port}", login, PASSWORD, folder, site.certificate)


def one_run(number, world, consoles, rows, draw):
    organisations = [str(uuid.UUID(bytes=row["id"])) for row in rows.rows("SELECT id FROM organisation ORDER BY name LIMIT 4")]
    shared = [str(uuid.UUID(bytes=row["id"])) for row in rows.rows("SELECT id FROM ticket WHERE state IN ('new', 'in_progress') ORDER BY id LIMIT 40")]
    operators = [Operator(console, draw.random(), organisations, shared, f"{number}-{at}", 0.2) for at, console in enumerate(consoles)]
    for one in operators:
        one.start()
    try:
        befell = world.rage(SECONDS, lambda: [one.trouble[:2] for one in operators if one.trouble])
        healed = time.monotonic()
        time.sleep(GO_ON)  # they work on: who works finds the service soon, who does nothing waits up to a minute for it
        settle(operators)
        drained = time.monotonic() - healed
    finally:
        for one in operators:
            one.over = True
    assert drained <= DRAINED, f"in agreement only {drained:.1f} s after the last fault"
    codes = check_confirmed(rows, operators)
    compared = sum(check_mirror(rows, SqliteRows(console.database), console.login) for console in consoles)
    digests = check_digests(rows, consoles)
    confirmed = sum(len(one.confirmed) for one in operators)
    assert confirmed > SECONDS, f"only {confirmed} changes were confirmed"
    print(f"    run {number}: {dict(sorted(befell.items()))}; {confirmed} changes confirmed, their verdicts {dict(codes)}; in agreement {drained:.1f} s "
          f"after the last fault; {compared} rows and {digests} digests compared", flush=True)
    return befell


def what_was_confirmed_outlives_every_fault():
    assert CONSOLE.exists(), f"no {CONSOLE}: build the target headless_console first"
    print(f"    seed {SEED}", flush=True)
    draw = random.Random(SEED)
    with PostgresServer() as server:
        database = desk_on(server)
        with Instance(server, database) as first, Instance(server, database) as second:
            keepers = [Keeper(one) for one in (first, second)]
            site = NginxSite(first.folder, [keeper.socket for keeper in keepers])
            lines, consoles = zip(*consoles_of(site, draw))
            try:
                for console in consoles:
                    console.start().ready()
                    console.agree()
                world = ChaosWorld(draw, server, keepers, site, lines, consoles)
                befell = sum((one_run(1 + at, world, consoles, PostgresRows(server, database), draw) for at in range(RUNS)), start=world.nothing)
                if RUNS * SECONDS >= 100:
                    assert not set(world.kinds) - set(befell), f"never befell: {set(world.kinds) - set(befell)}"
            finally:
                for console in consoles:
                    console.close()
                site.close()
                for keeper in keepers:
                    keeper.close()


if __name__ == "__main__":
    if binaries() is None or NGINX is None:
        print("PostgreSQL or nginx is not installed (Debian: postgresql-15, nginx-light): skipped")
        sys.exit(77)
    sys.exit(run_tests([what_was_confirmed_outlives_every_fault]))
