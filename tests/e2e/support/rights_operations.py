# SPDX-License-Identifier: GPL-3.0-or-later
"""The operations' part of the rights matrix: kinds × ids × roles × foreign organisations, as the description tells them."""
import json

from rights_world import FOREIGN, OWN, UUID
from service import uuid7

MOST_OPS, MOST_BYTES = 50, 200_000
# What a payload needs to be accepted, with ids of the own organisation put in for `<referent>`; `<me>` is the sender, `<before>` the
# operation that came last.
GOOD = {
    "ticket.open": {"organisation": "<organisation>", "summary": "s", "number": "<number>"},
    "ticket.edit": {"field": "impact", "value": "high"},
    "ticket.tag": {"add": ["t"]},
    "ticket.claim": {},
    "ticket.assign": {"support_group": "<support_group>", "assignee": "<me>"},
    "ticket.note": {"text": "n"},
    "ticket.wait": {"reason": "requester"},
    "ticket.resume": {"expected": "<before>"},
    "ticket.resolve": {"code": "done"},
    "ticket.reopen": {"text": "again", "expected": "<before>"},
    "ticket.close": {"expected": "<before>"},
    "ticket.cancel": {"text": "no"},
    "ticket.link": {"parent": "<ticket>"},
    "ticket.assist": {"outcome": "closed"},
    "ticket.attach": {"attachment": "<new>", "name": "a.txt", "size": 5, "sha256": "0" * 64, "media_type": "text/plain"},
    "person.add": {"organisation": "<organisation>", "family_name": "f"},
    "person.edit": {"field": "title", "value": "t"},
    "person.learn_number": {"kind": "learned", "written": "4201", "key": "ext:4201"},
    "person.unlearn_number": {"key": "ext:4202"},
    "contact.log": {"organisation": "<organisation>", "handled_by": "<me>", "note": "n"},
    "contact.wrap_up": {"note": "n"},
}
OPENING = {"ticket.open": "ticket", "person.add": "person", "contact.log": "contact"}
BEFORE = {"ticket.resume": ("ticket.wait",), "ticket.reopen": ("ticket.resolve",), "ticket.close": ("ticket.resolve",)}
REFERENTS = {"organisation", "site", "asset", "category", "support_group", "operator", "person", "ticket", "contact", "operation", "attachment", "device"}
# A record of what happened: nobody looks up what it names (core/domain/References.cpp), so that what is absent passes, and what is foreign too.
RECORDED = {("ticket.open", "contact"), ("ticket.assist", "asset"), ("contact.log", "person"), ("contact.log", "tickets"), ("contact.wrap_up", "tickets")}


def payloads_of(document):
    return {schema["x-kind"]: schema for schema in document["components"]["schemas"].values() if "x-kind" in schema}


def ids_of(schema):
    """(member, field of an edit or None, referent) of every id in a payload."""
    for name, told in schema["properties"].items():
        if "x-refers" in told:
            yield name, None, told["x-refers"]
        for field, referent in told.get("x-refers-by-field", {}).items():
            yield name, field, referent


class Cell:
    """Two operations that have to be answered alike; `wanted` is a test of the verdict, with its sentence."""

    def __init__(self, name, ops, pair, wanted=None, otherwise=""):
        self.name, self.ops, self.pair, self.wanted, self.otherwise = name, ops, pair, wanted, otherwise


class Operations:
    named_by_hand = set()  # foreign ids that own records name, because these cells wrote them there

    def __init__(self, world, document, cells):
        self.world, self.cells, self.payloads = world, cells, payloads_of(document)
        self.before = uuid7()
        self.known(document)

    @staticmethod
    def known(document):
        kinds = document["components"]["schemas"]["Operation"]["properties"]["kind"]["enum"]
        payloads = payloads_of(document)
        assert set(kinds) == set(GOOD), f"kinds the matrix and the description do not share: {set(kinds) ^ set(GOOD)}"
        assert set(payloads) == set(kinds), f"payloads are described of {set(payloads) ^ set(kinds)} alone"
        for kind, schema in payloads.items():
            for name, told in schema["properties"].items():
                assert told.get("format") != "uuid" or "x-refers" in told, f"{kind}: of what is the id {name}?"
            for name, _field, referent in ids_of(schema):
                assert referent in REFERENTS, f"{kind}: {name}: the matrix has no foreign {referent}"
        return True

    def all(self, logins):
        for login in logins:
            desk = self.world.desks[login]
            cells = list(self.controls(desk, login))
            for foreign in FOREIGN:
                for kind in GOOD:
                    cells += self.envelope(desk, login, kind, foreign)
                    cells += self.named(desk, login, kind, foreign)
            self.run(desk, cells)

    def operation(self, desk, kind, scope, entity=None, payload=None, **more):
        op = uuid7()
        body = dict(GOOD[kind] if payload is None else payload)
        own = self.world.ids[OWN]
        for name, value in body.items():
            if value == "<me>":
                body[name] = desk.session["operator"]
            elif value == "<new>":
                body[name] = uuid7()
            elif value == "<before>":
                body[name] = self.before
            elif value == "<number>":
                desk.counter += 1
                body[name] = f"{desk.session['device_code']}-{desk.counter}"
            elif isinstance(value, str) and value.startswith("<"):
                body[name] = own[value[1:-1]]
        self.before = op
        out = {"id": op, "scope": scope, "entity": entity or op, "kind": kind, "v": 1, "deps": [], "age_ms": 0, "payload": body}
        out.update(more)
        return out

    def ready(self, desk, kind):
        """Operations that make something own for `kind` to be about, and its id (None where it is opened)."""
        own = self.world.ids[OWN]
        if kind in OPENING:
            return [], None
        if kind.startswith("person."):
            return [], own["person"]
        first = self.operation(desk, "ticket.open" if kind.startswith("ticket.") else "contact.log", own["organisation"])
        return [first, *(self.operation(desk, one, own["organisation"], first["id"]) for one in BEFORE.get(kind, ()))], first["id"]

    def controls(self, desk, login):
        """What one may do in one's own organisation is done: else the other cells would prove nothing."""
        own = self.world.ids[OWN]["organisation"]
        role = desk.session["role"]
        for kind, schema in self.payloads.items():
            allowed = role in schema["x-roles"]
            before, entity = self.ready(desk, kind)
            op = self.operation(desk, kind, own, entity)
            wanted = (lambda v: v["code"] in ("ok", "noop")) if allowed else (lambda v: v["code"] == "forbidden" and v["seq"] > 0)
            yield Cell(f"{kind} by {login} at home", [*before, op], None, wanted, "is to be done" if allowed else "is not this role's")
            if not allowed:
                continue
            for name, field, referent in ids_of(schema):
                if referent in ("operation", "organisation", "attachment", "device"):
                    continue
                before, entity = self.ready(desk, kind)
                value = desk.session["operator"] if referent == "operator" else self.world.ids[OWN][referent]
                op = self.operation(desk, kind, own, entity, self.filled(kind, schema, name, field, value))
                yield Cell(f"{kind} by {login} at home, {field or name} of one's own", [*before, op], None, lambda v: v["code"] in ("ok", "noop"), "is to be done")

    @staticmethod
    def filled(kind, schema, name, field, value):
        payload = dict(GOOD[kind])
        if field:
            payload["field"] = field
        isList = schema["properties"][name].get("format") != "uuid" and not field
        payload[name] = json.dumps([value]) if isList else value
        return payload

    def envelope(self, desk, login, kind, foreign):
        """The ids beside the payload: scope, entity, dependencies, the operation's own."""
        world, own = self.world, self.world.ids[OWN]["organisation"]
        there = world.ids[foreign]
        thing = kind.split(".")[0]
        entity_there = there.get(thing) or uuid7()
        unseen = lambda v: v["code"] == "forbidden" and v["seq"] == 0
        told = f"{kind} by {login}"
        nowhere = world.absent("scope")
        same = lambda payload, organisation: {**payload, "organisation": organisation} if "organisation" in payload else payload

        def at(scope, organisation, entity):
            return [self.operation(desk, kind, scope, entity, same(GOOD[kind], organisation))]

        entities = [entity_there, uuid7()] + ([None] if kind in OPENING else [])
        for entity in entities:
            what = "opened" if entity is None else "there" if entity == entity_there else "absent"
            yield Cell(f"{told} in {foreign}, {what}", at(there["scope"], there["organisation"], entity), at(nowhere, nowhere, entity), unseen, "is answered as in no scope at all")
        for scope, word in ((own, "home"), ("shared", "shared")):
            refused = lambda v: v["code"] not in ("ok", "noop")
            payload = GOOD[kind]
            pair = [[self.operation(desk, kind, scope, entity, payload)] for entity in (entity_there, uuid7())]
            yield Cell(f"{told} at {word}, entity of {foreign}", pair[0], pair[1], refused, "is not there")
        before, entity = self.ready(desk, kind)
        again, other = self.ready(desk, kind)
        yield Cell(f"{told} after an operation of {foreign}", [*before, self.operation(desk, kind, own, entity, deps=[there["operation"]])],
                   [*again, self.operation(desk, kind, own, other, deps=[world.absent("operation")])], lambda v: v["code"] not in ("ok", "noop"), "was never received")
        # The id of an operation is one of 2^74 and means one operation everywhere: who has seen it learns no more than that it is taken.
        before, entity = self.ready(desk, kind)
        taken = self.operation(desk, kind, own, entity or there["operation"], id=there["operation"])
        yield Cell(f"{told} under the id of an operation of {foreign}", [*before, taken], None, lambda v: v["code"] == "hash_mismatch" and v["seq"] == 0, "is refused")
        yield Cell(f"{told} in {foreign} under the id of its operation", [self.operation(desk, kind, there["scope"], entity_there, id=there["operation"])],
                   None, unseen, "is answered as in no scope at all")

    def named(self, desk, login, kind, foreign):
        """The ids in the payload, one at a time."""
        own = self.world.ids[OWN]["organisation"]
        schema = self.payloads[kind]
        for name, field, referent in ids_of(schema):
            if referent not in self.world.ids[foreign] or self.world.ids[foreign][referent] == own:
                continue  # there is no such thing there, or it is one's own
            values = self.world.ids[foreign][referent], self.world.absent(referent)
            if referent == "attachment":
                # Like the id of an operation: who has seen it learns no more than that it is taken.
                before, entity = self.ready(desk, kind)
                op = self.operation(desk, kind, own, entity, self.filled(kind, schema, name, field, values[0]))
                yield Cell(f"{kind} by {login} at home, {name} of {foreign}", [*before, op], None, lambda v: v["code"] not in ("ok", "noop"), "is taken")
                continue
            recorded = (kind, name) in RECORDED
            if recorded:
                Operations.named_by_hand.add(values[0])
            sides = []
            for value in values:
                before, entity = self.ready(desk, kind)
                sides.append([*before, self.operation(desk, kind, own, entity, self.filled(kind, schema, name, field, value))])
            wanted = None if recorded else lambda v: v["code"] not in ("ok", "noop")
            yield Cell(f"{kind} by {login} at home, {field or name} of {foreign}", *sides, wanted, "is not there")

    def run(self, desk, cells):
        """Sends everything in batches as large as may be; judges each cell as soon as its verdicts are there."""
        batch, size = [], 0
        for cell in cells:
            ops = [*cell.ops, *(cell.pair or [])]
            more = len(json.dumps(ops))
            if len(batch) and (sum(len(o) for _, o in batch) + len(ops) > MOST_OPS or size + more > MOST_BYTES):
                self.send(desk, batch)
                batch, size = [], 0
            batch.append((cell, ops))
            size += more
        self.send(desk, batch)

    def send(self, desk, batch):
        sent = [op for _, ops in batch for op in ops]
        reply = desk.push(*sent)
        assert reply.status == 200, (reply.status, reply.body[:400], len(sent))
        verdicts = iter(reply.json["verdicts"])
        for cell, ops in batch:
            answers = [next(verdicts) for _ in ops]
            self.cells.check("operations", cell.name, self.fault(cell, ops, answers))

    def fault(self, cell, ops, answers):
        mine = answers[len(cell.ops) - 1]
        if cell.wanted and not cell.wanted(mine):
            return f"{cell.otherwise}: {mine}"
        if leak := self.world.leak(mine, UUID.findall(json.dumps(ops))):
            return f"tells {leak}: {mine}"
        if cell.pair and self.bare(mine) != self.bare(answers[-1]):
            return f"{mine} is not as {answers[-1]}"
        return ""

    @staticmethod
    def bare(verdict):
        return UUID.sub("<id>", json.dumps(dict(verdict, seq=verdict["seq"] > 0), sort_keys=True))
