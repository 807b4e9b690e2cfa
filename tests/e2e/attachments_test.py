# SPDX-License-Identifier: GPL-3.0-or-later
"""Files attached to tickets: their bytes on the way to a real service and back, cut anywhere, refused where they are not what was announced."""
import http.client
import os
import random
import sys
import threading
import time

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "support"))
from events import Stream  # noqa: E402
from service import Service, main, organisation_id  # noqa: E402

KILLS = int(os.environ.get("COMPTOIR_BLOB_KILLS", "12"))
LARGE = 3_000_017
MOST = 262_144
GONE = (OSError, http.client.HTTPException)


def content_of(size, seed=1):
    return random.Random(seed).randbytes(size)


def desk_with_file(service, content, organisation="A", login="anne"):
    desk = service.sign_in(login)
    ticket = desk.open_ticket(organisation_id(organisation))
    attach = desk.attach(ticket, content)
    reply = desk.push(ticket, attach)
    assert [verdict["code"] for verdict in reply.json["verdicts"]] == ["ok", "ok"], reply.body
    return desk, attach


def offset_of(desk, attach):
    reply = desk.service.ask("HEAD", desk.place(attach), token=desk.token)
    assert reply.status == 204, (reply.status, reply.headers)
    return int(reply.headers["upload-offset"]), reply.headers["upload-complete"] == "?1"


def send(desk, attach, content, piece=MOST):
    at = 0
    while at < len(content):
        reply = desk.put(attach, at, content[at:at + piece])
        assert reply.status == 204, (reply.status, reply.body)
        at = int(reply.headers["upload-offset"])
    assert reply.headers["upload-complete"] == "?1", reply.headers


def fetched(desk, attach, size, piece=MOST):
    out = b""
    while len(out) < size:
        reply = desk.service.ask("GET", desk.place(attach), None, desk.token, {"Range": f"bytes={len(out)}-{len(out) + piece - 1}"})
        assert reply.status == 206, (reply.status, reply.body)
        assert reply.headers["content-range"] == f"bytes {len(out)}-{len(out) + len(reply.body) - 1}/{size}", reply.headers
        out += reply.body
    return out


def row_of(desk, attach):
    return desk.everything()["attachment"][attach["payload"]["attachment"]]


class Stubborn(threading.Thread):
    """Goes on with `step` whatever happens to the service, until it tells that all is done."""

    def __init__(self, step):
        super().__init__(daemon=True)
        self.step, self.faults, self.broken = step, [], 0

    def run(self):
        while True:
            try:
                if self.step():
                    return
            except GONE:
                self.broken += 1
                time.sleep(0.01)
            except Exception as error:  # told by the test's own thread
                self.faults.append(repr(error))
                return


def killed_again_and_again(service, work, draw):
    """Kills the service at random moments of the work, at least KILLS times or until it is done."""
    port = service.port
    work.start()
    kills = 0
    while work.is_alive() and kills < KILLS:
        time.sleep(draw.uniform(0.005, 0.06))
        service.kill()
        kills += 1
        service.start(listen=f"127.0.0.1:{port}")
    work.join(60)
    assert not work.is_alive(), "it never came to its end"
    assert not work.faults, work.faults
    return kills


def an_upload_killed_at_random_bytes_is_resumed_and_comes_whole():
    draw = random.Random(7)
    content = content_of(LARGE)
    with Service() as service:
        service.organisation("A")
        service.user("anne", "A")
        service.start()
        desk, attach = desk_with_file(service, content)
        seen = []

        def step():
            at, whole = offset_of(desk, attach)
            assert not seen or at >= seen[-1] or whole, f"{at} after {seen[-1]}"  # what was acknowledged stays
            if whole:
                return True
            # An empty piece at the end: a service was killed before it looked at the whole.
            reply = desk.put(attach, at, content[at:at + draw.choice((4_096, 30_000, 65_536))])
            assert reply.status == 204, (reply.status, reply.body)
            seen.append(int(reply.headers["upload-offset"]))
            return reply.headers["upload-complete"] == "?1"

        work = Stubborn(step)
        kills = killed_again_and_again(service, work, draw)
        assert row_of(desk, attach)["state"] == "stored"
        assert fetched(desk, attach, LARGE) == content
        print(f"    ({kills} kills, {work.broken} requests broken, {len(seen)} pieces)", flush=True)


def a_download_killed_at_random_bytes_is_resumed_and_comes_whole():
    draw = random.Random(8)
    content = content_of(LARGE, 2)
    with Service() as service:
        service.organisation("A")
        service.user("anne", "A")
        service.start()
        desk, attach = desk_with_file(service, content)
        send(desk, attach, content)
        out = bytearray()

        def step():
            until = len(out) + draw.choice((5_000, 20_000, 65_536)) - 1
            reply = service.ask("GET", desk.place(attach), None, desk.token, {"Range": f"bytes={len(out)}-{until}"})
            assert reply.status == 206, (reply.status, reply.body)
            out.extend(reply.body)
            return len(out) >= LARGE

        work = Stubborn(step)
        kills = killed_again_and_again(service, work, draw)
        assert bytes(out) == content
        print(f"    ({kills} kills, {work.broken} requests broken)", flush=True)


def a_piece_whose_sender_goes_in_the_middle_leaves_nothing():
    content = content_of(200_000)
    with Service() as service:
        service.organisation("A")
        service.user("anne", "A")
        service.start()
        desk, attach = desk_with_file(service, content)
        head = f"PUT {desk.place(attach)} HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {desk.token}\r\nUpload-Offset: 0\r\nContent-Length: 100000\r\n\r\n"
        for sent in (0, 1, 4_096, 99_999):
            line = service.connect()
            line.sendall(head.encode() + content[:sent])
            line.close()
        time.sleep(0.3)
        assert offset_of(desk, attach) == (0, False)
        send(desk, attach, content)
        assert fetched(desk, attach, 200_000, 7_001) == content


def slow_senders_and_slow_readers_hold_nobody_up():
    content = content_of(MOST)
    with Service() as service:
        service.organisation("A")
        service.user("anne", "A")
        service.start()
        desk, attach = desk_with_file(service, content)
        send(desk, attach, content)
        slow = []
        for _ in range(40):
            line = service.connect()
            line.sendall(f"PUT {desk.place(attach)} HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {desk.token}\r\nUpload-Offset: 0\r\n"
                         f"Content-Length: {MOST}\r\n\r\n".encode() + content[:MOST // 2])
            slow.append(line)
            line = service.connect()
            line.sendall(f"GET {desk.place(attach)} HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {desk.token}\r\nRange: bytes=1-\r\n\r\n".encode())
            slow.append(line)  # and is never read
        worst = 0
        for _ in range(10):
            began = time.monotonic()
            assert desk.push(desk.open_ticket(organisation_id("A"))).json["verdicts"][0]["code"] == "ok"
            assert fetched(desk, attach, MOST) == content
            worst = max(worst, time.monotonic() - began)
        for line in slow:
            line.close()
        assert worst < 2, f"{worst:.1f} s"


def a_file_is_given_out_to_be_saved_and_never_as_a_page():
    content = b"<html><script>alert(1)</script></html>" + bytes(5_000)
    with Service() as service:
        service.organisation("A")
        service.user("anne", "A")
        service.start()
        desk, attach = desk_with_file(service, content)
        assert service.ask("GET", desk.place(attach), token=desk.token).json["code"] == "not_stored"
        send(desk, attach, content)
        for headers in ({}, {"Range": "bytes=0-99"}, {"Range": "lines=1-2"}, {"Range": "bytes=5-1"}, {"Range": "bytes=0-1,5-9"}):
            reply = service.ask("GET", desk.place(attach), None, desk.token, headers)
            assert reply.status == (206 if headers.get("Range") == "bytes=0-99" else 200), (headers, reply.status)
            assert reply.body == content[:100] if reply.status == 206 else reply.body == content
            assert reply.headers["content-type"] == "application/octet-stream"
            assert reply.headers["content-disposition"] == "attachment"
            assert reply.headers["x-content-type-options"] == "nosniff"
            assert "sandbox" in reply.headers["content-security-policy"]
            assert reply.headers["cache-control"] == "no-store"
        reply = service.ask("GET", desk.place(attach), None, desk.token, {"Range": f"bytes={len(content)}-"})
        assert reply.status == 416 and reply.headers["content-range"] == f"bytes */{len(content)}", reply.headers
        large = content_of(MOST + 1)
        desk, attach = desk_with_file(service, large)
        send(desk, attach, large)
        assert service.ask("GET", desk.place(attach), token=desk.token).json["code"] == "range"
        assert fetched(desk, attach, MOST + 1, 10**6) == large
        for bad in ("..", "%2e%2e", "x", "00000000-0000-0000-0000-000000000000"):
            assert service.ask("GET", f"/v1/blobs/{attach['scope']}/{attach['entity']}/{bad}", token=desk.token).status == 404


def what_is_not_as_announced_finds_no_room_or_is_not_ones_own_is_refused():
    content = content_of(600_000)
    with Service("--attachment-quota", "1") as service:
        service.organisation("A", "B")
        service.user("anne", "A")
        service.user("bob", "B")
        service.start()
        desk, attach = desk_with_file(service, content)
        send_wrong = bytearray(content)
        send_wrong[300_000] ^= 1
        at = 0
        while True:
            reply = desk.put(attach, at, bytes(send_wrong[at:at + MOST]))
            if reply.status != 204:
                break
            at = int(reply.headers["upload-offset"])
        assert (reply.status, reply.json["code"]) == (422, "content"), (reply.status, reply.body)
        assert offset_of(desk, attach) == (0, False)
        reply = desk.put(attach, 5_000, content[5_000:10_000])
        assert (reply.status, reply.json["code"], reply.json["offset"], reply.headers["upload-offset"]) == (409, "offset", 0, "0"), reply.body
        assert desk.put(attach, 0, content[:MOST + 1]).status == 413
        for headers in ({}, {"Upload-Offset": "-1"}, {"Upload-Offset": "0x0"}, {"Upload-Offset": "9" * 30}):
            assert service.ask("PUT", desk.place(attach), content[:5_000], desk.token, headers).status in (400, 409), headers
        send(desk, attach, content)
        _, second = desk_with_file(service, content_of(600_000, 3))
        reply = desk.put(second, 0, content[:MOST])
        assert (reply.status, reply.json["code"]) == (507, "quota"), reply.body
        bob, _ = desk_with_file(service, content[:50], "B", "bob")
        for method in ("GET", "HEAD", "PUT"):
            reply = service.ask(method, desk.place(attach), b"x" if method == "PUT" else None, bob.token, {"Upload-Offset": "0"})
            assert reply.status == 404, (method, reply.status)
        assert fetched(desk, attach, 600_000) == content


def everybody_hears_when_a_file_has_come():
    content = content_of(10_000)
    with Service() as service:
        service.organisation("A")
        service.user("anne", "A")
        service.user("bob", "A")
        service.start()
        desk, attach = desk_with_file(service, content)
        bob = service.sign_in("bob")
        stream, scope = Stream(bob), organisation_id("A")
        before = stream.events(lambda event: scope in event.get("moved", {}))["moved"][scope]
        assert row_of(bob, attach)["state"] == "held"
        send(desk, attach, content)
        assert stream.events(lambda event: event.get("moved", {}).get(scope, 0) > before), "no event came"
        row = row_of(bob, attach)
        assert (row["state"], row["holder_name"]) == ("stored", "test"), row
        assert fetched(bob, attach, 10_000) == content


def after_a_restore_what_is_lost_is_held_again_and_comes_again():
    first, second = content_of(300_000, 4), content_of(300_000, 5)
    with Service() as service:
        service.organisation("A")
        service.user("anne", "A")
        service.start()
        desk, kept = desk_with_file(service, first)
        send(desk, kept, first)
        ticket = desk.open_ticket(organisation_id("A"))
        attach = desk.attach(ticket, second)
        assert desk.push(ticket, attach).status == 200
        assert desk.put(attach, 0, second[:100_000]).status == 204
        backup = os.path.join(service.folder, "a.backup")
        assert service.run("backup", backup).returncode == 0
        at = 100_000
        while at < len(second):
            at = int(desk.put(attach, at, second[at:at + MOST]).headers["upload-offset"])
        lost_ticket = desk.open_ticket(organisation_id("A"))
        lost = desk.attach(lost_ticket, second)
        assert desk.push(lost_ticket, lost).status == 200
        send(desk, lost, second)
        assert service.stop() == 0
        done = service.run("restore", backup)
        assert done.returncode == 0, done.stderr
        service.start()
        again = service.sign_in("anne", device=desk.device)
        assert row_of(again, kept)["state"] == "stored"
        assert fetched(again, kept, len(first)) == first
        assert row_of(again, attach)["state"] == "held"
        assert offset_of(again, attach) == (100_000, False)
        assert [one["code"] for one in again.push(lost_ticket, lost).json["verdicts"]] == ["ok", "ok"]
        assert row_of(again, lost)["state"] == "held"
        at = 100_000
        while at < len(second):
            at = int(again.put(attach, at, second[at:at + MOST]).headers["upload-offset"])
        send(again, lost, second)
        for one in (attach, lost):
            assert fetched(again, one, len(second)) == second


main([an_upload_killed_at_random_bytes_is_resumed_and_comes_whole, a_download_killed_at_random_bytes_is_resumed_and_comes_whole,
      a_piece_whose_sender_goes_in_the_middle_leaves_nothing, slow_senders_and_slow_readers_hold_nobody_up,
      a_file_is_given_out_to_be_saved_and_never_as_a_page, what_is_not_as_announced_finds_no_room_or_is_not_ones_own_is_refused,
      everybody_hears_when_a_file_has_come, after_a_restore_what_is_lost_is_held_again_and_comes_again])
