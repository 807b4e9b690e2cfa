# SPDX-License-Identifier: GPL-3.0-or-later
"""Server-sent events: what is told to whom, thousands at once, and the end of a stream."""
import os
import resource
import selectors
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "support"))
from events import Stream  # noqa: E402
from service import Service, main, organisation_id, wait_until  # noqa: E402


def prepared(service):
    service.organisation("A", "B")
    service.user("anne", "A")
    service.user("bob", "B")
    service.user("sue", "A", "B", role="supervisor")
    return service.start()


def only_granted_scopes_are_told():
    with Service() as service:
        prepared(service)
        anne, bob = service.sign_in("anne"), service.sign_in("bob")
        a, b = organisation_id("A"), organisation_id("B")
        of_anne, of_bob = Stream(anne), Stream(bob)
        first = of_anne.events(lambda e: "moved" in e)
        assert set(first["moved"]) == {"shared", a}, first
        assert set(of_bob.events(lambda e: "moved" in e)["moved"]) == {"shared", b}
        began = time.monotonic()
        assert anne.push(anne.open_ticket(a)).json["verdicts"][0]["code"] == "ok"
        assert of_anne.events(lambda e: e.get("moved") == {a: 2})
        assert time.monotonic() - began < 3
        assert of_bob.events(lambda e: a in e.get("moved", {}), 1) is None


def presence_goes_to_supervisors_and_to_oneself():
    with Service() as service:
        prepared(service)
        anne, bob, sue = service.sign_in("anne"), service.sign_in("bob"), service.sign_in("sue")
        streams = [Stream(one) for one in (anne, bob, sue)]
        for stream in streams:
            assert stream.events(lambda e: "moved" in e)
        assert service.ask("POST", "/v1/presence", {"state": "on_call", "since_ms": 5000, "text": "", "ringing": 1, "oldest_ring_ms": 0}, anne.token).status == 204
        told = lambda e: any(p["operator"] == anne.session["operator"] and p["state"] == "on_call" for p in e.get("presence", []))
        assert streams[2].events(told) and streams[0].events(told)
        assert streams[1].events(told, 1) is None
        late = Stream(sue)
        assert late.events(told), "who comes later learns it, too"
        assert service.ask("POST", "/v1/presence", {"state": "juggling"}, anne.token).status == 400


def a_stream_ends_with_its_rights():
    with Service() as service:
        prepared(service)
        anne, bob = service.sign_in("anne"), service.sign_in("bob")
        granted, left = Stream(anne), Stream(bob)
        assert granted.events(lambda e: "moved" in e) and left.events(lambda e: "moved" in e)
        assert service.run("user", "grant", "anne", "B").returncode == 0
        assert granted.ended()
        assert set(Stream(anne).events(lambda e: "moved" in e)["moved"]) == {"shared", organisation_id("A"), organisation_id("B")}
        assert service.ask("DELETE", "/v1/session", token=bob.token).status == 204
        assert left.ended()
        assert service.ask("GET", "/v1/events", token=bob.token).status == 401
        last = Stream(anne)
        assert last.events(lambda e: "moved" in e)
        assert service.stop() == 0 and last.ended()


def two_thousand_listeners_cost_no_thread():
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    count = 2000 if hard >= 4200 else max(100, hard // 2 - 100)
    with Service("--connections-per-address", "0") as service:
        prepared(service)
        sue = service.sign_in("sue")
        threads = lambda: len(os.listdir(f"/proc/{service.process.pid}/task"))
        before = threads()
        streams = [Stream(sue) for _ in range(count)]
        for stream in streams:
            assert stream.events(lambda e: "moved" in e, 30)
        assert threads() <= before + 1, f"{threads()} threads for {count} streams, {before} before"
        began = time.monotonic()
        assert sue.push(sue.open_ticket(organisation_id("A"))).status == 200
        chooser, waiting = selectors.DefaultSelector(), set(streams)
        for stream in streams:
            chooser.register(stream.line, selectors.EVENT_READ, stream)
        while waiting and time.monotonic() - began < 20:
            for key, _ in chooser.select(1):
                key.data.buffer += key.fileobj.recv(65536)
                if b"moved" in key.data.buffer:
                    waiting.discard(key.data)
                    chooser.unregister(key.fileobj)
        assert not waiting, f"{len(waiting)} were not told"
        print(f"    {count} told in {(time.monotonic() - began) * 1000:.0f} ms")
        for stream in streams:
            stream.line.close()
        wait_until(lambda: "comptoird_event_streams 0" in service.ask("GET", "/metrics").body.decode(), "streams stayed after their end")


main([only_granted_scopes_are_told, presence_goes_to_supervisors_and_to_oneself, a_stream_ends_with_its_rights, two_thousand_listeners_cost_no_thread])
