# SPDX-License-Identifier: GPL-3.0-or-later
"""What befalls a desk of real processes: each of them killed or frozen, and every line between them gone bad."""
import collections
import os
import pathlib
import signal
import threading
import time


class Keeper:
    """Starts an instance again a little after it ended, as systemd does."""

    AGAIN = 0.5

    def __init__(self, instance):
        self.instance, self.over = instance, False
        self.socket = os.path.join(instance.folder, "http.sock")
        self.thread = threading.Thread(target=self._keep, daemon=True)
        self.thread.start()

    def _keep(self):
        while not self.over:
            self.instance.start("unix:" + self.socket, wait=False)
            self.instance.process.wait()
            self.instance.process.stdout.close()
            time.sleep(0 if self.over else self.AGAIN)

    @property
    def pid(self):
        return self.instance.process.pid

    def close(self):
        self.over = True
        self.instance.process.kill()
        self.thread.join(10)
        self.instance.process = None


def family(pid):
    """A process and its children."""
    found = [pid]
    for stat in pathlib.Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text(encoding="utf-8", errors="replace").rsplit(")", 1)[1].split()
        except OSError:  # it ended meanwhile
            continue
        if int(fields[1]) == pid:
            found.append(int(stat.parent.name))
    return found


def signalled(pids, what):
    for pid in pids:
        try:
            os.kill(pid, what)
        except ProcessLookupError:
            pass


class ChaosWorld:
    """Faults come one after the other, several at a time; each ends after its while, all of them when rage() returns."""

    def __init__(self, draw, server, keepers, site, lines, consoles):
        self.draw, self.server, self.keepers, self.site, self.lines, self.consoles = draw, server, keepers, site, lines, consoles
        self.nothing = collections.Counter()
        # name → (what, how long at most); each gives back how it ends, None where it is over at once, False where it could not befall
        self.kinds = {
            "console killed": (lambda: self._kill(self._anyone(consoles).process.pid), 0),
            "console frozen": (lambda: self._freeze([self._anyone(consoles).process.pid]), 6),
            "service killed": (lambda: self._kill(self._anyone(keepers).pid), 0),
            "service frozen": (lambda: self._freeze([self._anyone(keepers).pid]), 8),
            "nginx killed": (self._without_nginx, 3),
            "database frozen": (lambda: self._freeze(self._database()), 4),
            "database killed": (self._without_database, 3),
            "database line cut": (lambda: self._kill_one(self._database()[1:]), 0),
            **{f"line {mode}": (lambda mode=mode: self._spoil(mode), 12) for mode in ("silent", "half", "loss", "slow", "reset")},
        }

    def rage(self, seconds, trouble):
        """Counts what befell; raises with what `trouble` gives as soon as there is any."""
        befell, ends, names = collections.Counter(), [], []
        until = time.monotonic() + seconds
        try:
            while time.monotonic() < until:
                now = time.monotonic()
                for one in [one for one in ends if one[0] <= now]:
                    ends.remove(one)
                    one[1]()
                names = names or self.draw.sample(sorted(self.kinds), len(self.kinds))
                name = names.pop()
                begin, longest = self.kinds[name]
                end = begin()
                befell[name] += end is not False
                if end:
                    ends.append((now + self.draw.uniform(0.5, longest), end))
                time.sleep(self.draw.uniform(0.3, 1.5))
                assert not (found := trouble()), found
        finally:
            for _, end in ends:
                end()
        return befell

    def _anyone(self, those):
        return self.draw.choice(list(those))

    def _database(self):
        """The server and its children; none while it is down."""
        return family(self.server.process.pid) if self.server.process else []

    @staticmethod
    def _kill(pid):
        signalled([pid], signal.SIGKILL)

    def _kill_one(self, pids):
        return self._kill(self._anyone(pids)) if pids else False

    @staticmethod
    def _freeze(pids):
        signalled(pids, signal.SIGSTOP)
        return (lambda: signalled(pids, signal.SIGCONT)) if pids else False

    def _spoil(self, mode):
        line = self._anyone(self.lines)
        line.become(mode)
        return lambda: line.become("open")

    def _without_nginx(self):
        if self.site.process.poll() is not None:
            return False
        signalled(family(self.site.process.pid), signal.SIGKILL)
        self.site.process.wait()
        return self.site.start

    def _without_database(self):
        if self.server.process is None:
            return False
        signalled(family(self.server.process.pid), signal.SIGCONT)  # what is frozen does not end
        self.server.stop(signal.SIGQUIT)
        return self.server.start
