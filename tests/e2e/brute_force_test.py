# SPDX-License-Identifier: GPL-3.0-or-later
"""A thousand sign-ins at once, and guessing at two services over one database."""
import json
import os
import re
import selectors
import socket
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "support"))
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from instances import database_of, two  # noqa: E402
from postgres_server import PostgresServer, binaries  # noqa: E402
from service import PASSWORD, Service, main, wait_until  # noqa: E402

DEVICE = "01977420-dc00-75e6-b885-eb1a6b905c8c"
AT_ONCE = 1000


def request(login, password, address):
    body = json.dumps({"login": login, "password": password, "device": DEVICE, "protocol": 1}).encode()
    return b"POST /v1/session HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s" % (address.encode(), len(body), body)


def resident_kib(process):
    with open(f"/proc/{process.pid}/status", encoding="ascii") as file:
        return int([line for line in file if line.startswith("VmRSS")][0].split()[1])


def all_at_once(path, requests, process):
    """Sends every request before it reads any answer; the answers and the most the service held."""
    chooser, lines, peak = selectors.DefaultSelector(), {}, 0
    for data in requests:
        line = socket.socket(socket.AF_UNIX)
        line.connect(path)
        lines[line] = b""
        line.setblocking(False)
        chooser.register(line, selectors.EVENT_READ)
        line.send(data)
    waiting, until = set(lines), time.monotonic() + 120
    while waiting:
        assert time.monotonic() < until, f"{len(waiting)} sign-ins had no answer after 120 s"
        for key, _ in chooser.select(0.05):
            chunk = key.fileobj.recv(65536)
            lines[key.fileobj] += chunk
            if not chunk:
                chooser.unregister(key.fileobj)
                key.fileobj.close()
                waiting.discard(key.fileobj)
        peak = max(peak, resident_kib(process))
    return list(lines.values()), peak


def a_thousand_sign_ins_at_once_keep_memory_bounded():
    with Service("--connections-per-address", "0") as service:
        service.user("anne")
        path = os.path.join(service.folder, "http.sock")
        service.start("unix:" + path, wait=False)
        wait_until(lambda: os.path.exists(path), "the service does not listen")
        before = resident_kib(service.process)
        # Known and unknown logins, each from an address of its own: neither limit is met, the queue alone bounds them.
        requests = [request("anne" if at == 0 else f"nobody{at}", PASSWORD if at == 0 else "wrong password", f"198.51.{at // 250}.{at % 250 + 1}") for at in range(AT_ONCE)]
        began = time.monotonic()
        answers, peak = all_at_once(path, requests, service.process)
        codes = {}
        for answer in answers:
            code = int(answer.split(b" ", 2)[1])
            codes[code] = codes.get(code, 0) + 1
            assert code in (200, 401, 429, 503), answer[:200]
            assert code in (200, 401) or re.search(rb"\r\nRetry-After: [1-9]", answer), answer[:300]
        assert codes.get(503, 0) > AT_ONCE / 2, codes
        assert codes.get(200, 0) + codes.get(401, 0) >= 50, codes
        assert peak < 256 * 1024, f"{peak} KiB resident"
        with socket.socket(socket.AF_UNIX) as line:  # alive, and who waited as told is let in
            line.settimeout(20)
            line.connect(path)
            line.sendall(request("anne", PASSWORD, "203.0.113.1"))
            assert b" 200 " in line.recv(4096)
        print(f"    {AT_ONCE} at once: {codes} in {time.monotonic() - began:.1f} s; {before // 1024} MiB before, at most {peak // 1024} MiB")


def two_services_over_one_postgresql_share_the_limits():
    if binaries() is None:
        print("    (PostgreSQL is not installed: not tried)")
        return
    with PostgresServer() as server:
        one, other = two(server, database_of(server))
        with one, other:
            guess_at_both(one, other)


def guess_at_both(one, other):
    paths = []
    for service in (one, other):
        paths.append(os.path.join(service.folder, "http.sock"))
        service.start("unix:" + paths[-1], wait=False)

    def status(at, login, password, address):
        with socket.socket(socket.AF_UNIX) as line:
            line.settimeout(20)
            line.connect(paths[at % 2])
            line.sendall(request(login, password, address))
            return int(line.recv(4096).split(b" ", 2)[1])

    assert [status(at, "anne", "wrong password", f"198.51.100.{at + 1}") for at in range(5)] == [401] * 5
    assert status(0, "anne", PASSWORD, "198.51.100.99") == status(1, "anne", PASSWORD, "198.51.100.98") == 429
    time.sleep(1.1)
    assert status(0, "anne", PASSWORD, "198.51.100.97") == 200, "never locked"
    assert [status(at, f"nobody{at}", "wrong password", "192.0.2.1") for at in range(20)] == [401] * 20
    assert status(0, "anne", PASSWORD, "192.0.2.1") == status(1, "anne", PASSWORD, "192.0.2.1") == 429


main([a_thousand_sign_ins_at_once_keep_memory_bounded, two_services_over_one_postgresql_share_the_limits])
