# SPDX-License-Identifier: GPL-3.0-or-later
"""The endpoint against hostile and clumsy clients: smuggling, limits, slowness, HEAD, pipelining, TLS."""
import os
import socket
import ssl
import stat
import subprocess
import sys
import time
import warnings

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "support"))
from service import Service, main, wait_until  # noqa: E402


def talk(port, data, timeout=5):
    """Sends bytes and reads until the other side closes, or is silent for `timeout` seconds."""
    with socket.create_connection(("127.0.0.1", port), timeout=timeout) as line:
        out = b""
        try:
            line.sendall(data)
            while chunk := line.recv(65536):
                out += chunk
        except (TimeoutError, ConnectionError):
            pass
        return out


def status(answer):
    return int(answer.split(b" ", 2)[1]) if answer.startswith(b"HTTP/1.1 ") else 0


def smuggling_is_refused():
    cases = {
        "both lengths": b"POST /v1/ops HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /healthz HTTP/1.1\r\nHost: a\r\n\r\n",
        "chunked before length": b"POST /v1/ops HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\nGET /healthz HTTP/1.1\r\nHost: a\r\n\r\n",
        "two lengths": b"POST /v1/ops HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nabcde",
        "a list of lengths": b"POST /v1/ops HTTP/1.1\r\nHost: a\r\nContent-Length: 4, 5\r\n\r\nabcde",
        "a negative length": b"POST /v1/ops HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
        "a length with a sign": b"POST /v1/ops HTTP/1.1\r\nHost: a\r\nContent-Length: +4\r\n\r\nabcd",
        "a length of 25 digits": b"POST /v1/ops HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000000000000000000000\r\n\r\n",
        "a length in hex": b"POST /v1/ops HTTP/1.1\r\nHost: a\r\nContent-Length: 0x4\r\n\r\nabcd",
        "a space before the colon": b"GET /healthz HTTP/1.1\r\nHost : a\r\n\r\n",
        "a folded line": b"GET /healthz HTTP/1.1\r\nHost: a\r\nX: b\r\n\tc: d\r\n: e\r\n\r\n",
        "a bare line feed in a name": b"GET /healthz HTTP/1.1\r\nHost: a\r\nX\n: b\r\n\r\n",
        "a NUL": b"GET /healthz HTTP/1.1\r\nHost: a\r\nX: a\x00b\r\n\r\n",
        "no host": b"GET /healthz HTTP/1.1\r\n\r\n",
        "two hosts": b"GET /healthz HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "no version": b"GET /healthz\r\n\r\n",
        "another version": b"GET /healthz HTTP/9.9\r\nHost: a\r\n\r\n",
        "an absolute target": b"GET http://other/healthz HTTP/1.1\r\nHost: a\r\n\r\n",
        "a broken chunk": b"POST /v1/ops HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n",
        "noise": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x00" * 64,
    }
    with Service() as service:
        service.start()
        for name, data in cases.items():
            answer = talk(service.port, data, 1.5)
            assert 400 <= status(answer) < 500, f"{name}: {answer[:80]!r}"
            assert answer.count(b"HTTP/1.1 ") == 1, f"{name}: a second answer came"
        assert service.ask("GET", "/healthz").status == 200


def limits_hold():
    with Service() as service:
        service.start()
        assert status(talk(service.port, b"GET /healthz HTTP/1.1\r\nHost: a\r\nX: " + b"a" * 9000 + b"\r\n\r\n", 2)) == 431
        big = b"POST /v1/ops HTTP/1.1\r\nHost: a\r\nContent-Length: 1048577\r\n\r\n"
        assert status(talk(service.port, big, 2)) == 413
        assert status(talk(service.port, big + b"x" * 1048577, 2)) == 413
        chunked = b"POST /v1/ops HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + (b"10000\r\n" + b"x" * 65536 + b"\r\n") * 20 + b"0\r\n\r\n"
        assert status(talk(service.port, chunked, 2)) == 413
        assert service.ask("POST", "/v1/ops", "x" * 1000).status == 401
        for path in ("/", "/v1", "/v1/ops/", "//v1/ops", "/v1/../metrics", "/V1/ops", "/v1/ops%00", "/etc/passwd"):
            assert service.ask("GET", path).status == 404, path
        assert service.ask("GET", "/v1/ops").headers["allow"] == "POST"
        assert service.ask("PUT", "/v1/session").headers["allow"] == "POST, DELETE"
        resident = int([line for line in service.ask("GET", "/metrics").body.decode().splitlines() if line.startswith("process_resident")][0].split()[1])
        assert resident < 256e6, f"{resident} bytes resident"


def head_answers_as_get_without_the_body():
    with Service() as service:
        service.start()
        for path in ("/healthz", "/readyz", "/v1/openapi.json"):
            get, head = service.ask("GET", path), service.ask("HEAD", path)
            assert head.status == get.status == 200 and head.body == b""
            assert head.headers["content-length"] == get.headers["content-length"] == str(len(get.body)), path
        two = talk(service.port, b"HEAD /healthz HTTP/1.1\r\nHost: a\r\n\r\nGET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        assert two.count(b"HTTP/1.1 200") == 2 and two.count(b'{"status":"ok"}') == 1


def pipelined_requests_are_answered_in_order():
    with Service() as service:
        service.start()
        batch = b"".join(b"GET /%s HTTP/1.1\r\nHost: a\r\n\r\n" % (b"healthz" if at % 3 else b"readyz") for at in range(300))
        answer = talk(service.port, batch + b"GET /nothing HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", 10)
        bodies = [part.split(b"\r\n\r\n", 1)[1] for part in answer.split(b"HTTP/1.1 200 OK")[1:]]
        assert len(bodies) == 300, len(bodies)
        assert all((b"ready" in body) == (at % 3 == 0) for at, body in enumerate(bodies))
        assert answer.endswith(b"}") and b"HTTP/1.1 404" in answer


def expectations_and_old_clients_are_served():
    with Service() as service:
        service.start()
        with socket.create_connection(("127.0.0.1", service.port), timeout=5) as line:
            line.sendall(b"POST /v1/ops HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n")
            assert line.recv(100).startswith(b"HTTP/1.1 100 ")
            line.sendall(b"{}")
            assert b" 401 " in line.recv(4096)
        old = talk(service.port, b"GET /healthz HTTP/1.0\r\n\r\n")
        assert status(old) == 200 and b"Connection: close" in old


def slow_clients_are_dropped_and_hurt_nobody():
    with Service() as service:
        service.start()
        slow = []
        for _ in range(100):
            line = socket.create_connection(("127.0.0.1", service.port))
            line.sendall(b"POST /v1/ops HTTP/1.1\r\nHost: a\r\nX-Slow: ")
            slow.append(line)
        began, ended = time.monotonic(), 0.0
        while time.monotonic() - began < 20:
            at = time.monotonic()
            assert service.ask("GET", "/healthz").status == 200
            assert time.monotonic() - at < 2, "an honest client waited"
            for line in slow:
                try:
                    line.send(b"a")
                except OSError:
                    ended = time.monotonic() - began
            if ended:
                break
            time.sleep(0.5)
        for line in slow:
            line.close()
        assert 5 < ended < 16, f"slow clients were dropped after {ended:.1f} s"


def connections_per_address_are_limited():
    with Service("--connections-per-address", "5") as service:
        service.start()
        lines = [socket.create_connection(("127.0.0.1", service.port), timeout=3) for _ in range(8)]
        answered = 0
        for line in lines:
            try:
                line.sendall(b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
                answered += line.recv(100).startswith(b"HTTP/1.1 200")
            except OSError:
                pass
        for line in lines:
            line.close()
        assert answered == 5, answered


def forged_identity_headers_open_nothing():
    names = ["X-Forwarded-User", "X-Remote-User", "Remote-User", "REMOTE_USER", "X-User", "X-Auth-User", "X-Forwarded-Email", "X-Authenticated-User", "X-SSO-User",
             "X-WEBAUTH-USER", "X-Forwarded-For", "X-Real-IP", "Forwarded", "X-Client-Cert", "X-SSL-Client-S-DN", "SSL_CLIENT_S_DN", "X-Amzn-Oidc-Identity",
             "Cf-Access-Authenticated-User-Email", "X-Goog-Authenticated-User-Email", "X-Ms-Client-Principal"]
    with Service() as service:
        service.user("anne", role="administrator")
        service.start()
        for name in names:
            for method, path in (("POST", "/v1/ops"), ("POST", "/v1/changes"), ("GET", "/v1/events"), ("POST", "/v1/presence"), ("DELETE", "/v1/session")):
                assert service.ask(method, path, "{}" if method == "POST" else None, headers={name: "anne"}).status == 401, (name, path)


def a_proxy_is_believed_over_a_unix_socket_alone():
    with Service() as service:
        path = os.path.join(service.folder, "http.sock")
        service.user("anne")
        service.start("unix:" + path, wait=False)
        def sign_in(address, password):
            with socket.socket(socket.AF_UNIX) as line:
                line.settimeout(20)
                line.connect(path)
                body = b'{"login":"anne","password":"%s","device":"01977420-dc00-75e6-b885-eb1a6b905c8c","protocol":1}' % password
                line.sendall(b"POST /v1/session HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 203.0.113.9, %s\r\nContent-Length: %d\r\n\r\n" % (address, len(body)) + body)
                return status(line.recv(4096))
        for at in range(20):
            with socket.socket(socket.AF_UNIX) as line:
                line.settimeout(20)
                line.connect(path)
                body = b'{"login":"nobody%d","password":"wrong","device":"01977420-dc00-75e6-b885-eb1a6b905c8c","protocol":1}' % at
                line.sendall(b"POST /v1/session HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 192.0.2.1\r\nContent-Length: %d\r\n\r\n" % len(body) + body)
                assert status(line.recv(4096)) == 401
        assert sign_in(b"192.0.2.1", b"correct horse battery") == 429
        assert sign_in(b"192.0.2.2", b"correct horse battery") == 200
        assert service.stop() == 0 and not os.path.exists(path)


def tls_is_spoken_from_1_2_on():
    with Service() as service:
        key, cert = os.path.join(service.folder, "key.pem"), os.path.join(service.folder, "cert.pem")
        made = subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", cert, "-days", "2", "-subj", "/CN=localhost",
                               "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"], capture_output=True)
        if made.returncode:
            print("  (no openssl: left out)")
            return
        service.options = ("--tls-cert", cert, "--tls-key", key)
        service.start()
        context = ssl.create_default_context(cafile=cert)
        with context.wrap_socket(socket.create_connection(("127.0.0.1", service.port), timeout=10), server_hostname="localhost") as line:
            assert line.version() in ("TLSv1.2", "TLSv1.3")
            for _ in range(2):
                line.sendall(b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
                assert line.recv(4096).startswith(b"HTTP/1.1 200")
        old = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        old.check_hostname, old.verify_mode = False, ssl.CERT_NONE
        old.set_ciphers("ALL:@SECLEVEL=0")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            old.minimum_version = old.maximum_version = ssl.TLSVersion.TLSv1_1
        try:
            old.wrap_socket(socket.create_connection(("127.0.0.1", service.port), timeout=10))
            raise AssertionError("TLS 1.1 was spoken")
        except (ssl.SSLError, ConnectionError):
            pass
        assert status(talk(service.port, b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n", 2)) == 0


def a_stop_lets_the_requests_that_stand_end():
    with Service() as service:
        service.user("anne")
        service.start()
        with socket.create_connection(("127.0.0.1", service.port), timeout=10) as line:
            body = b'{"login":"anne","password":"correct horse battery","device":"01977420-dc00-75e6-b885-eb1a6b905c8c","protocol":1}'
            line.sendall(b"POST /v1/session HTTP/1.1\r\nHost: a\r\nContent-Length: %d\r\n\r\n" % len(body) + body)
            seen = lambda text: "requests_in_flight 0" not in text or 'route="/v1/session"' in text
            wait_until(lambda: seen(service.ask("GET", "/metrics").body.decode()), "the request was never taken up")
            assert service.stop() == 0
            assert line.recv(4096).startswith(b"HTTP/1.1 200")


def only_a_socket_is_replaced_by_the_socket():
    with Service() as service:
        path = os.path.join(service.folder, "http.sock")
        with open(path, "w", encoding="ascii") as file:
            file.write("somebody's")
        refused = service.run("serve", "--listen", "unix:" + path)
        assert refused.returncode == 4 and "no socket" in refused.stderr, refused
        with open(path, encoding="ascii") as file:
            assert file.read() == "somebody's"
        os.remove(path)
        service.start("unix:" + path, wait=False)
        service.kill()
        assert stat.S_ISSOCK(os.lstat(path).st_mode), "what a killed service leaves"
        service.start("unix:" + path, wait=False)
        assert service.stop() == 0 and not os.path.lexists(path)


main([smuggling_is_refused, limits_hold, head_answers_as_get_without_the_body, pipelined_requests_are_answered_in_order,
      expectations_and_old_clients_are_served, slow_clients_are_dropped_and_hurt_nobody, connections_per_address_are_limited,
      forged_identity_headers_open_nothing, a_proxy_is_believed_over_a_unix_socket_alone, tls_is_spoken_from_1_2_on, a_stop_lets_the_requests_that_stand_end,
      only_a_socket_is_replaced_by_the_socket])
