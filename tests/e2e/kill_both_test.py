#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""kill -9 of consoles and service at random moments: every change the desk said was kept is at the service afterwards, once.

COMPTOIR_KILLS=500 kills (the default, about four minutes; 10000 by hand), COMPTOIR_SEED=N for the same draw (what the machine does in between is its own).
"""
import collections
import os
import random
import sqlite3
import sys
import threading
import time
import uuid

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "support"))
from headless import BIN as CONSOLE, Gone, Headless  # noqa: E402
from service import Service, main  # noqa: E402

KILLS = int(os.environ.get("COMPTOIR_KILLS", "500"))
SEED = int(os.environ.get("COMPTOIR_SEED", str(random.SystemRandom().randrange(1_000_000))))
PASSWORD = "comptoir-demo"


def rows(path, sql, *bound):
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as db:
        db.row_factory = sqlite3.Row
        return [dict(row) for row in db.execute(sql, bound)]


class Operator(threading.Thread):
    """Somebody at work: one change after the other, at a console that may be gone at any moment and is then started again."""

    def __init__(self, console, seed, organisations, shared):
        super().__init__(daemon=True)
        self.console, self.draw = console, random.Random(seed)
        self.organisations, self.shared = organisations, shared
        self.confirmed = {}  # operation id → what was said of it
        self.tickets = []  # own and open: [id, resolved]
        self.count, self.offline_starts, self.trouble, self.over = 0, 0, [], False

    def work(self):
        while not self.over:
            try:
                self.change()
                time.sleep(self.draw.uniform(0, 0.01))
            except Gone:
                self.begin_again()

    def run(self):
        try:
            self.work()
        except Exception as error:  # whatever it is, the test says it
            self.trouble.append(repr(error))

    def begin_again(self):
        self.tickets = self.tickets[:-1]  # what became of the last one's change nobody was told
        while True:
            self.console.kill()
            self.console.start()
            try:
                self.offline_starts += not self.console.ready()["online"]
                return
            except Gone:
                continue

    def word(self):
        self.count += 1
        return f"w{self.count}.{self.console.login}."

    def say(self, what, word, **more):
        answer = self.console.do(what, **more)
        if "error" in answer:
            self.trouble.append((what, more, answer))
            return answer
        for op in answer["ops"]:
            self.confirmed[op["id"]] = {"kind": op["kind"], "entity": op["entity"], "word": word, "did": what}
        return answer

    def change(self):
        word, dice = self.word(), self.draw.random()
        if dice < 0.15 or not self.tickets:
            answer = self.say("open", word, ticket={"organisation": self.draw.choice(self.organisations), "summary": word})
            if "ticket" in answer:
                self.tickets.append([answer["ticket"], False])
        elif dice < 0.25:
            self.say("contact", word, number=f"05569{self.draw.randrange(10_000):05d}", text=word)
        elif dice < 0.30:
            self.say("person", word, person={"organisation": self.draw.choice(self.organisations), "given_name": "Essai", "family_name": word})
        elif dice < 0.40:
            self.say("note", word, ticket=self.draw.choice(self.shared), text=word)
        elif dice < 0.45:
            self.say("claim", None, ticket=self.draw.choice(self.shared))
        else:
            self.change_own(word)

    def change_own(self, word):
        at = self.draw.randrange(len(self.tickets))
        self.tickets.append(self.tickets.pop(at))  # the last is the one under change
        ticket = self.tickets[-1]
        if ticket[1]:
            self.say("reopen", word, ticket=ticket[0], text=word)
            ticket[1] = False
            return
        what = self.draw.choice(["note", "note", "claim", "edit", "resolve", "tag"])
        if what == "edit":
            self.say(what, word, ticket=ticket[0], field=self.draw.choice(["summary", "description"]), text=word)
        elif what == "claim":
            self.say(what, None, ticket=ticket[0])
        elif what == "resolve":
            self.say(what, word, ticket=ticket[0], code="fixed", text=word)
            ticket[1] = True
        else:
            self.say(what, word, ticket=ticket[0], text=word)


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


def settle(operators):
    for operator in operators:
        operator.over = True
    for operator in operators:
        operator.join(60)
        assert not operator.trouble, operator.trouble[:3]
    began = time.monotonic()
    for _ in range(2):  # the first agreement may have been without the other's last change
        for operator in operators:
            try:
                operator.console.agree()
            except Gone:
                operator.begin_again()
                operator.console.agree()
        time.sleep(0.5)
    return time.monotonic() - began - 1.0


def check_parked(mirror, op, said):
    """Only what was built on a refused change may be unsent: the refusal is told, and the text is kept with it."""
    key = uuid.UUID(op).bytes
    kept = rows(mirror, "SELECT no, state FROM outbox WHERE op_id = ?", key)
    told = rows(mirror, "SELECT CAST(payload AS TEXT) AS payload FROM notice WHERE op_id = ? AND code = 'parked' AND dismissed = 0", key)
    assert [row["state"] for row in kept] == ["parked"] and told, f"lost: {op} {said}; the console has {kept}, {told}"
    assert said["word"] is None or said["word"] in told[0]["payload"], f"its text is lost: {op} {said} {told}"
    refused = rows(mirror, "SELECT 1 FROM outbox WHERE entity = ? AND no < ? AND state = 'refused'", uuid.UUID(said["entity"]).bytes, kept[0]["no"])
    assert refused, f"parked without a refusal: {op} {said}"


def check_confirmed(database, operators):
    """Each confirmed operation has one verdict; an accepted one has its effect, once."""
    verdicts = {str(uuid.UUID(bytes=row["id"])): row for row in rows(database, "SELECT * FROM op")}
    history = {str(uuid.UUID(bytes=row["id"])): row for row in rows(database, "SELECT * FROM timeline")}
    places = collections.Counter()
    for row in history.values():
        places[row["text"]] += 1
    for sql in ("SELECT note AS text FROM contact", "SELECT family_name AS text FROM person"):
        for row in rows(database, sql):
            places[row["text"]] += 1
    opened = collections.Counter()
    for row in rows(database, "SELECT c.after AS text FROM (SELECT summary AS after FROM ticket) c"):
        opened[row["text"]] += 1
    codes = collections.Counter()
    for operator in operators:
        for op, said in operator.confirmed.items():
            if op not in verdicts:
                check_parked(operator.console.database, op, said)
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
        here = {row.pop("id"): row for row in rows(mirror, f"SELECT * FROM {table}")}
        there = {row.pop("id"): row for row in rows(database, f"SELECT * FROM {table}")}
        assert set(here) == set(there), f"{login}: {table}: {len(set(here) - set(there))} only here, {len(set(there) - set(here))} only there"
        for key, row in here.items():
            other = there[key]
            differing = {name: (row[name], other[name]) for name in other if name in row and row[name] != other[name]}
            assert not differing, f"{login}: {table} {uuid.UUID(bytes=key)}: {differing}"
            compared += 1
    waiting = rows(mirror, "SELECT op_id, kind FROM outbox WHERE state = 'pending'")
    assert not waiting, f"{login}: {waiting}"
    return compared


def every_confirmed_change_is_at_the_service_once():
    assert CONSOLE.exists(), f"no {CONSOLE}: build the target headless_console first"
    print(f"    seed {SEED}", flush=True)
    draw = random.Random(SEED)
    with Service() as service:
        made = service.run("demo", "--seed", "7", "--scale", "0.01")
        assert made.returncode == 0, made.stderr
        service.start()
        database = os.path.join(service.data, "comptoir.db")
        organisations = [str(uuid.UUID(bytes=row["id"])) for row in rows(database, "SELECT id FROM organisation ORDER BY name LIMIT 4")]
        shared = [str(uuid.UUID(bytes=row["id"])) for row in rows(database, "SELECT id FROM ticket WHERE state IN ('new', 'in_progress') ORDER BY id")]
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
            assert rows(database, "PRAGMA integrity_check")[0]["integrity_check"] == "ok"
            codes = check_confirmed(database, operators)
            compared = sum(check_mirror(database, operator.console.database, operator.console.login) for operator in operators)
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
