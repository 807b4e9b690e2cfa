# SPDX-License-Identifier: GPL-3.0-or-later
"""The routes' part of the rights matrix: credentials, devices, cursors, events and what is told to everybody."""
import json
import re
import socket
import time
import uuid

from rights_world import FOREIGN, MARK, OWN, PASSWORD, UUID, login_of
from service import organisation_id, uuid7

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
# By operationId: the ids of the request this part tries (`member` of the body, or `[]` for those in lists and keys).
ROUTES = {
    "signIn": {"device"}, "signOut": set(), "refresh": {"device"}, "acceptOps": {"device", "ops"}, "changesAfter": {"device", "cursors"},
    "events": set(), "presence": set(), "readBlob": set(), "putBlob": set(), "searchArchive": {"scopes"}, "readArchive": set(), "openapi": set(), "healthz": set(), "readyz": set(), "metrics": set(),
}
IN_PATHS = {"scope", "ticket", "attachment"}  # what files() and archive() fill in
# Paths that other services have and this one has not, unless the description says so.
OTHERS = ("/v1/tickets", "/v1/ticket", "/v1/people", "/v1/persons", "/v1/search", "/v1/counts", "/v1/count", "/v1/links", "/v1/assets", "/v1/blobs", "/v1/users",
          "/v1/accounts", "/v1/organisations", "/v1/grants", "/v1/audit", "/v1/backup", "/v1/export", "/v1/import", "/v1/admin", "/admin", "/debug", "/status",
          "/v1/digest", "/v1/scopes", "/v1/devices", "/v1/sessions", "/v1/erase", "/v2/ops", "/graphql", "/v1", "/")


def ids_in(document, schema, found=None):
    """Members of a request body that are ids, at its first level; operations are the other part's."""
    while "$ref" in schema:
        schema = document["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]]
    out = set()
    for name, told in schema.get("properties", {}).items():
        text = json.dumps(told)
        if told.get("format") == "uuid" or "x-refers" in told or "/Operation\"" in text or "/Scope\"" in text or "/Cursor\"" in text:
            out.add(name)
    return out


class Routes:
    def __init__(self, world, document, cells):
        self.world, self.document, self.cells, self.ask = world, document, cells, world.service.ask
        self.known(document)

    @staticmethod
    def known(document):
        seen = {}
        for path, methods in document["paths"].items():
            for method, told in methods.items():
                names = {one["name"]: one.get("x-refers") for one in told.get("parameters", []) if one["in"] == "path"}
                assert set(re.findall(r"{(\w+)}", path)) == set(names), f"{path}: ids that are not described"
                assert set(names.values()) <= IN_PATHS, f"{path}: the matrix fills no {set(names.values()) - IN_PATHS} into paths"
                seen[told["operationId"]] = told
                assert told["operationId"] in ROUTES, f"{method} {path} ({told['operationId']}) is described and not in the matrix"
                content = told.get("requestBody", {}).get("content", {}).get("application/json", {"schema": {}})
                ids = ids_in(document, content["schema"])
                assert ids == ROUTES[told["operationId"]], f"{path}: ids the matrix does not know: {ids ^ ROUTES[told['operationId']]}"
        assert set(seen) == set(ROUTES), f"in the matrix and not described: {set(ROUTES) - set(seen)}"
        return True

    def routes(self, bearer):
        for path, methods in self.document["paths"].items():
            for method, told in methods.items():
                if bool(told.get("security")) == bearer:
                    yield method.upper(), self.at_home(path), told["operationId"]

    def at_home(self, path):
        """The path with one's own things in it."""
        return re.sub(r"{(\w+)}", lambda found: self.world.ids[OWN][found[1]], path)

    def all(self):
        self.undescribed()
        self.credentials()
        self.open_to_all()
        self.sign_in()
        self.refresh()
        self.devices()
        self.cursors()
        self.feeds()
        self.files()
        self.archive()
        self.events()
        self.shared_device()

    def check(self, name, fault):
        self.cells.check("routes", name, fault)

    def alike(self, name, one, other, status=None):
        told = lambda reply: (reply.status, UUID.sub("<id>", reply.body.decode()), {k: v for k, v in reply.headers.items() if k not in ("date", "content-length")})
        fault = self.world.leak(one.body)
        if status and one.status != status:
            fault = f"{one.status} instead of {status}: {one.body[:200]}"
        elif told(one) != told(other):
            fault = f"{told(one)} is not as {told(other)}"
        self.check(name, fault)

    def body(self, route, desk=None):
        device = desk.device if desk else str(uuid.uuid4())
        return {"signIn": {"login": "nobody", "password": PASSWORD, "device": device, "protocol": 1},
                "refresh": {"refresh_token": "none", "device": device, "protocol": 1}, "presence": {"state": "pause"},
                "acceptOps": {"device": device, "protocol": 1, "ops": []}, "changesAfter": {"device": device, "cursors": {}},
                "searchArchive": {"text": "a"}}.get(route)

    def undescribed(self):
        for path in self.document["paths"]:
            for method in METHODS:
                if method.lower() not in self.document["paths"][path]:
                    reply = self.ask(method, self.at_home(path), None, self.world.desks["administrator"].token)
                    self.check(f"{method} {path}", "" if reply.status == 405 else f"{reply.status}: a route the description lacks")
        for path in OTHERS:
            if path not in self.document["paths"]:
                for method in METHODS:
                    reply = self.ask(method, path, None, self.world.desks["administrator"].token)
                    self.check(f"{method} {path}", "" if reply.status == 404 else f"{reply.status}: a route the description lacks")

    def credentials(self):
        """Whatever is no token that holds answers the same."""
        for method, path, route in self.routes(True):
            first = self.ask(method, path, self.body(route))
            for name, token in self.world.dead.items():
                reply = self.ask(method, path, self.body(route, self.world.desks["operator"]), token)
                self.alike(f"{method} {path} with a token that is {name}", reply, first, 401)
            for scheme in ("Basic " + self.world.desks["operator"].token, self.world.desks["operator"].token, "bearer", "Digest x"):
                reply = self.ask(method, path, self.body(route), headers={"Authorization": scheme})
                self.alike(f"{method} {path} with {scheme.split()[0][:8]}", reply, first, 401)

    def open_to_all(self):
        """What needs no token tells everybody the same, and nothing of anybody."""
        for method, path, route in self.routes(False):
            if method != "GET":
                continue
            for token in (None, "garbage", *(desk.token for desk in self.world.desks.values())):
                reply = self.ask(method, path, None, token)
                text = reply.body.decode()
                names = [name for name in (*self.world.ids, *self.world.desks) if route == "metrics" and name in text]
                self.check(f"{method} {path}", self.world.leak(reply.body) or (f"names {names}" if names else "") or
                           ("" if reply.status == 200 else f"{reply.status}"))

    def sign_in(self):
        """Who is not there, was withdrawn, or wrote a wrong password."""
        ask = lambda login, password: self.ask("POST", "/v1/session", {"login": login, "password": password, "device": str(uuid.uuid4()), "protocol": 1})
        first = ask("nobody", "wrong password")
        self.alike("sign-in of somebody withdrawn", ask("withdrawn", PASSWORD), first, 401)
        self.alike("sign-in of nobody, another password", ask("nobody2", PASSWORD), first, 401)
        for login in self.world.desks:
            self.alike(f"sign-in as {login} with a wrong password", ask(login, "wrong password"), first, 401)

    def refresh(self):
        ask = lambda token, device: self.ask("POST", "/v1/session/refresh", {"refresh_token": token, "device": device, "protocol": 1})
        first = ask("x" * 43, str(uuid.uuid4()))
        for name, token in self.world.dead.items():
            if token and name not in ("refresh token", "very long"):
                self.alike(f"refresh with an access token that is {name}", ask(token, self.world.desks["operator"].device), first, 401)
        stolen = self.world.service.sign_in(login_of(FOREIGN[0]))
        self.alike("refresh with a foreign token from an own device", ask(stolen.session["refresh_token"], self.world.desks["operator"].device), first, 401)

    def devices(self):
        for login in (*self.world.roles, "former"):
            desk = self.world.desks[login]
            for path, route in (("/v1/ops", "acceptOps"), ("/v1/changes", "changesAfter")):
                absent = self.ask("POST", path, self.body(route), desk.token)
                for name in FOREIGN:
                    self.alike(f"{path} by {login} as a device of {name}", self.ask("POST", path, self.body(route, self.world.desks[login_of(name)]), desk.token), absent, 403)

    def cursors(self):
        """Cursors of scopes that are not granted: dropped, as those of no scope at all."""
        for login in (*self.world.roles, "former"):
            desk = self.world.desks[login]
            for name in FOREIGN:
                for generation, seq in ((0, 0), (1, 0), (1, 1), (1, 10**9), (2, 3), (99, 10**12), (-1, -1)):
                    place = {"generation": generation, "seq": seq}
                    scope, nowhere = self.world.ids[name]["scope"], str(uuid.uuid4())
                    one, other = desk.pull({scope: place}), desk.pull({nowhere: place})
                    fault = self.world.leak(one.body, [scope])
                    if one.status != other.status or one.status not in (200, 400 if seq < 0 else 200):
                        fault = f"{one.status} and {other.status}"
                    elif one.status == 200 and (one.json["drop"] != [scope] or other.json["drop"] != [nowhere]):
                        fault = "not dropped"
                    elif dict(one.json, drop=[]) != dict(other.json, drop=[]):
                        fault = "not as a scope that is nowhere"
                    self.check(f"/v1/changes by {login}, cursor {generation}:{seq} of {name}", fault)

    def feeds(self):
        """All that each may see."""
        own = self.world.ids[OWN]["organisation"]
        for login in (*self.world.roles, "former"):
            desk = self.world.desks[login]
            for limit in (0, 1, 5000):
                reply = desk.pull(limit=limit)
                scopes = {page["scope"] for page in reply.json["scopes"]}
                self.check(f"/v1/changes by {login}, {limit} rows", self.world.leak(reply.body) or ("" if scopes <= {"shared", own} else f"{scopes}"))
            rows = desk.everything()
            self.check(f"all rows for {login}", self.world.leak(rows) or ("" if self.world.ids[OWN]["ticket"] in rows["ticket"] else "the own ticket is missing"))
        other = self.world.desks[login_of(FOREIGN[0])]
        unknown = {"id": uuid7(), "scope": "shared", "kind": "contact.log", "v": 1, "deps": [], "age_ms": 0,
                   "payload": {"handled_by": other.session["operator"], "number": "nobody knows"}}
        unknown["entity"] = unknown["id"]
        assert other.push(unknown).json["verdicts"][0]["code"] == "ok"
        for login in self.world.roles:
            seen = unknown["id"] in self.world.desks[login].pull(limit=20000).body.decode()
            self.check(f"a call nobody identified, for {login}", "" if seen == (login != "business_agent") else f"seen: {seen}")

    def files(self):
        """The bytes of files: each id of the path foreign, the others one's own or foreign too, held against nothing at all."""
        own, world = self.world.ids[OWN], self.world
        for login in (*world.roles, "former"):
            token = world.desks[login].token
            path = lambda *ids: "/v1/blobs/" + "/".join(ids)
            mine = path(own["scope"], own["ticket"], own["attachment"])
            for method, status in (("GET", 200), ("HEAD", 204)):
                reply = self.ask(method, mine, None, token)
                self.check(f"{method} of one's own file by {login}", "" if reply.status == status else f"{reply.status}")
            for foreign in FOREIGN:
                there = world.ids[foreign]
                places = {"all of it": (there["scope"], there["ticket"], there["attachment"]), "ticket and file": (own["scope"], there["ticket"], there["attachment"]),
                          "the file": (own["scope"], own["ticket"], there["attachment"]), "the ticket": (own["scope"], there["ticket"], own["attachment"]),
                          "the scope": (there["scope"], own["ticket"], own["attachment"]), "scope and ticket": (there["scope"], there["ticket"], own["attachment"]),
                          "scope and ticket, no file": (there["scope"], there["ticket"], str(uuid.uuid4()))}
                for method in ("GET", "HEAD", "PUT"):
                    for headers in ({"Upload-Offset": "0"}, {"Upload-Offset": "5000000", "Range": "bytes=5000000-"}, {}):
                        nothing = self.ask(method, path(*(str(uuid.uuid4()) for _ in range(3))), b"x" if method == "PUT" else None, token, headers)
                        for what, ids in places.items():
                            reply = self.ask(method, path(*ids), b"x" if method == "PUT" else None, token, headers)
                            self.alike(f"{method} by {login}: {what} of {foreign}", reply, nothing, 404)

    def archive(self):
        """Tickets that were put away: found and read at home; elsewhere neither by words, nor by number, nor by id."""
        own, world = self.world.ids[OWN], self.world
        for login in (*world.roles, "former"):
            token = world.desks[login].token
            read = lambda *ids: self.ask("GET", "/v1/archive/" + "/".join(ids), None, token)
            search = lambda text, *scopes: self.ask("POST", "/v1/archive/search", {"text": text, **({"scopes": scopes} if scopes else {})}, token)
            for what, reply in (("reading", read(own["scope"], own["archived"])), ("words", search("ours")), ("number", search(own["number"].lower())),
                                ("words in its scope", search("ours", own["scope"]))):
                self.check(f"archive by {login}: {what}", self.world.leak(reply.body) or ("" if own["archived"] in reply.body.decode() else f"{reply.status}: not found"))
            nowhere = str(uuid.uuid4())
            for foreign in FOREIGN:
                there = world.ids[foreign]
                for what, ids in (("all of it", (there["scope"], there["archived"])), ("the ticket", (own["scope"], there["archived"])), ("the scope", (there["scope"], own["archived"])),
                                  ("one that consoles have", (there["scope"], there["ticket"])), ("an absent one", (there["scope"], nowhere))):
                    self.alike(f"archive by {login}: {what} of {foreign}", read(*ids), read(nowhere, nowhere), 404)
                for what, found, nothing in (("words", search(MARK), search("zzznothing")), ("number", search(there["number"]), search("ZZ-999999")),
                                             ("words in its scope", search(MARK, there["scope"]), search(MARK, nowhere)),
                                             ("number in its scope", search(there["number"], there["scope"]), search(there["number"], nowhere))):
                    self.alike(f"archive by {login}: {what} of {foreign}", found, nothing, 200)

    def listen(self, desk):
        line = socket.create_connection(("127.0.0.1", self.world.service.port), timeout=10)
        line.sendall(b"GET /v1/events HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + desk.token.encode() + b"\r\n\r\n")
        return line

    @staticmethod
    def events_until(line, wanted, seconds=10):
        """All events up to the one that is wanted."""
        out, buffer, until = [], b"", time.monotonic() + seconds
        while time.monotonic() < until:
            line.settimeout(max(0.01, until - time.monotonic()))
            buffer += line.recv(65536)
            while b"\n\n" in buffer:
                block, buffer = buffer.split(b"\n\n", 1)
                for row in block.splitlines():
                    if row.startswith(b"data: "):
                        out.append(json.loads(row[6:]))
                        if wanted(out[-1]):
                            return out
        raise AssertionError("the event did not come")

    def events(self):
        """Foreign scopes move, foreign operators work: only one's own is told."""
        own, listeners = organisation_id(OWN), (*self.world.roles, "former")
        lines = {login: self.listen(self.world.desks[login]) for login in listeners}
        first = {login: self.events_until(line, lambda e: "moved" in e) for login, line in lines.items()}
        for name in FOREIGN:
            desk = self.world.desks[login_of(name)]
            assert desk.push(dict(desk.open_ticket(self.world.ids[name]["organisation"]), scope=self.world.ids[name]["scope"])).json["verdicts"][0]["code"] == "ok"
            assert self.ask("POST", "/v1/presence", {"state": "on_call", "text": name}, desk.token).status == 204
        home = self.world.desks["supervisor"]
        ticket = home.open_ticket(own)
        assert home.push(ticket).json["verdicts"][0]["code"] == "ok"
        for login, line in lines.items():
            told = first[login] + self.events_until(line, lambda e: own in e.get("moved", {}))
            line.close()
            moved = {scope for event in told for scope in event.get("moved", {})}
            others = {one["operator"] for event in told for one in event.get("presence", [])} - {self.world.desks[login].session["operator"]}
            sees_all = self.world.desks[login].session["role"] in ("supervisor", "administrator")
            self.check(f"/v1/events for {login}: scopes", "" if moved == {"shared", own} else f"{moved}")
            self.check(f"/v1/events for {login}: presence", "" if sees_all or not others else f"{others}")

    def shared_device(self):
        """Two operators at one computer: neither is told the other's verdicts."""
        there = self.world.desks[login_of(FOREIGN[1])]
        for login in (*self.world.roles, "former"):
            here = self.world.service.sign_in(login, device=there.device)
            reply = here.pull(limit=20000)
            self.check(f"/v1/changes by {login} at a foreign desk's computer", self.world.leak(reply.body) or
                       ("" if not any(page.get("results") for page in reply.json["scopes"]) else "its verdicts came"))
        self.check("the foreign desk goes on", "" if there.pull().status == 200 else "it was signed out")
