# SPDX-License-Identifier: GPL-3.0-or-later
"""An older database put in place by hand, with real processes: the service sees it by its fence, and the consoles send again what is lost."""
import contextlib
import os
import shutil
import sqlite3
import stat
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "support"))
from headless import Headless  # noqa: E402
from service import PASSWORD, Service, main, organisation_id, wait_until  # noqa: E402

MAIRIE = organisation_id("Mairie")


def asked(path, sql):
    with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=30)) as db:
        return db.execute(sql).fetchall()


class Story:
    """Two consoles; a copy of the data folder, and what was written since."""

    def __init__(self, service):
        self.service = service
        service.organisation("Mairie")
        for login in ("anne", "bob"):
            service.user(login, "Mairie")
        service.start()
        self.listen = f"127.0.0.1:{service.port}"
        self.database = os.path.join(service.data, "comptoir.db")
        self.consoles = [Headless(service.port, login, PASSWORD, service.folder).start() for login in ("anne", "bob")]
        for console in self.consoles:
            console.ready()
        self.write("avant")
        assert service.stop() == 0
        self.copy = os.path.join(service.folder, "copy")
        shutil.copytree(service.data, self.copy)
        self.epoch = self.epoch_of(self.database)
        service.start(self.listen)
        self.write("après")

    @staticmethod
    def epoch_of(database):
        return asked(database, "SELECT epoch FROM meta")[0][0]

    def write(self, when):
        for console in self.consoles:
            console.agree()
            opened = console.do("open", ticket={"organisation": MAIRIE, "summary": f"{when}, {console.login}"})
            assert "error" not in opened, opened
        for console in self.consoles:
            console.agree()

    def tickets(self, database=None):
        return sorted(row[0] for row in asked(database or self.database, "SELECT summary FROM ticket"))

    def all_back(self):
        """Every ticket stands at the service and at both consoles, once; the database is sound."""
        everything = ["après, anne", "après, bob", "avant, anne", "avant, bob"]
        for console in self.consoles:
            console.agree()
        wait_until(lambda: all(self.tickets(place) == everything for place in [None, *(console.database for console in self.consoles)]),
                   f"the service has {self.tickets()}, the consoles {[self.tickets(console.database) for console in self.consoles]}", 90)
        done = self.service.run("verify")
        assert done.returncode == 0, done.stderr

    def start_consoles_again(self):
        for console in self.consoles:
            console.kill()
            console.start().ready()


def an_older_file_put_in_place_begins_a_new_epoch_and_gets_back_what_it_lacks():
    with Service() as service:
        story = Story(service)
        assert service.stop() == 0
        fence = story.database + ".fence"
        assert stat.S_IMODE(os.stat(fence).st_mode) == 0o600
        shutil.copy(os.path.join(story.copy, "comptoir.db"), story.database)
        service.start(story.listen)
        assert story.epoch_of(story.database) != story.epoch
        story.start_consoles_again()
        story.all_back()
        # It is looked at once: the next start finds the database it left.
        epoch = story.epoch_of(story.database)
        assert service.stop() == 0
        service.start(story.listen)
        assert story.epoch_of(story.database) == epoch
        for console in story.consoles:
            console.close()


def a_folder_put_back_whole_shows_by_a_fence_elsewhere():
    with Service() as service:
        fence = os.path.join(service.folder, "beyond.fence")
        service.options = ("--fence", fence)
        story = Story(service)
        assert service.stop() == 0
        assert os.path.exists(fence) and not os.path.exists(story.database + ".fence")
        shutil.rmtree(service.data)
        shutil.copytree(story.copy, service.data)
        service.start(story.listen)
        assert story.epoch_of(story.database) != story.epoch
        story.start_consoles_again()
        story.all_back()
        for console in story.consoles:
            console.close()


def without_a_fence_the_consoles_find_it_and_send_again_what_is_lost():
    with Service() as service:
        story = Story(service)
        assert service.stop() == 0
        os.remove(story.database + ".fence")
        shutil.copy(os.path.join(story.copy, "comptoir.db"), story.database)
        service.start(story.listen)
        assert story.epoch_of(story.database) == story.epoch
        story.all_back()  # the consoles were not started again, nor signed out
        assert story.epoch_of(story.database) == story.epoch
        for console in story.consoles:
            console.close()


def a_fence_that_is_damaged_is_said_and_nobody_is_served():
    with Service() as service:
        service.organisation("Mairie")
        service.user("anne", "Mairie")
        service.start()
        fence = os.path.join(service.data, "comptoir.db.fence")
        wait_until(lambda: os.path.exists(fence), "no fence is written")
        assert service.stop() == 0
        with open(fence, "r+b") as file:
            file.truncate(10)
        done = service.run("serve", "--listen", "127.0.0.1:0")
        assert done.returncode != 0 and fence in done.stderr and "take that file away" in done.stderr, done
        os.remove(fence)
        service.start()


main([an_older_file_put_in_place_begins_a_new_epoch_and_gets_back_what_it_lacks, a_folder_put_back_whole_shows_by_a_fence_elsewhere,
      without_a_fence_the_consoles_find_it_and_send_again_what_is_lost, a_fence_that_is_damaged_is_said_and_nobody_is_served])
