# SPDX-License-Identifier: GPL-3.0-or-later
"""nginx with the packaged site in front of instances of the service."""
import http.client
import os
import pathlib
import random
import re
import shutil
import signal
import socket
import ssl
import subprocess

from service import Line, wait_until

SITE = pathlib.Path(__file__).parents[3] / "packaging/nginx/comptoir.conf"
NGINX = shutil.which("nginx", path="/usr/sbin:/usr/bin:/sbin")


def free_port():
    """Below the ports that the kernel gives to connections: one of these may be another's by the time nginx takes it."""
    while True:
        port = random.randrange(10_000, 32_000)
        with socket.socket() as one:
            try:
                one.bind(("127.0.0.1", port))
                return port
            except OSError:
                continue


class NginxSite(Line):
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
        self.command = [NGINX, "-p", folder, "-c", whole, "-e", f"{folder}/error.log"]
        self.context = ssl.create_default_context(cafile=self.certificate)
        self.start()
        wait_until(self.answers, "nginx does not answer")

    def start(self):
        self.process = subprocess.Popen(self.command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

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
