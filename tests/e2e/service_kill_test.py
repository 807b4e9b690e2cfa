# SPDX-License-Identifier: GPL-3.0-or-later
"""kill -9 of the service at random moments while operations come in: what was acknowledged is there, once."""
import http.client
import os
import random
import sqlite3
import sys
import threading
import time
import uuid

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "support"))
from service import Service, main, organisation_id  # noqa: E402

KILLS = int(os.environ.get("COMPTOIR_KILLS", "100"))


class Pusher(threading.Thread):
    """A console that sends its operations again until they are acknowledged."""

    def __init__(self, desk, organisation):
        super().__init__(daemon=True)
        self.desk, self.organisation = desk, organisation
        self.acknowledged, self.wrong, self.sent, self.over = {}, [], 0, False

    def run(self):
        while not self.over:
            ticket = self.desk.open_ticket(self.organisation)
            batch = [ticket] + [self.desk.note(ticket, f"note {at}") for at in range(3)]
            self.sent += len(batch)
            while not self.over:
                try:
                    reply = self.desk.push(*batch, timeout=5)
                except (OSError, http.client.HTTPException):
                    time.sleep(0.01)
                    continue
                if reply.status != 200:
                    self.wrong.append((reply.status, reply.body))
                    time.sleep(0.05)
                    continue
                for verdict in reply.json["verdicts"]:
                    if verdict["code"] != "ok":
                        self.wrong.append(verdict)
                    self.acknowledged[verdict["id"]] = verdict
                break


def what_was_acknowledged_is_there_once():
    draw = random.Random(20)
    with Service() as service:
        service.organisation("A", "B")
        service.user("anne", "A", "B")
        service.start()
        port = service.port
        pushers = [Pusher(service.sign_in("anne"), organisation_id(name)) for name in ("A", "B")]
        for pusher in pushers:
            pusher.start()
        for _ in range(KILLS):
            time.sleep(draw.uniform(0.02, 0.25))
            service.kill()
            service.start(f"127.0.0.1:{port}")
        time.sleep(0.5)
        for pusher in pushers:
            pusher.over = True
        for pusher in pushers:
            pusher.join(10)
            assert not pusher.wrong, pusher.wrong[:3]
        # The token outlived every kill, too.
        assert pushers[0].desk.pull().status == 200
        assert service.stop() == 0
        with sqlite3.connect(os.path.join(service.data, "comptoir.db")) as db:
            assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            stored = {str(uuid.UUID(bytes=row[0])): row[1] for row in db.execute("SELECT id, seq FROM op")}
            history = {str(uuid.UUID(bytes=row[0])) for row in db.execute("SELECT id FROM timeline")}
            tickets = db.execute("SELECT count(*), count(DISTINCT number) FROM ticket").fetchone()
            seqs = db.execute("SELECT scope, seq FROM (SELECT scope, seq FROM ticket UNION ALL SELECT scope, seq FROM timeline)").fetchall()
        db.close()
        acknowledged = {key: value for pusher in pushers for key, value in pusher.acknowledged.items()}
        assert len(acknowledged) >= KILLS, f"only {len(acknowledged)} acknowledged"
        for key, verdict in acknowledged.items():
            assert stored.get(key) == verdict["seq"], f"{key} was acknowledged and is not there"
            assert key in history
        assert tickets[0] == tickets[1]
        assert len(seqs) == len(set(seqs)), "two rows share a seq"
        print(f"    {KILLS} kills, {len(acknowledged)} operations acknowledged, {len(stored)} stored")


main([what_was_acknowledged_is_there_once])
