# SPDX-License-Identifier: GPL-3.0-or-later
"""A line to the service that can go bad: a small TCP proxy on loopback."""
import socket
import threading


class FaultyLine:
    """Carries bytes both ways. Its `mode`:

    open    everything passes, at once
    silent  connections are taken and nothing passes, in either direction; nobody is told
    half    what the console sends passes, of the service's answers only the first bytes do (a connection that went half-open meanwhile)

    What was held back is delivered late once the line is open again, as a network does it, whether anybody still waits for it or not.
    """

    FIRST_BYTES = 40

    def __init__(self, target):
        self.target = target
        self.mode = "open"
        self.changed = threading.Condition()
        self.turn = 0  # counts the changes of mode
        self.held = 0  # bytes that came late
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def become(self, mode):
        with self.changed:
            self.mode = mode
            self.turn += 1
            self.changed.notify_all()

    def close(self):
        self.listener.close()

    def _accept(self):
        while True:
            try:
                console, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self._join, args=(console,), daemon=True).start()

    def _join(self, console):
        with self.changed:
            self.changed.wait_for(lambda: self.mode != "silent")
        try:
            service = socket.create_connection(("127.0.0.1", self.target))
        except OSError:
            console.close()
            return
        threading.Thread(target=self._pump, args=(console, service, "up"), daemon=True).start()
        self._pump(service, console, "down")

    def _pump(self, source, sink, direction):
        first, turn = self.FIRST_BYTES, self.turn
        while data := self._received(source):
            with self.changed:
                mode, first, turn = self.mode, first if turn == self.turn else self.FIRST_BYTES, self.turn
            if mode == "half" and direction == "down":
                self._send(sink, data[:first])
                first, data = max(0, first - len(data)), data[first:]
            if data and (mode == "silent" or (mode == "half" and direction == "down")):
                with self.changed:
                    self.changed.wait_for(lambda: self.mode == "open")
                    self.held += len(data)
            self._send(sink, data)
        with self.changed:
            self.changed.wait_for(lambda: self.mode != "silent")  # an end is not told either
        for end in (sink, source):
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass

    @staticmethod
    def _received(source):
        try:
            return source.recv(65536)
        except OSError:
            return b""

    @staticmethod
    def _send(sink, data):
        try:
            sink.sendall(data)
        except OSError:
            pass
