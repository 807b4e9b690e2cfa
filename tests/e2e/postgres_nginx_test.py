# SPDX-License-Identifier: GPL-3.0-or-later
"""Two instances on one PostgreSQL behind the nginx site of packaging/nginx: TLS, events through it, an instance that is killed."""
import os
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "support"))
sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
from events import Stream  # noqa: E402
from instances import code_of, database_of, two  # noqa: E402
from nginx_site import NGINX, NginxSite  # noqa: E402
from postgres_server import PostgresServer, binaries  # noqa: E402
from service import organisation_id, run_tests, wait_until  # noqa: E402

def through_the_proxy():
    with PostgresServer() as server:
        first, second = two(server, database_of(server))
        with first, second:
            sockets = [os.path.join(one.folder, "http.sock") for one in (first, second)]
            for one, place in zip((first, second), sockets):
                one.start("unix:" + place, wait=False)
            proxy = NginxSite(first.folder, sockets)
            try:
                check(proxy, first)
            finally:
                proxy.close()


def check(proxy, first):
    anne, bob, a = proxy.sign_in("anne"), proxy.sign_in("bob"), organisation_id("A")
    streams = [Stream(bob) for _ in range(4)]  # at both instances: nginx gives them out in turn
    for stream in streams:
        assert stream.events(lambda e: "moved" in e)
    worst = 0
    for turn in range(20):
        began = time.monotonic()
        assert code_of(anne.push(anne.open_ticket(a, f"turn {turn}"))) == "ok"
        for stream in streams:
            assert stream.events(lambda e: e.get("moved", {}).get(a, 0) >= 2 * turn + 2), "a stream was not told"
        worst = max(worst, time.monotonic() - began)
    print(f"  pushed through nginx, told to 4 streams at two instances: {worst * 1000:.0f} ms at worst of 20")
    assert worst < 0.3, worst
    # One that is killed: what it had not answered is sent again, as a console does, and nothing is done twice.
    ops = [anne.open_ticket(a, f"after {turn}") for turn in range(20)]
    for turn, op in enumerate(ops):
        if turn == 5:
            first.kill()
        wait_until(lambda op=op: pushed(anne, op), "no instance took it", 15)
    assert len(anne.everything()["ticket"]) == 40
    assert proxy.ask("GET", "/metrics").status == 403
    assert proxy.ask("POST", "/v1/ops", b"x" * (1 << 20) + b"x", anne.token).status == 413


def pushed(desk, op):
    try:
        reply = desk.push(op)
    except OSError:
        return False
    if reply.status == 200:
        return code_of(reply) == "ok"
    assert reply.status in (502, 503, 504), reply.status
    return False


if __name__ == "__main__":
    if binaries() is None or NGINX is None:
        print("PostgreSQL or nginx is not installed (Debian: postgresql-15, nginx-light): skipped")
        sys.exit(77)
    sys.exit(run_tests([through_the_proxy]))
