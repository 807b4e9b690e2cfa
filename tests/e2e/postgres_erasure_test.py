# SPDX-License-Identifier: GPL-3.0-or-later
"""A person erased from a database of PostgreSQL's: no row tells of them, at no instance, nor after a dump of before was taken in."""
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "support"))
sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
from instances import Instance, code_of, database_of, organisation  # noqa: E402
from postgres_server import PostgresServer, binaries  # noqa: E402
from service import organisation_id, run_tests, uuid7  # noqa: E402

SERVER = None
NAME = "Zéphirine Quillacq"


def dump(database):
    """All rows there are, as a superuser finds them."""
    return subprocess.run([SERVER.bin / "pg_dump", "-h", SERVER.folder, "-U", "postgres", "--inserts", database], check=True, capture_output=True,
                          text=True, timeout=60).stdout


def told_by(database):
    return [line[:160] for line in dump(database).splitlines() if "uillacq" in line or "éphirine" in line]


class Story:
    """Somebody who called, her ticket, and an account of hers: two services on the database."""

    def __init__(self, ledger):
        self.database = database_of(SERVER)
        options = ("--ledger", ledger)
        self.first, self.second = (Instance(SERVER, self.database, *options) for _ in range(2))
        organisation(self.first, "A")
        self.first.user("anne", "A")
        done = self.first.run("user", "add", "zquillacq", "A", "--name", NAME, password="correct horse battery")
        assert done.returncode == 0, done.stderr

    def begin(self):
        anne, a = self.first.sign_in("anne"), organisation_id("A")
        person, ticket = uuid7(), anne.open_ticket(a, "PC de Mme Quillacq lent")
        add = {"id": person, "scope": a, "entity": person, "kind": "person.add", "v": 1, "deps": [], "age_ms": 0,
               "payload": {"organisation": a, "given_name": "Zéphirine", "family_name": "Quillacq", "email": "z.quillacq@mairie.example",
                           "login": "zquillacq"}}
        ticket["payload"].update({"requester": person, "requester_name": NAME})
        ticket["deps"] = [person]
        for op in (add, ticket, anne.note(ticket, "Quillacq prévenue")):
            assert code_of(anne.push(op)) == "ok"
        return anne


def a_person_is_erased_from_a_server_and_no_dump_of_before_brings_them_back():
    with tempfile.TemporaryDirectory(prefix="comptoir-ledger-") as ledger:
        story = Story(ledger)
        first, second, database = story.first, story.second, story.database
        with first.start(), second.start():
            anne = story.begin()
            listed = first.run("person", "list", "quillacq")
            assert listed.returncode == 0 and "z.quillacq@mairie.example" in listed.stdout, listed
            preview = first.run("person", "erase", "quillacq", "--preview")
            assert preview.returncode == 0 and "1 ticket," in preview.stdout, preview
            refused = first.run("person", "erase", "quillacq", "--yes")
            assert refused.returncode == 4 and "--ledger" in refused.stderr, refused
            before = dump(database)
            assert told_by(database)
            done = second.run("person", "erase", "quillacq", "--yes", "--ledger", ledger)
            assert done.returncode == 0 and "erased; changed: 1 ticket" in done.stdout, done
            assert "VACUUM FULL" in done.stderr, done.stderr  # this role does not own the tables: it says who has to
            # An account of theirs is an operator's, not a caller's; what the audit kept of it is gone.
            left = [line for line in told_by(database) if not line.startswith(("INSERT INTO public.operator ", "INSERT INTO public.account "))]
            assert not left, left
            assert len(open(os.path.join(ledger, "comptoir.db.erased"), encoding="ascii").readlines()) == 1
            assert os.stat(os.path.join(ledger, "comptoir.db.erased")).st_mode & 0o077 == 0
            assert "Quillacq" not in str(anne.everything()["ticket"])
            verified = first.run("audit", "verify", "--ledger", ledger)
            assert verified.returncode == 0, verified.stderr
        assert first.run("audit", "verify", "--ledger", ledger).returncode == 0
        # The dump of before, taken into another database: whoever serves it next erases them again.
        again = "again_" + database
        SERVER.sql(f"CREATE DATABASE {again} OWNER comptoir")
        taken = subprocess.run([SERVER.bin / "psql", "-q", "-v", "ON_ERROR_STOP=1", "-h", SERVER.folder, "-U", "postgres", again], input=before,
                               capture_output=True, text=True, timeout=60, check=False)
        assert taken.returncode == 0, taken.stderr
        assert told_by(again)
        with Instance(SERVER, again, "--ledger", ledger) as third:
            restored = third.run("restored", "--ledger", ledger)
            assert restored.returncode == 0, restored.stderr
            with third.start():
                assert third.run("person", "list", "quillacq").stdout.strip() == ""
                verified = third.run("audit", "verify", "--ledger", ledger)
                assert verified.returncode == 0, verified.stderr
        left = [line for line in told_by(again) if not line.startswith(("INSERT INTO public.operator ", "INSERT INTO public.account "))]
        assert not left, left


if __name__ == "__main__":
    if binaries() is None:
        print("PostgreSQL is not installed (Debian: postgresql-15): skipped")
        sys.exit(77)
    with PostgresServer() as SERVER:
        code = run_tests([a_person_is_erased_from_a_server_and_no_dump_of_before_brings_them_back])
    sys.exit(code)
