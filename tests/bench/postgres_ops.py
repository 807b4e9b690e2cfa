#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Operations the service takes in a second on PostgreSQL, over the same rows written by pgbench to the same server, in turn.

Usage: postgres_ops.py [--bin DIR] [--clients 8] [--seconds 15] [--turns 2]

Each client pushes batches of 50 operations, ten openings and forty notes, into an organisation of its own; pgbench writes the rows they
leave (scope, ticket, timeline, op, row_digest; commits of as many) from as many connections, all with fsync. One row: name, what, figure, bar, ok or MISSED."""
import argparse
import http.client
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import threading
import time

SOURCES = pathlib.Path(__file__).parents[2]
sys.path[:0] = [str(SOURCES / "tests/e2e/support"), str(SOURCES / "tests/support")]

OPENINGS, NOTES = 10, 40
BAR = 0.5


class Pusher(threading.Thread):
    """One console that pushes as fast as it is answered."""

    def __init__(self, desk, scope, until):
        super().__init__(daemon=True)
        self.desk, self.scope, self.until, self.taken, self.wrong = desk, scope, until, 0, None

    def batch(self):
        tickets = [self.desk.open_ticket(self.scope, "Écran noir au poste") for _ in range(OPENINGS)]
        return tickets + [self.desk.note(tickets[at % OPENINGS], "rappelé l’agent, le câble est changé") for at in range(NOTES)]

    def run(self):
        line = http.client.HTTPConnection("127.0.0.1", self.desk.service.port, timeout=60)
        head = {"Authorization": "Bearer " + self.desk.token, "Content-Type": "application/json"}
        while time.monotonic() < self.until and not self.wrong:
            line.request("POST", "/v1/ops", json.dumps({"epoch": self.desk.session["epoch"], "device": self.desk.device, "protocol": 1, "ops": self.batch()}), head)
            answer = line.getresponse()
            body = json.loads(answer.read())
            if answer.status != 200 or any(verdict["code"] != "ok" for verdict in body["verdicts"]):
                self.wrong = body
            self.taken += OPENINGS + NOTES


def pushed_per_second(desks, scopes, seconds):
    began = time.monotonic()
    pushers = [Pusher(desk, scope, began + seconds) for desk, scope in zip(desks, scopes)]
    for pusher in pushers:
        pusher.start()
    for pusher in pushers:
        pusher.join()
    wrong = [pusher.wrong for pusher in pushers if pusher.wrong]
    assert not wrong, wrong[0]
    return sum(pusher.taken for pusher in pushers) / (time.monotonic() - began)


def columns(server, database, table):
    return server.sql(f"SELECT column_name FROM information_schema.columns WHERE table_name = '{table}' ORDER BY ordinal_position", database).split("\n")


def plain_script(server, database):
    """A transaction of pgbench's that leaves what one batch leaves; rows are made from one the service has written."""
    def copy(table, changed):
        chosen = ", ".join(changed.get(name, name) for name in columns(server, database, table))
        return f"INSERT INTO {table} SELECT {chosen} FROM plain_{table};"

    fresh = "uuid_send(gen_random_uuid())"
    scope = "decode(md5('scope' || CAST(:client_id AS TEXT)), 'hex')"
    seq = f"UPDATE scope SET seq = seq + 1 WHERE id = {scope} RETURNING seq \\gset"
    digest = f"UPDATE row_digest SET upper_half = upper_half + 1, lower_half = lower_half + 1 WHERE scope = {scope} AND entity = '%s';"
    lines = ["BEGIN;"]
    for at in range(OPENINGS + NOTES):
        lines += [seq, copy("timeline", {"id": fresh, "scope": scope, "seq": ":seq"}), digest % "timeline", seq]
        ticket = f"decode(md5('ticket' || CAST(:client_id AS TEXT) || '/' || CAST(:turn AS TEXT) || '/' || {at % OPENINGS}), 'hex')"
        if at < OPENINGS:
            lines.append(copy("ticket", {"id": ticket, "scope": scope, "number": "CAST(:turn AS TEXT)", "seq": ":seq"}))
        else:
            lines.append(f"UPDATE ticket SET updated_ms = :seq, seq = :seq WHERE id = {ticket} AND scope = {scope};")
        lines += [digest % "ticket", copy("op", {"id": fresh, "scope": scope, "seq": ":seq"})]
    return "\\set turn random(1, 1000000000000)\n" + "\n".join(lines + ["COMMIT;"]) + "\n"


def prepare_plain(server, database, clients):
    for table in ("ticket", "timeline", "op"):
        server.sql(f"CREATE TABLE plain_{table} AS SELECT * FROM {table} LIMIT 1", database)
    for client in range(clients):
        scope = f"decode(md5('scope{client}'), 'hex')"
        server.sql(f"INSERT INTO scope(id) VALUES({scope}); INSERT INTO row_digest VALUES({scope}, 'ticket', 0, 0), ({scope}, 'timeline', 0, 0)", database)


def written_per_second(server, database, script, clients, seconds):
    with tempfile.NamedTemporaryFile("w", suffix=".sql") as file:
        file.write(script)
        file.flush()
        os.chmod(file.name, 0o644)
        said = subprocess.run([server.bin / "pgbench", "-n", "-M", "prepared", "-c", str(clients), "-j", "2", "-T", str(seconds), "-f", file.name, "-h", server.folder,
                               "-U", "postgres", database], capture_output=True, text=True, check=False)
    found = re.search(r"tps = ([0-9.]+)", said.stdout)
    assert found and "0 (0.000%)" in said.stdout, said.stdout + said.stderr
    return float(found[1]) * (OPENINGS + NOTES)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--bin", default=str(SOURCES / "build/bench/bin"))
    options.add_argument("--clients", type=int, default=8)
    options.add_argument("--seconds", type=int, default=15)
    options.add_argument("--turns", type=int, default=2)
    options = options.parse_args()
    os.environ["COMPTOIR_BIN"] = options.bin
    from instances import Instance, database_of, organisation
    from postgres_server import PostgresServer
    from service import organisation_id
    names = [f"O{at}" for at in range(options.clients)]
    scopes = [organisation_id(name) for name in names]
    with PostgresServer("fsync=on", "shared_buffers=256MB") as server:
        database = database_of(server)
        with Instance(server, database) as service:
            organisation(service, *names)
            service.user("anne", *names)
            service.start()
            desks = [service.sign_in("anne") for _ in names]
            pushed_per_second(desks, scopes, 2)
            prepare_plain(server, database, options.clients)
            script = plain_script(server, database)
            ours, plain = [], []
            for _ in range(options.turns):
                ours.append(pushed_per_second(desks, scopes, options.seconds))
                plain.append(written_per_second(server, database, script, options.clients, options.seconds))
    ratio = sum(ours) / sum(plain)
    what = f"operations a second over the same rows by pgbench ({sum(ours) / len(ours):.0f} over {sum(plain) / len(plain):.0f}, {options.clients} clients)"
    print("\t".join(["postgres_ops", what, f"{ratio:.2f} x", f"≥ {BAR} x", "ok" if ratio >= BAR else "MISSED"]), flush=True)
    return 0 if ratio >= BAR else 1


if __name__ == "__main__":
    sys.exit(main())
