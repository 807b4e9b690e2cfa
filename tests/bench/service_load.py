#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Many consoles at one service: what a push takes, when others see it, what an idle console costs, how fast all come back.

Usage: service_load.py [--bin DIR] [--consoles 500] [--rate 50] [--seconds 300] [--organisations 20]

Every console is a device signed in, with a stream of events open. In each organisation one of them asks for the changes as soon as it is
told, the others only listen: a desk's consoles share the asking in time (they spread it), this machine is one; after a restart all of them
ask for what came last. Operations come at the rate told, evenly over the organisations, half openings and half notes. One row a figure:
name, what was measured, figure, bar, ok or MISSED."""
import argparse
import asyncio
import json
import os
import pathlib
import random
import subprocess
import sys
import time
import uuid

SOURCES = pathlib.Path(__file__).parents[2]
sys.path.insert(0, str(SOURCES / "tests/e2e/support"))
sys.path.insert(0, str(SOURCES / "tests/bench"))

SPREAD_S = 30  # how far consoles spread their return (Tuning::lostSpreadMostMs)
LAST_S = 5  # of operations that no listening console has when the service goes down
SIGN_INS_AT_ONCE = 16


class Http:
    """One kept connection; asked one thing at a time."""

    def __init__(self, port):
        self.port, self.reader, self.writer = port, None, None

    async def ask(self, method, path, body=None, token=None):
        """A kept line that the service has closed meanwhile (its keep-alive is over) is opened again, as any client does; every request here
        may be sent twice."""
        kept = self.writer is not None
        try:
            return await self.ask_once(method, path, body, token)
        except (OSError, asyncio.IncompleteReadError, IndexError):
            self.close()
            if not kept:
                raise
        return await self.ask_once(method, path, body, token)

    async def ask_once(self, method, path, body, token):
        if self.writer is None:
            self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port)
        data = b"" if body is None else json.dumps(body).encode()
        head = f"{method} {path} HTTP/1.1\r\nHost: a\r\nContent-Length: {len(data)}\r\nContent-Type: application/json\r\n"
        head += f"Authorization: Bearer {token}\r\n\r\n" if token else "\r\n"
        self.writer.write(head.encode() + data)
        status = int((await self.reader.readline()).split()[1])
        length = 0
        while (line := await self.reader.readline()) not in (b"\r\n", b""):
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        return status, json.loads(await self.reader.readexactly(length) or b"null")

    def close(self):
        if self.writer:
            self.writer.close()
        self.writer = None


class Unheeded(asyncio.Protocol):
    """What comes on a stream and nobody looks at: thousands of them must not keep this machine from measuring."""

    def __init__(self):
        self.over = asyncio.get_running_loop().create_future()

    def connection_lost(self, failure):
        if not self.over.done():
            self.over.set_result(None)


class Console:
    """A device signed in, listening; asks for changes where `asks`."""

    def __init__(self, load, organisation, asks):
        self.load, self.organisation, self.asks = load, organisation, asks
        self.device, self.cursors, self.seen, self.counter = str(uuid.uuid4()), {}, {}, 0
        self.http, self.agreed = Http(load.port), asyncio.Event()
        self.news = asyncio.Event()

    async def sign_in(self):
        async with self.load.gate:
            while True:
                status, reply = await self.http.ask("POST", "/v1/session", {"login": self.load.login(self.organisation), "password": self.load.password,
                                                                            "device": self.device, "device_name": "load", "protocol": 1})
                if status == 200:
                    break
                await asyncio.sleep(1)
        self.token, self.refresh, self.code, self.epoch = reply["access_token"], reply["refresh_token"], reply["device_code"], reply["epoch"]
        if not self.asks:
            self.http.close()

    async def renew(self):
        """Its token's time is up: thousands of sign-ins take longer."""
        async with self.load.gate:
            status, reply = await self.http.ask("POST", "/v1/session/refresh", {"refresh_token": self.refresh, "device": self.device, "protocol": 1})
        assert status == 200, reply
        self.token, self.refresh = reply["access_token"], reply["refresh_token"]

    async def listen(self):
        """Opens the stream, and again whenever it ends."""
        while not self.load.over:
            try:
                reader, writer = await asyncio.open_connection("127.0.0.1", self.load.port)
                writer.write(f"GET /v1/events HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {self.token}\r\n\r\n".encode())
                status = int((await reader.readuntil(b"\r\n\r\n")).split()[1])
                if status == 401:
                    await self.renew()
                    continue
                if status == 503:
                    await asyncio.sleep(random.uniform(0, 2))
                    continue
                assert status == 200, status
                if not self.agreed.is_set():
                    await self.pull()
                    self.agreed.set()
                if not self.asks:
                    unheeded = Unheeded()
                    writer.transport.set_protocol(unheeded)
                    await unheeded.over
                    raise ConnectionResetError
                while line := await reader.readline():
                    if line.startswith(b"data:") and b"moved" in line:
                        self.news.set()
            except (OSError, asyncio.IncompleteReadError, IndexError):
                pass
            self.http.close()
            self.agreed.clear()
            if not self.load.over:
                await asyncio.sleep(random.uniform(0, self.load.spread))

    async def pull(self):
        while True:
            status, reply = await self.http.ask("POST", "/v1/changes", {"epoch": self.epoch, "device": self.device, "cursors": self.cursors}, self.token)
            if status == 401:
                await self.renew()
                continue
            if status == 503:  # too many at once: later, as a console does
                await asyncio.sleep(random.uniform(0, 2))
                continue
            assert status == 200, reply
            now = time.monotonic()
            for page in reply["scopes"]:
                self.cursors[page["scope"]] = {"generation": page["generation"], "seq": page["to"]}
                for table in page["tables"]:
                    if self.asks and table["name"] == "timeline":
                        for row in table["rows"]:
                            self.seen.setdefault(row[1], now)
            if all(page["complete"] for page in reply["scopes"]):
                break
        if not self.asks:
            self.http.close()

    async def follow(self):
        while not self.load.over:
            await self.news.wait()
            self.news.clear()
            await self.pull()


class Load:
    def __init__(self, service, options, password):
        self.service, self.options, self.password = service, options, password
        self.port, self.over, self.spread = service.port, False, 1
        self.gate = asyncio.Semaphore(SIGN_INS_AT_ONCE)
        self.pushed, self.delays = {}, []
        from service import organisation_id, uuid7
        self.uuid7, self.names = uuid7, [f"O{at}" for at in range(options.organisations)]
        self.ids = {name: organisation_id(name) for name in self.names}

    def login(self, organisation):
        return "op" + organisation

    def memory(self):
        text = pathlib.Path(f"/proc/{self.service.process.pid}/smaps_rollup").read_text()
        return int(next(line.split()[1] for line in text.splitlines() if line.startswith("Pss:")))

    def requests_per_second(self):
        """As many as one can ask; nothing where wrk is not installed."""
        try:
            said = subprocess.run(["wrk", "-t1", "-c8", "-d5s", f"http://127.0.0.1:{self.port}/healthz"], capture_output=True, text=True, timeout=60).stdout
        except FileNotFoundError:
            return None
        return float(next(line.split()[1] for line in said.splitlines() if line.startswith("Requests/sec")))

    async def push(self, console, previous):
        """An opening, or a note on the ticket opened before."""
        op = self.uuid7()
        scope = self.ids[console.organisation]
        if previous is None:
            console.counter += 1
            message = {"id": op, "entity": op, "kind": "ticket.open",
                       "payload": {"organisation": scope, "summary": "Écran noir", "number": f"{console.code}-{console.counter}"}}
        else:
            message = {"id": op, "entity": previous, "kind": "ticket.note", "payload": {"text": "rappelé"}}
        message |= {"scope": scope, "v": 1, "deps": [], "age_ms": 0}
        line = self.lines.pop() if self.lines else Http(self.port)
        began = time.monotonic()
        request = {"epoch": console.epoch, "device": console.device, "protocol": 1, "ops": [message]}
        status, reply = await line.ask("POST", "/v1/ops", request, console.token)
        while status in (401, 503):
            await (console.renew() if status == 401 else asyncio.sleep(random.uniform(0, 1)))
            status, reply = await line.ask("POST", "/v1/ops", request, console.token)
        now = time.monotonic()
        self.lines.append(line)
        assert status == 200 and reply["verdicts"][0]["code"] == "ok", (status, reply)
        self.delays.append(now - began)
        self.pushed[op] = now
        return None if previous else op

    async def work(self, askers, seconds):
        self.lines, pending = [], set()
        last = {console: None for console in askers}
        began = time.monotonic()

        async def one(console):
            last[console] = await self.push(console, last[console])

        for at in range(int(self.options.rate * seconds)):
            await asyncio.sleep(max(0, began + at / self.options.rate - time.monotonic()))
            console = askers[at % len(askers)]
            task = asyncio.create_task(one(console))
            pending.add(task)
            task.add_done_callback(pending.discard)
        await asyncio.gather(*pending)
        await asyncio.sleep(2)

    @staticmethod
    async def all_agree(consoles, tasks):
        """A console that fails ends the run instead of being waited for."""
        agreed = asyncio.ensure_future(asyncio.gather(*(console.agreed.wait() for console in consoles)))
        done, _ = await asyncio.wait([agreed, *tasks], return_when=asyncio.FIRST_COMPLETED)
        for one in done:
            one.result()

    async def run(self):
        none = self.requests_per_second()
        askers = [Console(self, name, True) for name in self.names]
        idle = [Console(self, self.names[at % len(self.names)], False) for at in range(self.options.consoles - len(askers))]
        everybody = askers + idle
        await asyncio.gather(*(console.sign_in() for console in everybody))
        await asyncio.sleep(2)
        memory = self.memory()
        tasks = [asyncio.create_task(console.listen()) for console in everybody]
        tasks += [asyncio.create_task(console.follow()) for console in askers]
        await self.all_agree(everybody, tasks)
        await asyncio.sleep(2)
        rows = [("idle", f"service's memory per console, {len(everybody)} listening", (self.memory() - memory) / len(everybody), "KiB", 16, True)]
        beside = await asyncio.to_thread(self.requests_per_second)
        await self.work(askers, self.options.seconds)
        visible, missing = [], 0
        for console in askers:
            for op, when in self.pushed.items():
                if op in console.seen:
                    visible.append(max(0.0, console.seen[op] - when))
        missing = len(self.pushed) - len(visible)
        rows.append(("push", f"push p99, {self.options.rate} operations a second, {len(self.delays)} in all", at_percent(self.delays, 99) * 1000, "ms", 300, True))
        rows.append(("visible", "confirmed to visible at another console, p95", at_percent(visible, 95) * 1000, "ms", 200, True))
        rows.append(("skipped", "operations another console never saw", missing, "", 0, True))
        # Those that only listened have by now what the one that asks has; the last seconds' operations are what all come back for.
        of = {console.organisation: console.cursors for console in askers}
        for console in idle:
            console.cursors = dict(of[console.organisation])
        await self.work(askers, LAST_S)
        self.spread = SPREAD_S
        began = time.monotonic()
        self.service.kill()
        self.service.start(f"127.0.0.1:{self.port}")
        await asyncio.sleep(1)
        await self.all_agree(everybody, tasks)
        rows.append(("return", f"all {len(everybody)} consoles back in agreement after a restart", time.monotonic() - began, "s", 180, True))
        self.over = True
        for task in tasks:
            task.cancel()
        self.service.kill()
        self.service.start(f"127.0.0.1:{self.port}")
        if none:
            none = (none + await asyncio.to_thread(self.requests_per_second)) / 2
            rows.append(("beside", f"requests a second beside {len(everybody)} idle consoles, over those with none", beside / none, "x", 0.9, False))
        return rows


def at_percent(values, percent):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * percent / 100))] if ordered else float("nan")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--bin", default=str(SOURCES / "build/bench/bin"))
    options.add_argument("--consoles", type=int, default=500)
    options.add_argument("--rate", type=float, default=50)
    options.add_argument("--seconds", type=float, default=300)
    options.add_argument("--organisations", type=int, default=20)
    options = options.parse_args()
    os.environ["COMPTOIR_BIN"] = options.bin
    from service import PASSWORD, Service
    with Service("--connections-per-address", "0") as service:
        load_names = [f"O{at}" for at in range(options.organisations)]
        service.organisation(*load_names)
        for name in load_names:
            service.user("op" + name, name)
        service.start()
        rows = asyncio.run(Load(service, options, PASSWORD).run())
    missed = False
    for name, what, figure, unit, bar, most in rows:
        held = figure <= bar if most else figure >= bar
        missed = missed or not held
        print("\t".join([name, what, f"{figure:.2f} {unit}".strip(), f"{'≤' if most else '≥'} {bar} {unit}".strip(), "ok" if held else "MISSED"]), flush=True)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
