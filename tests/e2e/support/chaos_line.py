# SPDX-License-Identifier: GPL-3.0-or-later
"""A line that goes bad in more ways: lost pieces, a byte a second, connections that are reset."""
import random
import socket
import struct
import threading

from faulty_line import FaultyLine


class ChaosLine(FaultyLine):
    """FaultyLine's modes, and:

    loss    one piece of 1,400 bytes in twenty is lost on the way: it and all after it come when it was sent again, 0.2 s later, twice that where
            it is lost again (what a loss is to those who speak TCP)
    slow    a byte a second, in either direction
    reset   the connections there are, and every new one, end by a reset
    """

    PIECE, LOST, AGAIN = 1400, 0.05, 0.2

    def __init__(self, target, seed):
        self.draw = random.Random(seed)
        self.live = set()
        super().__init__(target)

    def become(self, mode):
        super().become(mode)
        if mode == "reset":
            with self.changed:
                ends = [end for pair in self.live for end in pair]
            for end in ends:
                self._break_off(end)

    @staticmethod
    def _break_off(end):
        """Its close will be a reset; whoever reads from it wakes up."""
        try:
            end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            end.shutdown(socket.SHUT_RD)
        except OSError:
            pass

    def _join(self, console):
        with self.changed:
            self.changed.wait_for(lambda: self.mode != "silent")
            refused = self.mode == "reset"
        try:
            service = None if refused else socket.create_connection(("127.0.0.1", self.target))
        except OSError:
            service = None
        if service is None:
            self._break_off(console)
            console.close()
            return
        pair = (console, service)
        with self.changed:
            self.live.add(pair)
        up = threading.Thread(target=self._pump, args=(console, service, "up"), daemon=True)
        up.start()
        self._pump(service, console, "down")
        up.join()
        with self.changed:
            self.live.discard(pair)
        for end in pair:
            end.close()

    def _pump(self, source, sink, direction):
        while data := self._received(source):
            for at in range(0, len(data), self.PIECE):
                self._carry(sink, data[at:at + self.PIECE], direction)
        with self.changed:
            self.changed.wait_for(lambda: self.mode != "silent")
            broken = self.mode == "reset"
        for end in () if broken else (sink, source):
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass

    def _carry(self, sink, piece, direction):
        if self.mode == "loss":
            self._lose(piece)
        if self.mode == "half" and direction == "down":
            self._send(sink, piece[:self.FIRST_BYTES])
            piece = piece[self.FIRST_BYTES:]
        while piece and self.mode == "slow":
            self._send(sink, piece[:1])
            piece = piece[1:]
            with self.changed:
                self.changed.wait_for(lambda: self.mode != "slow", timeout=1)
        with self.changed:
            held = self.mode == "silent" or (self.mode == "half" and direction == "down")
            self.changed.wait_for(lambda: self.mode != "silent" and (self.mode != "half" or direction == "up"))
            self.held += len(piece) if held else 0
        self._send(sink, piece)

    def _lose(self, _piece):
        again = self.AGAIN
        while self.draw.random() < self.LOST:
            with self.changed:
                self.changed.wait_for(lambda: self.mode != "loss", timeout=again)
            again *= 2
