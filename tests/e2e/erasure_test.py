# SPDX-License-Identifier: GPL-3.0-or-later
"""The right to be forgotten, with real processes: no file of the service or of a console tells of the person, whatever was away or restored."""
import os
import pathlib
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "support"))
from headless import Headless  # noqa: E402
from service import PASSWORD, Service, main, organisation_id, wait_until  # noqa: E402

NAME, MAIL, NUMBER = "Zéphirine Quillacq", "zephirine.quillacq@mairie.example", "05 56 10 20 30"
TRACES = [text.encode() for text in ("Quillacq", "quillacq", "QUILLACQ", "Zéphirine", "zephirine", NUMBER, "0556102030", "+33556102030")]


def telling(*folders):
    """The files that hold anything of her, with what it is."""
    found = []
    for folder in folders:
        for path in pathlib.Path(folder).rglob("*"):
            if path.is_file():
                content = path.read_bytes()
                found += [f"{path}: {trace.decode()}" for trace in TRACES if trace in content]
    return found


def consoles_forget(service, *consoles):
    for console in consoles:
        wait_until(lambda: not telling(console.folder), f"{console.login} still has {telling(console.folder)[:5]}", 60)
    assert not telling(service.folder), telling(service.folder)[:5]


class Story:
    """Two desks; she called one of them, and her ticket was worked on at both."""

    def __init__(self, service):
        self.service = service
        service.organisation("Mairie")
        service.user("anne", "Mairie")
        service.user("bob", "Mairie")
        service.start()
        self.listen = f"127.0.0.1:{service.port}"
        self.anne, self.bob = (Headless(service.port, login, PASSWORD, service.folder).start() for login in ("anne", "bob"))
        for console in (self.anne, self.bob):
            console.ready()
            console.agree()
        organisation = organisation_id("Mairie")
        self.person = self.anne.do("person", person={"organisation": organisation, "given_name": "Zéphirine", "family_name": "Quillacq", "email": MAIL,
                                   "numbers": f'[{{"kind":"direct","written":"{NUMBER}","key":"+33556102030"}}]'})["person"]
        opened = self.anne.do("open", ticket={"organisation": organisation, "requester": self.person, "requester_name": NAME,
                                              "summary": "PC de Mme Quillacq lent", "description": f"joignable au {NUMBER} ou {MAIL}"})
        assert "error" not in opened, opened
        self.ticket = opened["ticket"]
        self.anne.do("contact", number="0556102030", name=NAME, text="Zéphirine Quillacq rappelle")
        self.anne.agree()
        wait_until(lambda: self.bob.do("show_ticket", id=self.ticket).get("ok"), "bob does not see the ticket")
        assert self.bob.do("note", ticket=self.ticket, text="Quillacq prévenue")["ok"]
        self.bob.agree()

    def away(self):
        """bob works on without the service, and his console ends: what he did waits."""
        assert self.service.stop() == 0
        assert self.bob.do("note", ticket=self.ticket, text=f"Zéphirine Quillacq au {NUMBER}")["ok"]
        assert self.bob.do("edit_person", person=self.person, field="note", text="Mme Quillacq part vendredi")["ok"]
        self.bob.kill()

    def close(self):
        self.anne.close()
        self.bob.close()


def erase(service):
    preview = service.run("person", "erase", MAIL, "--preview")
    assert preview.returncode == 0 and "1 ticket," in preview.stdout, preview
    assert telling(service.data), "a preview changes nothing"
    wrong = service.run("person", "erase", MAIL, password="Zoé")
    assert wrong.returncode == 1 and "nothing was erased" in wrong.stderr, wrong
    done = service.run("person", "erase", MAIL, password=NAME)
    assert done.returncode == 0 and "erased; changed: 1 ticket" in done.stdout, done


def a_person_is_erased_everywhere_though_a_console_was_away():
    with Service() as service:
        story = Story(service)
        try:
            assert telling(story.bob.folder) and telling(story.anne.folder)
            story.away()
            service.start(story.listen)
            erase(service)
            story.bob.start().ready()
            story.bob.agree()
            story.anne.agree()
            consoles_forget(service, story.anne, story.bob)
            shown = story.anne.do("show_ticket", id=story.ticket)
            assert shown["row"]["requester_name"] == "[effacé]" and shown["row"]["summary"] == "PC de Mme [effacé] lent", shown
            texts = [line["text"] for line in shown["timeline"]]
            assert "[effacé] au [effacé]" in texts, texts
            assert story.bob.do("status")["refused"] == 0
            assert service.run("audit", "verify").returncode == 0
        finally:
            story.close()


def neither_an_old_backup_nor_operations_pushed_again_bring_a_person_back():
    with Service() as service:
        story = Story(service)
        try:
            backup = os.path.join(service.folder, "old.backup")
            assert service.run("backup", backup).returncode == 0
            story.away()
            service.start(story.listen)
            erase(service)
            story.anne.agree()
            # The ledger alone knows: the database of before is put back, and both consoles push again what they keep.
            assert service.stop() == 0
            story.anne.kill()
            assert service.run("restore", backup).returncode == 0
            os.remove(backup)
            service.start(story.listen)
            assert not telling(service.folder + "/data"), telling(service.data)[:5]
            for console in (story.anne, story.bob):
                console.start().ready()
            for console in (story.anne, story.bob):
                console.agree()
            consoles_forget(service, story.anne, story.bob)
            for console in (story.anne, story.bob):
                assert console.do("show_ticket", id=story.ticket)["row"]["requester_name"] == "[effacé]"
            assert service.run("person", "list", "Quillacq").stdout.strip() == ""
        finally:
            story.close()


if __name__ == "__main__":
    main([a_person_is_erased_everywhere_though_a_console_was_away, neither_an_old_backup_nor_operations_pushed_again_bring_a_person_back])
