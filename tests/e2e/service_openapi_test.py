# SPDX-License-Identifier: GPL-3.0-or-later
"""The running service answers as its description says: every route, its answers and its faults."""
import os
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "support"))
from service import Service, main, organisation_id  # noqa: E402


class Description:
    def __init__(self, document):
        self.document = document

    def resolve(self, node):
        while "$ref" in node:
            target = self.document
            for part in node["$ref"].removeprefix("#/").split("/"):
                target = target[part]
            node = target
        return node

    def check(self, value, schema, where):
        """The part of JSON Schema the description uses."""
        schema = self.resolve(schema)
        if "oneOf" in schema:
            fits = 0
            for choice in schema["oneOf"]:
                try:
                    self.check(value, choice, where)
                    fits += 1
                except AssertionError:
                    pass
            assert fits == 1, f"{where}: {value!r} fits {fits} of the choices"
            return
        kinds = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool, "null": type(None)}
        wanted = schema.get("type")
        if wanted:
            names = wanted if isinstance(wanted, list) else [wanted]
            assert any(isinstance(value, kinds[name]) and not (name == "integer" and isinstance(value, bool)) for name in names), f"{where}: {value!r} is no {wanted}"
        if "enum" in schema:
            assert value in schema["enum"], f"{where}: {value!r}"
        if isinstance(value, dict):
            for name in schema.get("required", []):
                assert name in value, f"{where}: {name} is missing"
            for name, inner in value.items():
                known = schema.get("properties", {}).get(name) or schema.get("additionalProperties")
                if "properties" in schema:
                    assert known, f"{where}: {name} is not described"
                if isinstance(known, dict):
                    self.check(inner, known, f"{where}.{name}")
        if isinstance(value, list) and "items" in schema:
            for inner in value:
                self.check(inner, schema["items"], where + "[]")

    def answer(self, method, path, reply):
        described = self.document["paths"][path][method.lower()]["responses"]
        assert str(reply.status) in described, f"{method} {path}: {reply.status} is not described"
        answer = self.resolve(described[str(reply.status)])
        content = answer.get("content")
        if not content:
            assert reply.body == b"", f"{method} {path}: a body came with {reply.status}"
            return
        kind = reply.headers["content-type"].split(";")[0]
        assert kind in content, f"{method} {path}: {kind}"
        if kind.endswith("json"):
            self.check(reply.json, content[kind]["schema"], f"{method} {path} {reply.status}")
        for header in answer.get("headers", {}):
            if header not in ("Content-Encoding",):
                assert header.lower() in reply.headers, f"{method} {path}: {header} is missing"


FILE = "/v1/blobs/{scope}/{ticket}/{attachment}"
OLD = "/v1/archive/{scope}/{ticket}"


def files(service, description, desk, ticket):
    """The routes with ids in their path."""
    content = bytes(range(256)) * 20
    attach, wrong = desk.attach(ticket, content), desk.attach(ticket, content, "b.txt")
    assert desk.push(ticket, attach, wrong).status == 200
    tried = [
        ("PUT", attach, {"Upload-Offset": "5"}, content, 409), ("PUT", attach, {}, content, 400), ("PUT", attach, {"Upload-Offset": "0"}, content + b"x", 413),
        ("GET", attach, {}, None, 404), ("PUT", attach, {"Upload-Offset": "0"}, content, 204), ("GET", attach, {}, None, 200),
        ("GET", attach, {"Range": "bytes=1-2"}, None, 206), ("GET", attach, {"Range": f"bytes={len(content)}-"}, None, 416),
        ("PUT", wrong, {"Upload-Offset": "0"}, bytes(len(content)), 422), ("PUT", dict(attach, entity=desk.device), {"Upload-Offset": "0"}, content, 404),
    ]
    for method, file, headers, body, wanted in tried:
        for token, status in ((None, 401), (desk.token, wanted)):
            reply = service.ask(method, desk.place(file), body, token, headers)
            assert reply.status == status, f"{method} {file['payload']['name']} {headers}: {reply.status}, {status} was expected: {reply.body[:200]}"
            description.answer(method, FILE, reply)
    return {("GET", FILE), ("PUT", FILE)}


def every_route_answers_as_described():
    with Service() as service:
        service.organisation("A")
        service.user("anne", "A")
        service.start()
        description = Description(service.ask("GET", "/v1/openapi.json").json)
        anne, a = service.sign_in("anne"), organisation_id("A")
        sign_in = {"login": "anne", "password": "correct horse battery", "device": anne.device, "protocol": 1}
        ticket = anne.open_ticket(a)
        batch = {"epoch": "", "device": anne.device, "protocol": 1, "ops": [ticket, anne.note(ticket, ""), anne.note(ticket, "hello")]}
        pull = {"epoch": "", "device": anne.device, "cursors": {}}
        with_ids = files(service, description, anne, ticket)
        for ids, token, wanted in ((f"{a}/{ticket['id']}", anne.token, 200), (f"{a}/{ticket['id']}", None, 401), (f"{a}/{a}", anne.token, 404), ("shared/nothing", anne.token, 404)):
            reply = service.ask("GET", "/v1/archive/" + ids, None, token)
            assert reply.status == wanted, f"{OLD}: {reply.status}, {wanted} was expected: {reply.body[:200]}"
            description.answer("GET", OLD, reply)
        with_ids |= {("GET", OLD)}
        other = dict(batch, device="01977420-dc00-75e6-b885-eb1a6b905c8c")
        tried = [
            ("POST", "/v1/session", sign_in, None, 200), ("POST", "/v1/session", dict(sign_in, password="wrong password"), None, 401),
            ("POST", "/v1/session", "{", None, 400), ("POST", "/v1/session", {"login": 1}, None, 400), ("POST", "/v1/session", '{"login":"' + "x" * 70000 + '"}', None, 413),
            ("POST", "/v1/session/refresh", {"refresh_token": "none", "device": anne.device, "protocol": 1}, None, 401),
            ("POST", "/v1/session/refresh", "[]", None, 400),
            ("POST", "/v1/ops", batch, anne.token, 200), ("POST", "/v1/ops", batch, None, 401), ("POST", "/v1/ops", batch, "forged", 401),
            ("POST", "/v1/ops", other, anne.token, 403), ("POST", "/v1/ops", dict(batch, epoch="0" * 32), anne.token, 409),
            ("POST", "/v1/ops", "nonsense", anne.token, 400), ("POST", "/v1/ops", dict(batch, ops=[ticket] * 51), anne.token, 413),
            ("POST", "/v1/changes", pull, anne.token, 200), ("POST", "/v1/changes", pull, None, 401), ("POST", "/v1/changes", dict(pull, device=other["device"]), anne.token, 403),
            ("POST", "/v1/changes", dict(pull, cursors={a: {"generation": 1, "seq": 999}}), anne.token, 409), ("POST", "/v1/changes", "", anne.token, 400),
            ("POST", "/v1/archive/search", {"text": "hello", "limit": 50, "scopes": ["shared", a]}, anne.token, 200), ("POST", "/v1/archive/search", {"text": "a"}, None, 401),
            ("POST", "/v1/archive/search", {"text": "a", "limit": 51}, anne.token, 400), ("POST", "/v1/archive/search", '{"text":"' + "x" * 200000 + '"}', anne.token, 413),
            ("GET", "/v1/events", None, None, 401), ("POST", "/v1/presence", {"state": "pause", "text": "lunch"}, anne.token, 204),
            ("POST", "/v1/presence", {"state": "pause"}, None, 401), ("POST", "/v1/presence", "?", anne.token, 400),
            ("GET", "/healthz", None, None, 200), ("GET", "/readyz", None, None, 200), ("GET", "/metrics", None, None, 200), ("GET", "/v1/openapi.json", None, None, 200),
            ("DELETE", "/v1/session", None, "forged", 401), ("DELETE", "/v1/session", None, anne.token, 204), ("POST", "/v1/changes", pull, anne.token, 401),
        ]
        for method, path, body, token, wanted in tried:
            reply = service.ask(method, path, body, token)
            assert reply.status == wanted, f"{method} {path}: {reply.status}, {wanted} was expected: {reply.body[:200]}"
            description.answer(method, path, reply)
        described = {(method.upper(), path) for path, methods in description.document["paths"].items() for method in methods}
        assert described == {(method, path) for method, path, *_ in tried} | with_ids, "a route is described and not tried, or the other way round"


def refresh_rotates_and_reuse_ends_the_sign_in():
    with Service() as service:
        service.user("anne")
        service.start()
        anne = service.sign_in("anne")
        refresh = lambda token, device=anne.device: service.ask("POST", "/v1/session/refresh", {"refresh_token": token, "device": device, "protocol": 1})
        second = refresh(anne.session["refresh_token"])
        assert second.status == 200 and second.json["refresh_token"] != anne.session["refresh_token"]
        lost = refresh(anne.session["refresh_token"])
        assert lost.status == 200, "a reply that was lost may be asked for again"
        third = refresh(lost.json["refresh_token"])
        assert third.status == 200
        assert refresh(anne.session["refresh_token"]).status == 401, "an older token ends the sign-in"
        assert refresh(third.json["refresh_token"]).status == 401
        assert service.ask("POST", "/v1/presence", {"state": "pause"}, third.json["access_token"]).status == 401


def the_description_is_sound():
    folder = os.path.join(os.path.dirname(__file__), "support")
    if subprocess.run(["sh", "-c", "command -v npx"], capture_output=True).returncode:
        print("    (npx is not there: not linted)")
        return
    document = os.path.join(os.path.dirname(__file__), "../../resources/openapi/openapi.json")
    environment = dict(os.environ, REDOCLY_TELEMETRY="off", npm_config_update_notifier="false", CI="1")
    lint = subprocess.run(["npx", "--yes", "@redocly/cli@1.34.5", "lint", "--config", os.path.join(folder, "redocly.yaml"), document], capture_output=True, text=True,
                          env=environment, timeout=300)
    text = lint.stdout + lint.stderr
    if "npm" in text and ("ENOTFOUND" in text or "ECONN" in text or "E404" in text or "ETIMEDOUT" in text):
        print("    (the npm registry was not reached: not linted)")
        return
    assert lint.returncode == 0, text[-3000:]


main([every_route_answers_as_described, refresh_rotates_and_reuse_ends_the_sign_in, the_description_is_sound])
