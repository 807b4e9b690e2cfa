# SPDX-License-Identifier: GPL-3.0-or-later
"""A stream of server-sent events, read as it comes."""
import json
import time


class Stream:
    def __init__(self, desk):
        self.line = desk.service.connect()
        self.line.sendall(b"GET /v1/events HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + desk.token.encode() + b"\r\n\r\n")
        self.buffer = b""

    def events(self, wanted, timeout=5):
        """Reads until `wanted(event)` holds; that event. None at the end of the stream or of the time."""
        until = time.monotonic() + timeout
        while time.monotonic() < until:
            while b"\n\n" in self.buffer:
                block, self.buffer = self.buffer.split(b"\n\n", 1)
                for row in block.splitlines():
                    if row.startswith(b"data: "):
                        event = json.loads(row[6:])
                        if wanted(event):
                            return event
            self.line.settimeout(max(0.01, until - time.monotonic()))
            try:
                chunk = self.line.recv(65536)
            except TimeoutError:
                return None
            if not chunk:
                return None
            self.buffer += chunk
        return None

    def ended(self, timeout=5):
        self.line.settimeout(timeout)
        try:
            while self.line.recv(65536):
                pass
            return True
        except TimeoutError:
            return False
