#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A PostgreSQL of its own for tests, in a temporary folder, reached through a unix socket alone.

    postgres_server.py COMMAND …    runs the command with COMPTOIR_TEST_DATABASE naming it; exit 77 where PostgreSQL is not installed
"""
import glob
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time


def binaries():
    """The folder of initdb and postgres, the newest installed; None where there is none."""
    found = sorted(glob.glob("/usr/lib/postgresql/*/bin"), key=lambda one: int(one.split("/")[-2]))
    return pathlib.Path(found[-1]) if found and (pathlib.Path(found[-1]) / "initdb").exists() else None


class PostgresServer:
    """Started at once; stopped, with all its files gone, by close(). The role `comptoir` may make databases and is no superuser."""

    def __init__(self, *settings):
        self.bin, self.process = binaries(), None
        self.folder = tempfile.mkdtemp(prefix="comptoir-pg-")
        os.chmod(self.folder, 0o755)
        self.settings = settings
        # The server refuses to run as root.
        self.prefix = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.getuid() == 0 else []
        if self.prefix:
            shutil.chown(self.folder, "postgres", "postgres")
        self.data = os.path.join(self.folder, "data")
        self.run(self.bin / "initdb", "-D", self.data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
        self.start()
        self.sql("CREATE ROLE comptoir LOGIN CREATEDB")
        self.sql("CREATE DATABASE comptoir OWNER comptoir")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def run(self, *words):
        return subprocess.run([*self.prefix, *map(str, words)], check=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=self.folder, timeout=120)

    def start(self):
        options = ["-c", "listen_addresses=", "-c", "fsync=off", "-c", "max_connections=200", *(word for one in self.settings for word in ("-c", one))]
        log = open(os.path.join(self.folder, "log"), "ab")
        self.process = subprocess.Popen([*self.prefix, str(self.bin / "postgres"), "-D", self.data, "-k", self.folder, *options], stdout=log, stderr=log,
                                        cwd=self.folder)
        log.close()
        until = time.monotonic() + 30
        while subprocess.run([self.bin / "pg_isready", "-q", "-h", self.folder], check=False).returncode != 0:
            assert time.monotonic() < until and self.process.poll() is None, pathlib.Path(self.folder, "log").read_text()
            time.sleep(0.05)

    def stop(self, how=signal.SIGINT):
        """SIGINT ends the connections at once, SIGQUIT leaves recovery to the next start."""
        self.process.send_signal(how)
        self.process.wait(timeout=60)
        self.process = None

    def sql(self, text, database="postgres", user="postgres"):
        """Runs SQL; its rows as text, columns apart by `|`."""
        done = subprocess.run([self.bin / "psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", self.folder, "-U", user, "-d", database, "-c", text],
                              capture_output=True, text=True, check=False, timeout=120)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def uri(self, database="comptoir", user="comptoir"):
        return f"postgres://{user}@/{database}?host={self.folder}"

    def close(self):
        if self.process:
            self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)


def main():
    if binaries() is None:
        print("PostgreSQL is not installed (Debian: postgresql-15): skipped")
        return 77
    with PostgresServer() as server:
        environment = dict(os.environ, COMPTOIR_TEST_DATABASE=server.uri("postgres"))
        return subprocess.run(sys.argv[1:], env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
