# SPDX-License-Identifier: GPL-3.0-or-later
"""How long a wrong password takes with a login there is and with one there is not: the medians of many tries in turn, side by side.

guessing.py --bin DIR     Each account is tried four times (the fifth would wait), each time from an address of its own.
"""
import argparse
import os
import socket
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../e2e/support"))

ACCOUNTS, TRIES = 30, 4


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--bin", required=True)
    os.environ["COMPTOIR_BIN"] = os.path.abspath(options.parse_args().bin)
    from figures import Table, median
    from service import Service, wait_until

    with Service("--connections-per-address", "0") as service:
        for at in range(ACCOUNTS):
            service.user(f"known{at:02}")
        path = os.path.join(service.folder, "http.sock")
        service.start("unix:" + path, wait=False)
        wait_until(lambda: os.path.exists(path), "the service does not listen")
        taken = {"known": [], "other": []}
        count = 0
        for turn in range(ACCOUNTS * TRIES):
            for who in ("known", "other") if turn % 2 else ("other", "known"):
                count += 1
                body = b'{"login":"%s%02d","password":"wrong password","device":"01977420-dc00-75e6-b885-eb1a6b905c8c","protocol":1}' % (who.encode(), turn % ACCOUNTS)
                with socket.socket(socket.AF_UNIX) as line:
                    line.settimeout(20)
                    line.connect(path)
                    began = time.perf_counter()
                    line.sendall(b"POST /v1/session HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 198.51.%d.%d\r\nContent-Length: %d\r\n\r\n" % (count // 250, count % 250 + 1, len(body)) + body)
                    answer = line.recv(4096)
                    taken[who].append((time.perf_counter() - began) * 1000)
                assert answer.startswith(b"HTTP/1.1 401 "), answer[:80]
        known, other = median(taken["known"]), median(taken["other"])
        gap = abs(known - other) / max(known, other)
        table = Table()
        table.row("guessing", f"a wrong password with a login there is, and with one there is not, {len(taken['known'])} of each in turn",
                  f"medians {known:.1f} ms and {other:.1f} ms, gap {100 * gap:.1f} %", "gap < 5 %", gap < 0.05)
        return table.missed


if __name__ == "__main__":
    sys.exit(main())
