# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands after the faults: every confirmed change once at the service, and mirrors that are equal to it."""
import collections
import json
import sqlite3
import uuid


class SqliteRows:
    """The rows of a file of SQLite's."""

    def __init__(self, path):
        self.path = path

    def rows(self, sql, *bound):
        with sqlite3.connect(f"file:{self.path}?mode=ro", uri=True) as db:
            db.row_factory = sqlite3.Row
            return [dict(row) for row in db.execute(sql, bound)]


class PostgresRows:
    """The rows of a database on a PostgresServer, as its superuser; values are those SQLite would give."""

    def __init__(self, server, database):
        self.server, self.database = server, database

    def rows(self, sql):
        found = json.loads(self.server.sql(f"SELECT coalesce(json_agg(t), '[]') FROM ({sql}) t", self.database))
        return [{name: self.value(one) for name, one in row.items()} for row in found]

    @staticmethod
    def value(one):
        if not isinstance(one, str) or not one.startswith("\\x"):
            return one
        raw = bytes.fromhex(one[2:])
        return None if raw == bytes(16) else raw  # there, no id is written as zeros


def check_parked(mirror, op, said):
    """Only what was built on a refused change may be unsent: the refusal is told, and the text is kept with it."""
    key = uuid.UUID(op).bytes
    kept = mirror.rows("SELECT no, state FROM outbox WHERE op_id = ?", key)
    told = mirror.rows("SELECT CAST(payload AS TEXT) AS payload FROM notice WHERE op_id = ? AND code = 'parked' AND dismissed = 0", key)
    assert [row["state"] for row in kept] == ["parked"] and told, f"lost: {op} {said}; the console has {kept}, {told}"
    assert said["word"] is None or said["word"] in told[0]["payload"], f"its text is lost: {op} {said} {told}"
    refused = mirror.rows("SELECT 1 FROM outbox WHERE entity = ? AND no < ? AND state = 'refused'", uuid.UUID(said["entity"]).bytes, kept[0]["no"])
    assert refused, f"parked without a refusal: {op} {said}"


def check_confirmed(database, operators):
    """Each confirmed operation has one verdict; an accepted one has its effect, once. `database`: SqliteRows or PostgresRows."""
    verdicts = {str(uuid.UUID(bytes=row["id"])): row for row in database.rows("SELECT * FROM op")}
    history = {str(uuid.UUID(bytes=row["id"])): row for row in database.rows("SELECT * FROM timeline")}
    places = collections.Counter()
    for row in history.values():
        places[row["text"]] += 1
    for sql in ("SELECT note AS text FROM contact", "SELECT family_name AS text FROM person"):
        for row in database.rows(sql):
            places[row["text"]] += 1
    opened = collections.Counter()
    for row in database.rows("SELECT summary AS text FROM ticket"):
        opened[row["text"]] += 1
    codes = collections.Counter()
    for operator in operators:
        for op, said in operator.confirmed.items():
            if op not in verdicts:
                check_parked(SqliteRows(operator.console.database), op, said)
                codes["parked"] += 1
                continue
            code = verdicts[op]["code"]
            codes[code] += 1
            if code in ("taken", "stale"):
                assert said["did"] == "claim", f"{code}: {op} {said} {verdicts[op]['result']}"
                continue
            # A claim of one's own, and a contact logged again as it stands, change nothing.
            assert code == "ok" or (code == "noop" and (said["did"] == "claim" or said["kind"] == "contact.log")), f"{code}: {op} {said} {verdicts[op]['result']}"
            if code == "ok" and said["kind"].startswith("ticket."):
                assert op in history, f"no line of history: {op} {said}"
                if said["did"] in ("edit", "tag"):
                    assert said["word"] in history[op]["changes"], f"another effect: {op} {said}"
                elif said["did"] in ("note", "resolve", "reopen"):
                    assert places[said["word"]] == 1, f"{places[said['word']]} times: {op} {said}"
            elif said["kind"] in ("contact.wrap_up", "person.add"):
                assert places[said["word"]] == 1, f"{places[said['word']]} times: {op} {said}"
            if said["kind"] == "ticket.open":
                assert opened[said["word"]] <= 1, f"opened twice: {op} {said}"
    twice = [text for text, times in places.items() if times > 1 and text.startswith("w") and text.endswith(".")]
    assert not twice, f"more than once: {twice}"
    return codes


def check_mirror(database, mirror, login):
    """The console's rows are the service's, column by column."""
    compared = 0
    for table in ("ticket", "timeline", "contact", "person"):
        here = {row.pop("id"): row for row in mirror.rows(f"SELECT * FROM {table}")}
        there = {row.pop("id"): row for row in database.rows(f"SELECT * FROM {table}")}
        assert set(here) == set(there), f"{login}: {table}: {len(set(here) - set(there))} only here, {len(set(there) - set(here))} only there"
        for key, row in here.items():
            other = there[key]
            differing = {name: (row[name], other[name]) for name in other if name in row and row[name] != other[name]}
            assert not differing, f"{login}: {table} {uuid.UUID(bytes=key)}: {differing}"
            compared += 1
    waiting = mirror.rows("SELECT op_id, kind FROM outbox WHERE state = 'pending'")
    assert not waiting, f"{login}: {waiting}"
    return compared


def check_digests(database, consoles):
    """What the rows of each scope add up to is the same at every console and at the service."""
    modulus, sums = 1 << 64, collections.Counter()
    for row in database.rows("SELECT scope, upper_half, lower_half FROM row_digest"):
        scope = row["scope"] or bytes(16)
        sums[scope] = (sums[scope] + (row["upper_half"] << 32) + row["lower_half"]) % modulus
    compared = 0
    for console in consoles:
        for row in SqliteRows(console.database).rows("SELECT scope, complete, anew, digest FROM cursor"):
            assert row["complete"] == 1 and row["anew"] == 0, (console.login, row)
            assert row["digest"] % modulus == sums[row["scope"]], f"{console.login}: another digest of {uuid.UUID(bytes=row['scope'])}"
            compared += 1
    return compared
