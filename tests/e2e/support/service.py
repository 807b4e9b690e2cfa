# SPDX-License-Identifier: GPL-3.0-or-later
"""A real comptoird over a data folder of its own, and the few messages the tests speak with it."""
import hashlib
import http.client
import json
import os
import pathlib
import re
import secrets
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import uuid

BIN = pathlib.Path(os.environ.get("COMPTOIR_BIN", pathlib.Path(__file__).parents[3] / "build/dev/bin")) / "comptoird"
PASSWORD = "correct horse battery"


def uuid7():
    """An id that carries its time."""
    now = time.time_ns() // 1_000_000
    raw = bytearray(now.to_bytes(6, "big") + secrets.token_bytes(10))
    raw[6] = raw[6] & 0x0F | 0x70
    raw[8] = raw[8] & 0x3F | 0x80
    return str(uuid.UUID(bytes=bytes(raw)))


def wait_until(holds, otherwise, seconds=30):
    """Asks again and again; fails with the sentence where it never held."""
    until = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < until, otherwise
        time.sleep(0.01)


def make_old(database, ticket, years=3):
    """As if nobody had touched that ticket for so long; while no service runs."""
    key, at = uuid.UUID(ticket).bytes, int((time.time() - years * 365 * 86400) * 1000)
    assert database.execute("UPDATE ticket SET updated_ms = ?1, closed_ms = ?1 WHERE id = ?2", (at, key)).rowcount == 1
    database.execute("UPDATE timeline SET at_ms = ? WHERE ticket = ?", (at, key))


def organisation_id(name):
    return str(uuid.uuid5(uuid.NAMESPACE_DNS, name))


class Reply:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    @property
    def json(self):
        return json.loads(self.body)


class Line:
    """A service that is asked, whoever started it."""

    def __init__(self, port):
        self.port = port

    def connect(self):
        """A line of its own, for what is not asked and answered."""
        return socket.create_connection(("127.0.0.1", self.port), timeout=10)

    def http(self, timeout):
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)

    def ask(self, method, path, body=None, token=None, headers=None, timeout=30):
        line = self.http(timeout)
        try:
            sent = dict(headers or {})
            if token:
                sent["Authorization"] = "Bearer " + token
            data = body if body is None or isinstance(body, (bytes, str)) else json.dumps(body)
            line.request(method, path, data, sent)
            answer = line.getresponse()
            return Reply(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read())
        finally:
            line.close()

    def sign_in(self, login, device=None, password=PASSWORD):
        device = device or str(uuid.uuid4())
        reply = self.ask("POST", "/v1/session", {"login": login, "password": password, "device": device, "device_name": "test", "protocol": 1})
        assert reply.status == 200, reply.body
        return Desk(self, device, reply.json)


class Service(Line):
    """Started by start(), killed by kill() or stopped by stop(); the folder stays until close()."""

    def __init__(self, *options):
        super().__init__(0)
        self.folder = tempfile.mkdtemp(prefix="comptoir-e2e-")
        self.data = os.path.join(self.folder, "data")
        self.options, self.process = options, None
        self.environment = dict(os.environ, XDG_STATE_HOME=os.path.join(self.folder, "state"))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def run(self, *words, password=None, data=True):
        return subprocess.run([BIN, *words, *(["--data", self.data] if data else [])], input=None if password is None else password + "\n",
                              capture_output=True, text=True, env=self.environment, timeout=120)

    def organisation(self, *names):
        """Puts organisations into the database while no service runs."""
        self.run("import", "people", os.devnull, "--dry-run")  # finds nothing there, and leaves an empty database
        with sqlite3.connect(os.path.join(self.data, "comptoir.db")) as db:
            db.execute("UPDATE scope SET digest_known = 0 WHERE id IS NULL")  # these rows are written behind the service's back
            for name in names:
                seq = db.execute("UPDATE scope SET seq = seq + 1 WHERE id IS NULL RETURNING seq").fetchone()[0]
                db.execute("INSERT INTO organisation(id, name, short_name, code, numbering, rules, seq) VALUES(?, ?, ?, ?, '', '', ?)",
                           (uuid.UUID(organisation_id(name)).bytes, name, name, name, seq))
        db.close()

    def user(self, login, *organisations, role="operator"):
        done = self.run("user", "add", login, *organisations, "--role", role, password=PASSWORD)
        assert done.returncode == 0, done.stderr

    def start(self, listen="127.0.0.1:0", wait=True):
        self.process = subprocess.Popen([BIN, "serve", "--data", self.data, "--listen", listen, *self.options], stdout=subprocess.PIPE,
                                        stderr=subprocess.DEVNULL, text=True, env=self.environment)
        line = self.process.stdout.readline()
        if not wait:
            return self
        found = re.search(r":(\d+)$", line.strip())
        assert found, f"comptoird said {line!r}"
        self.port = int(found[1])
        return self

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.process.stdout.close()
        self.process = None

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(timeout=30)
        self.process.stdout.close()
        self.process = None
        return code

    def close(self):
        if self.process:
            self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)


class Desk:
    """Somebody signed in on a device."""

    def __init__(self, service, device, session):
        self.service, self.device, self.session = service, device, session
        self.counter = session["highest_counter"]

    @property
    def token(self):
        return self.session["access_token"]

    def open_ticket(self, organisation, summary="no screen"):
        self.counter += 1
        op = uuid7()
        return {"id": op, "scope": organisation, "entity": op, "kind": "ticket.open", "v": 1, "deps": [], "age_ms": 0,
                "payload": {"organisation": organisation, "summary": summary, "number": f"{self.session['device_code']}-{self.counter}"}}

    def note(self, ticket, text):
        return {"id": uuid7(), "scope": ticket["scope"], "entity": ticket["entity"], "kind": "ticket.note", "v": 1, "deps": [], "age_ms": 0,
                "payload": {"text": text}}

    def attach(self, ticket, content, name="a.txt"):
        """The operation that attaches a file."""
        return {"id": uuid7(), "scope": ticket["scope"], "entity": ticket["entity"], "kind": "ticket.attach", "v": 1, "deps": [], "age_ms": 0,
                "payload": {"attachment": str(uuid.uuid4()), "name": name, "size": len(content), "sha256": hashlib.sha256(content).hexdigest(),
                            "media_type": "application/octet-stream", "holder": self.device, "holder_name": "test"}}

    @staticmethod
    def place(attach):
        """Where its bytes are sent and fetched."""
        return f"/v1/blobs/{attach['scope']}/{attach['entity']}/{attach['payload']['attachment']}"

    def put(self, attach, offset, content, timeout=30):
        return self.service.ask("PUT", self.place(attach), content, self.token, {"Upload-Offset": str(offset)}, timeout)

    def push(self, *ops, timeout=30):
        return self.service.ask("POST", "/v1/ops", {"epoch": self.session["epoch"], "device": self.device, "protocol": 1, "ops": list(ops)}, self.token,
                                timeout=timeout)

    def pull(self, cursors=None, limit=0):
        return self.service.ask("POST", "/v1/changes", {"epoch": self.session["epoch"], "device": self.device, "limit": limit, "cursors": cursors or {}}, self.token)

    def everything(self):
        """All rows this operator may see, as `{table: {id: row by column}}`; fetched from the beginning."""
        tables, cursors, more = {}, {}, True
        while more:
            reply = self.pull(cursors, limit=5000)
            assert reply.status == 200, reply.body
            pages = reply.json["scopes"]
            more = any(page["tables"] or not page["complete"] for page in pages)
            for page in pages:
                for table in page["tables"]:
                    names = [column.split(":")[0] for column in table["columns"]]
                    for row in table["rows"]:
                        line = dict(zip(names, row))
                        tables.setdefault(table["name"], {})[line["id"]] = line
                for name, gone, _seq in page["gone"]:
                    tables.get(name, {}).pop(gone, None)
                cursors[page["scope"]] = {"generation": page["generation"], "seq": page["to"]}
        return tables


def run_tests(tests):
    """Runs functions named by their sentence; the exit code of the file."""
    if not BIN.exists():
        print(f"no {BIN}: build the target comptoird first")
        return 77
    failed = 0
    for test in tests:
        began = time.monotonic()
        try:
            test()
            print(f"  ok   {test.__name__.replace('_', ' ')} ({time.monotonic() - began:.1f} s)", flush=True)
        except Exception as error:  # a test says what it saw, whatever it was
            failed += 1
            print(f"  FAIL {test.__name__.replace('_', ' ')}: {type(error).__name__}: {error}", flush=True)
    return 1 if failed else 0


def main(tests):
    sys.exit(run_tests(tests))
