#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""kill -9 of consoles and service at random moments: every change the desk said was kept is at the service afterwards, once.

COMPTOIR_KILLS=500 kills (the default, about four minutes; 10000 by hand), COMPTOIR_SEED=N for the same draw (what the machine does in between is its own).
"""
import collections
import os
import random
import sys
import time
import uuid

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "support"))
from aftermath import SqliteRows, check_confirmed, check_mirror  # noqa: E402
from headless import BIN as CONSOLE, Headless  # noqa: E402
from operators import Operator, settle  # noqa: E402
from service import Service, main  # noqa: E402

KILLS = int(os.environ.get("COMPTOIR_KILLS", "500"))
SEED = int(os.environ.get("COMPTOIR_SEED", str(random.SystemRandom().randrange(1_000_000))))
PASSWORD = "comptoir-demo"


def kill_at_random_moments(service, operators, draw):
    """Consoles, the service, or both; gives how often each."""
    killed = collections.Counter()
    port = service.port
    while sum(killed.values()) < KILLS:
        # Mostly while work is done; one in six while a console starts.
        time.sleep(draw.uniform(0.0, 0.1) if draw.random() < 0.16 else draw.uniform(0.1, 0.45))
        assert not any(operator.trouble for operator in operators), [operator.trouble[:2] for operator in operators]
        whom = draw.choice(["console", "console", "service", "both"])
        if whom != "service":
            draw.choice(operators).console.process.kill()
        if whom != "console":
            service.kill()
            time.sleep(draw.choice([0, draw.uniform(0, 0.3)]))
            service.start(f"127.0.0.1:{port}")
        killed[whom] += 1
    return killed


def every_confirmed_change_is_at_the_service_once():
    assert CONSOLE.exists(), f"no {CONSOLE}: build the target headless_console first"
    print(f"    seed {SEED}", flush=True)
    draw = random.Random(SEED)
    with Service() as service:
        made = service.run("demo", "--seed", "7", "--scale", "0.01")
        assert made.returncode == 0, made.stderr
        service.start()
        database = SqliteRows(os.path.join(service.data, "comptoir.db"))
        organisations = [str(uuid.UUID(bytes=row["id"])) for row in database.rows("SELECT id FROM organisation ORDER BY name LIMIT 4")]
        shared = [str(uuid.UUID(bytes=row["id"])) for row in database.rows("SELECT id FROM ticket WHERE state IN ('new', 'in_progress') ORDER BY id")]
        operators = []
        try:
            for login in ("amelie", "bruno"):
                console = Headless(service.port, login, PASSWORD, service.folder).start()
                console.ready()
                console.agree()
                operators.append(Operator(console, draw.random(), organisations, shared))
            for operator in operators:
                operator.start()
            killed = kill_at_random_moments(service, operators, draw)
            drained = settle(operators)
            for operator in operators:
                operator.console.kill()
            assert service.stop() == 0
            assert database.rows("PRAGMA integrity_check")[0]["integrity_check"] == "ok"
            codes = check_confirmed(database, operators)
            compared = sum(check_mirror(database, SqliteRows(operator.console.database), operator.console.login) for operator in operators)
        finally:
            for operator in operators:
                operator.over = True
                operator.console.close()
        confirmed = sum(len(operator.confirmed) for operator in operators)
        assert confirmed > 3 * KILLS, f"only {confirmed} changes were confirmed"
        print(f"    kills: {dict(killed)}; starts without the service: {sum(operator.offline_starts for operator in operators)}; "
              f"{confirmed} changes confirmed, their verdicts {dict(codes)}; in agreement after {drained:.1f} s; {compared} rows compared")


if __name__ == "__main__":
    main([every_confirmed_change_is_at_the_service_once])
