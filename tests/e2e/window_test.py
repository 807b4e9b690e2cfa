# SPDX-License-Identifier: GPL-3.0-or-later
"""Tickets closed long ago, with real processes: they leave the consoles, are read from the service, and come back whole with late work on them."""
import contextlib
import os
import sqlite3
import sys
import uuid

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "support"))
from headless import Headless  # noqa: E402
from service import PASSWORD, Service, main, make_old, organisation_id, wait_until  # noqa: E402

MAIRIE = organisation_id("Mairie")


def asked(path, sql, *values):
    with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=30)) as db:
        return db.execute(sql, values).fetchall()


class Story:
    """One desk with a console, one that speaks the protocol, and tickets that were cancelled."""

    def __init__(self, service):
        self.service = service
        service.organisation("Mairie", "Ailleurs")
        service.user("anne", "Mairie")
        service.user("bob", "Mairie")
        service.user("carl", "Ailleurs")
        service.start()
        self.listen = f"127.0.0.1:{service.port}"
        self.database = os.path.join(service.data, "comptoir.db")
        self.anne = Headless(service.port, "anne", PASSWORD, service.folder).start()
        self.anne.ready()
        self.bob = service.sign_in("bob")
        self.worked_on, self.left = (self.cancelled(summary) for summary in ("Écran noir", "Imprimante bloquée"))
        assert self.bob.push(self.bob.open_ticket(MAIRIE, "du jour")).json["verdicts"][0]["code"] == "ok"  # nothing ages where nobody works
        self.anne.agree()
        wait_until(lambda: all(self.held(self.anne, ticket) == (1, 3) for ticket in (self.worked_on, self.left)), "the console has not fetched the tickets")

    def cancelled(self, summary):
        ticket = self.bob.open_ticket(MAIRIE, summary)
        over = dict(self.bob.note(ticket, "erreur"), kind="ticket.cancel", payload={"text": "erreur"})
        assert [verdict["code"] for verdict in self.bob.push(ticket, self.bob.note(ticket, "rappelé"), over).json["verdicts"]] == ["ok"] * 3
        return ticket

    @staticmethod
    def held(console, ticket):
        """How many rows of the ticket and of its history the console has."""
        key = uuid.UUID(ticket["id"]).bytes
        return asked(console.database, "SELECT (SELECT count(*) FROM ticket WHERE id = ?1), (SELECT count(*) FROM timeline WHERE ticket = ?1)", key)[0]

    def away(self):
        return {str(uuid.UUID(bytes=row[0])) for row in asked(self.database, "SELECT ticket FROM archived_ticket")}

    def years_later(self, *tickets):
        """The service is started again when nobody has touched these for three years."""
        assert self.service.stop() == 0
        with contextlib.closing(sqlite3.connect(self.database)) as db, db:
            for ticket in tickets:
                make_old(db, ticket["id"])
        self.service.start(self.listen)

    def search(self, desk, text):
        reply = self.service.ask("POST", "/v1/archive/search", {"text": text}, desk.token)
        assert reply.status == 200, reply.body
        return {row[1] for page in reply.json["scopes"] for table in page["tables"] for row in table["rows"]}


def an_old_ticket_leaves_the_console_is_read_when_asked_for_and_comes_back_with_late_work():
    with Service() as service:
        story = Story(service)
        anne, bob = story.anne, story.bob
        assert service.stop() == 0
        assert anne.do("note", ticket=story.worked_on["id"], text="rappelée en retard")["ok"]
        anne.kill()
        service.start(story.listen)
        story.years_later(story.worked_on, story.left)
        wait_until(lambda: story.away() == {story.worked_on["id"], story.left["id"]}, "the old tickets were not put away")
        assert not {story.worked_on["id"], story.left["id"]} & set(bob.everything().get("ticket", {}))
        assert story.search(bob, "bloq impr") == {story.left["id"]}
        assert story.search(bob, story.worked_on["payload"]["number"].lower()) == {story.worked_on["id"]}
        assert story.search(service.sign_in("carl"), "imprimante") == set()
        told = service.ask("GET", f"/v1/archive/{MAIRIE}/{story.left['id']}", None, bob.token).json["scopes"][0]["tables"]
        assert [(table["name"], len(table["rows"])) for table in told] == [("ticket", 1), ("timeline", 3)]

        anne.start().ready()
        anne.agree()
        wait_until(lambda: story.held(anne, story.left) == (0, 0), f"the console still has {story.held(anne, story.left)} of the one that left")
        wait_until(lambda: story.held(anne, story.worked_on) == (1, 4), f"the console has {story.held(anne, story.worked_on)} of the one that came back")
        assert story.away() == {story.left["id"]}
        rows = bob.everything()
        assert len([row for row in rows["timeline"].values() if row["ticket"] == story.worked_on["id"]]) == 4
        assert not [row for row in rows["timeline"].values() if row["ticket"] == story.left["id"]]
        read_by_the_console(story)
        done = service.run("verify")
        assert done.returncode == 0, done.stderr
        anne.close()


def read_by_the_console(story):
    """What the palette and the view of an older ticket ask, by the console's own code; nothing of it stays in its copy."""
    found = story.anne.do("archive_search", text="bloquée impr")
    assert [hit["id"] for hit in found["hits"]] == [story.left["id"]] and found["hits"][0]["summary"] == "Imprimante bloquée", found
    assert story.anne.do("archive_search", text="du jour")["hits"] == []  # it stands in the copy
    told = story.anne.do("archive_ticket", scope=found["hits"][0]["scope"], id=story.left["id"])
    assert told["row"]["state"] == "cancelled" and told["row"]["summary"] == "Imprimante bloquée", told
    assert [line["kind"] for line in told["timeline"]] == ["opened", "note", "cancelled"], told["timeline"]
    assert "error" in story.anne.do("archive_ticket", scope=organisation_id("Ailleurs"), id=story.left["id"])
    assert story.held(story.anne, story.left) == (0, 0)
    assert story.service.stop() == 0
    assert "error" in story.anne.do("archive_search", text="imprimante")
    story.service.start(story.listen)


def with_a_window_of_nothing_nothing_leaves():
    with Service("--window", "0") as service:
        story = Story(service)
        story.years_later(story.left)
        story.anne.agree()
        assert story.away() == set() and story.held(story.anne, story.left) == (1, 3)
        service.options = ("--window", "30")  # its time has come with that one
        story.years_later(story.left)
        wait_until(lambda: story.away() == {story.left["id"]}, "the old ticket was not put away")
        service.options = ("--window", "a year")
        assert service.stop() == 0
        refused = service.run("serve", "--window", "a year")
        assert refused.returncode == 2 and "--window" in refused.stderr, (refused.returncode, refused.stderr)
        story.anne.close()


main([an_old_ticket_leaves_the_console_is_read_when_asked_for_and_comes_back_with_late_work, with_a_window_of_nothing_nothing_leaves])
