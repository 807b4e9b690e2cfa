# SPDX-License-Identifier: GPL-3.0-or-later
"""Two instances on one PostgreSQL behind the nginx site of packaging/nginx: TLS, events through it, an instance that is killed."""
import http.client
import os
import pathlib
import re
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "support"))
sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
from events import Stream  # noqa: E402
from instances import code_of, database_of, two  # noqa: E402
from postgres_server import PostgresServer, binaries  # noqa: E402
from service import Line, organisation_id, run_tests, wait_until  # noqa: E402

SITE = pathlib.Path(__file__).parents[2] / "packaging/nginx/comptoir.conf"
NGINX = shutil.which("nginx", path="/usr/sbin:/usr/bin:/sbin")


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Proxy(Line):
    """nginx with the packaged site, its places exchanged for those of the test."""

    def __init__(self, folder, sockets):
        super().__init__(free_port())
        self.folder = folder
        key, self.certificate = os.path.join(folder, "key.pem"), os.path.join(folder, "cert.pem")
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj",
                        "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", self.certificate], check=True, capture_output=True)
        site = SITE.read_text(encoding="utf-8")
        servers = "".join(f"server unix:{one} max_fails=1 fail_timeout=2s;\n" for one in sockets)
        for was, becomes in ((r"server unix:/run/comptoird/http.sock [^;]*;", servers), (r"listen 443 ssl;", f"listen 127.0.0.1:{self.port} ssl;"),
                             (r"/etc/ssl/certs/comptoir.pem", self.certificate), (r"/etc/ssl/private/comptoir.key", key)):
            site, count = re.subn(was, becomes, site, count=1)
            assert count == 1, f"the site has no {was}"
        whole = os.path.join(folder, "nginx.conf")
        user = "user root;" if os.getuid() == 0 else ""
        temporary = "".join(f"{kind}_temp_path {folder}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        with open(whole, "w", encoding="utf-8") as file:
            file.write(f"{user} daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log; worker_processes 1;\n"
                       f"events {{ worker_connections 1024; }}\nhttp {{ access_log off; {temporary}\n{site}\n}}\n")
        self.process = subprocess.Popen([NGINX, "-p", folder, "-c", whole, "-e", f"{folder}/error.log"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.context = ssl.create_default_context(cafile=self.certificate)
        wait_until(self.answers, "nginx does not answer")

    def answers(self):
        assert self.process.poll() is None, pathlib.Path(self.folder, "error.log").read_text(encoding="utf-8")
        try:
            return self.ask("GET", "/healthz").status == 200
        except OSError:
            return False

    def http(self, timeout):
        line = http.client.HTTPSConnection("localhost", self.port, timeout=timeout, context=self.context)
        line._create_connection = lambda place, *rest, **more: socket.create_connection(("127.0.0.1", place[1]), *rest, **more)
        return line

    def connect(self):
        return self.context.wrap_socket(super().connect(), server_hostname="localhost")

    def close(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=20)


def through_the_proxy():
    with PostgresServer() as server:
        first, second = two(server, database_of(server))
        with first, second:
            sockets = [os.path.join(one.folder, "http.sock") for one in (first, second)]
            for one, place in zip((first, second), sockets):
                one.start("unix:" + place, wait=False)
            proxy = Proxy(first.folder, sockets)
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
