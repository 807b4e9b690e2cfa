# SPDX-License-Identifier: GPL-3.0-or-later
"""A service with one organisation that is granted, and two and the restricted part of the first that are not; everything in those bears a
mark no answer may hold."""
import json
import os
import re
import sqlite3
import uuid

from service import PASSWORD, Service, make_old, organisation_id, uuid7, wait_until

OWN, OTHERS, RESTRICTED = "Ours", ("Farmark", "Oldmark"), "Ours/restricted"
FOREIGN = (*OTHERS, RESTRICTED)  # what is not granted
MARK = "zzquarzmark"  # in every text of the foreign organisations
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


def login_of(name):
    """Who works there."""
    return "of_" + name.lower().replace("/", "_")


SCOPED = ("site", "asset", "person", "support_group", "category")


class World:
    """`ids[organisation][referent]`; `desks[login]` are signed in, `dead[name]` are tokens that no longer hold."""

    def __init__(self, roles, plant=""):
        self.roles = list(roles)
        self.service = Service()
        self.service.environment["COMPTOIR_PLANT"] = plant
        self.ids = {name: {"organisation": organisation_id(name), "scope": organisation_id(name)} for name in (OWN, *OTHERS)}
        self.desks, self.dead, self.secret = {}, {}, set()

    def __enter__(self):
        try:
            self.prepare()
        except BaseException:
            self.service.close()
            raise
        return self

    def __exit__(self, *_):
        self.service.close()

    @property
    def database(self):
        return os.path.join(self.service.data, "comptoir.db")

    def prepare(self):
        service = self.service
        service.organisation(OWN, *OTHERS)
        for role in self.roles:
            service.user(role, OWN, role=role)
        service.user("former", OWN, OTHERS[1], role="supervisor")  # knew the second one
        for name in FOREIGN:
            service.user(login_of(name), name, role="supervisor")
        service.user("withdrawn", OWN)
        self.ids[RESTRICTED] = {"organisation": organisation_id(OWN), "scope": self.restricted_scope()}
        for name in (OWN, *OTHERS):
            self.fill(name)
        service.start()
        for login in (*self.roles, "former", *(login_of(name) for name in FOREIGN), "withdrawn"):
            self.desks[login] = service.sign_in(login)
        for name, login in ((OWN, "supervisor"), *((name, login_of(name)) for name in FOREIGN)):
            self.work(name, self.desks[login])
        self.kill_tokens()
        assert service.run("user", "revoke", "former", OTHERS[1]).returncode == 0
        self.secret = {value for name in FOREIGN for what, value in self.ids[name].items() if what not in ("organisation", "operator", "scope")}
        self.secret.add(self.ids[RESTRICTED]["scope"])  # that there is such a part is told to nobody

    def restricted_scope(self):
        """What its operator was granted beside the organisation."""
        with sqlite3.connect(self.database) as db:
            granted = [str(uuid.UUID(bytes=row[0])) for row in db.execute(
                "SELECT g.scope FROM access_grant g JOIN operator o ON o.id = g.operator WHERE o.login = ? AND length(g.scope) = 16", (login_of(RESTRICTED),))]
        db.close()
        parts = set(granted) - {organisation_id(OWN)}
        assert len(parts) == 1, granted
        return parts.pop()

    def fill(self, name):
        """Rows that no operation makes; written while no service runs."""
        mark = MARK if name in FOREIGN else "ours"
        scope = uuid.UUID(self.ids[name]["organisation"]).bytes
        with sqlite3.connect(self.database) as db:
            for table in SCOPED:
                key = uuid7()
                shared = name == OWN and table in ("support_group", "category")
                where = None if shared else scope
                if not db.execute("UPDATE scope SET seq = seq + 1 WHERE id IS ?", (where,)).rowcount:
                    db.execute("INSERT INTO scope(id, seq) VALUES(?, 1)", (where,))
                seq = db.execute("SELECT seq FROM scope WHERE id IS ?", (where,)).fetchone()[0]
                columns = {row[1]: (0 if row[2] == "INTEGER" else None if row[2] == "BLOB" else "") for row in db.execute(f"PRAGMA table_info({table})")}
                columns.update(id=uuid.UUID(key).bytes, scope=where, seq=seq)
                for text in ("name", "family_name", "note"):
                    if text in columns:
                        columns[text] = mark
                if "kind" in columns:
                    columns["kind"] = "workstation"
                if "organisation" in columns:
                    columns["organisation"] = scope
                db.execute(f"INSERT INTO {table}({','.join(columns)}) VALUES({','.join('?' * len(columns))})", list(columns.values()))
                self.ids[name][table] = key
        db.close()

    def work(self, name, desk):
        """A ticket with a note and a contact, as its operator makes them."""
        organisation, mark = self.ids[name]["organisation"], MARK if name in FOREIGN else "ours"
        ticket = dict(desk.open_ticket(organisation, mark), scope=self.ids[name]["scope"])
        note = desk.note(ticket, mark)
        contact = {"id": uuid7(), "scope": organisation, "kind": "contact.log", "v": 1, "deps": [], "age_ms": 0,
                   "payload": {"organisation": organisation, "handled_by": desk.session["operator"], "number": mark, "note": mark}}
        contact["entity"] = contact["id"]
        ops = [ticket, note] if name == RESTRICTED else [ticket, note, contact]  # tickets alone live there
        reply = desk.push(*ops)
        assert [verdict["code"] for verdict in reply.json["verdicts"]] == ["ok"] * len(ops), reply.body
        self.ids[name].update(ticket=ticket["id"], operation=note["id"], attachment=self.file(desk, ticket, mark))
        self.ids[name].update(self.archived(desk, name, mark))
        if name != RESTRICTED:
            self.ids[name].update(contact=contact["id"], operator=desk.session["operator"])

    def archived(self, desk, name, mark):
        """A ticket that kill_tokens() makes an old one, so that the service puts it away."""
        ticket = dict(desk.open_ticket(self.ids[name]["organisation"], mark), scope=self.ids[name]["scope"])
        over = dict(desk.note(ticket, mark), kind="ticket.cancel", payload={"text": mark})
        assert [verdict["code"] for verdict in desk.push(ticket, desk.note(ticket, mark), over).json["verdicts"]] == ["ok"] * 3
        return {"archived": ticket["id"], "number": ticket["payload"]["number"]}

    @staticmethod
    def file(desk, ticket, mark):
        """A file attached to it, with its bytes."""
        content = (mark * 3).encode()
        attach = desk.attach(ticket, content, f"{mark}.txt")
        assert desk.push(attach).json["verdicts"][0]["code"] == "ok"
        assert desk.put(attach, 0, content).headers["upload-complete"] == "?1"
        return attach["payload"]["attachment"]

    def kill_tokens(self):
        """Every way a token ends, and what is no token."""
        service = self.service
        out, late, any_one = service.sign_in("operator"), service.sign_in("operator"), self.desks["operator"]
        assert service.ask("DELETE", "/v1/session", token=out.token).status == 204
        assert service.run("user", "revoke", "withdrawn").returncode == 0
        assert service.stop() == 0
        with sqlite3.connect(self.database) as db:
            gone = db.execute("UPDATE access_token SET expires_ms = 1 WHERE family IN (SELECT id FROM session_family WHERE device = ?)",
                              (uuid.UUID(late.device).bytes,)).rowcount
            for name in (OWN, *FOREIGN):
                make_old(db, self.ids[name]["archived"])
        db.close()
        assert gone == 1
        service.start()
        wait_until(lambda: self.away() == 1 + len(FOREIGN), "old tickets were not put away")
        token = any_one.token
        self.dead = {"none": None, "empty": "", "garbage": "x" * len(token), "signed out": out.token, "expired": late.token,
                     "withdrawn": self.desks["withdrawn"].token, "refresh token": any_one.session["refresh_token"], "cut": token[:-1],
                     "longer": token + "A", "other case": token.swapcase(), "very long": "A" * 4000}

    def away(self):
        with sqlite3.connect(f"file:{self.database}?mode=ro", uri=True) as db:
            count = db.execute("SELECT count(*) FROM archived_ticket").fetchone()[0]
        db.close()
        return count

    def kept(self):
        """All that the foreign organisations have, counters included, as it stands on the disk."""
        with sqlite3.connect(f"file:{self.database}?mode=ro", uri=True) as db:
            scopes = [uuid.UUID(self.ids[name]["scope"]).bytes for name in FOREIGN]
            tables = [row[0] for row in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
            out = {}
            for table in tables:
                columns = [row[1] for row in db.execute(f"PRAGMA table_info({table})")]
                where = "scope" if "scope" in columns else "id" if table == "scope" else None
                if where and table != "op":  # refusals of what is not granted are stored, under the scope that was named, with seq 0
                    out[table] = sorted(map(repr, db.execute(f"SELECT * FROM {table} WHERE {where} IN (?, ?, ?)", scopes)))
                elif table == "op":
                    out[table] = sorted(map(repr, db.execute("SELECT * FROM op WHERE scope IN (?, ?, ?) AND seq > 0", scopes)))
        db.close()
        return out

    def absent(self, referent):
        """An id of nothing, of the form that kind of thing has."""
        return str(uuid.uuid4()) if referent in ("organisation", "scope", "device") else uuid7()

    def leak(self, body, sent=()):
        """What the answer tells that it may not; empty = nothing."""
        text = body.decode(errors="replace") if isinstance(body, bytes) else json.dumps(body)
        if MARK in text:
            return "a foreign text"
        told = (set(UUID.findall(text)) & self.secret) - set(sent)
        return f"foreign ids {sorted(told)}" if told else ""


__all__ = ["FOREIGN", "MARK", "OTHERS", "OWN", "PASSWORD", "RESTRICTED", "UUID", "World", "login_of"]
