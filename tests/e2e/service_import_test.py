# SPDX-License-Identifier: GPL-3.0-or-later
"""Imports with and without a running service, interrupted at any moment, on a cut of the real ServiceNow log where it is here."""
import csv
import io
import os
import pathlib
import re
import signal
import socket
import sqlite3
import stat
import subprocess
import sys
import time
import zipfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "support"))
from service import BIN, Service, main, organisation_id, wait_until  # noqa: E402

EVENTS = 24_000  # of the real log: about a fifth
ROOT = pathlib.Path(__file__).parents[2]
PLACES = [os.environ.get("COMPTOIR_SHARED_DATA"), ROOT / "../shared/data", ROOT / "../../shared/data"]


def real_log():
    """The first events of the real log, whole incidents only; a made-up one where it is not here."""
    for place in PLACES:
        archive = place and pathlib.Path(place) / "incident/incident_event_log.zip"
        if archive and archive.exists():
            with zipfile.ZipFile(archive) as packed, packed.open(packed.namelist()[0]) as file:
                lines = [line for line, _ in zip(io.TextIOWrapper(file, encoding="utf-8", newline=""), range(EVENTS + 1))]
            last = lines[-1].split(",")[0]
            return "".join(line for line in lines if line.split(",")[0] != last)
    print("    the real data is not here: a made-up log stands for it")
    head = ["number", "incident_state", "caller_id", "opened_at", "sys_updated_at", "sys_mod_count", "impact", "urgency", "priority", "category"]
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(head)
    for at in range(EVENTS // 3):
        for step, state in enumerate(("New", "Active", "Closed")):
            table.writerow([f"INC{at:07}", state, f"Caller {at % 900}", "29/2/2016 01:16", f"29/2/2016 0{step + 2}:{at % 60:02}", step, "2 - Medium",
                            "2 - Medium", "3 - Moderate", f"Category {at % 40}"])
    return out.getvalue()


LOG = real_log()


def put_log(service):
    path = os.path.join(service.folder, "log.csv")
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(LOG)
    return path


def contents(service):
    """All an import writes that does not tell in which batch it came: the rows by the log's own names."""
    with sqlite3.connect(os.path.join(service.data, "comptoir.db")) as db:
        return [db.execute(sql).fetchall() for sql in (
            "SELECT id, number, aliases, state, opened_ms, closed_ms, versions, requester FROM ticket ORDER BY id",
            "SELECT id, ticket, kind, at_ms, changes, text FROM timeline ORDER BY id",
            "SELECT id, family_name FROM person ORDER BY id", "SELECT id, name FROM site ORDER BY id",
            "SELECT code, highest FROM device_code WHERE n = 0", "SELECT count(*) FROM import_item")]


def begun(service, *words):
    return subprocess.Popen([BIN, "import", *words, "--data", service.data], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                            env=service.environment)


def interrupted_at(service, tenth, *words):
    """Runs an import and presses Ctrl+C when it tells that tenth; whether it was still at work."""
    process = begun(service, *words)
    try:
        for line in process.stderr:
            if f" {tenth * 10} %" in line:
                process.send_signal(signal.SIGINT)
                break
        process.communicate(timeout=60)
        return process.returncode != 0
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()


def whole_import():
    """What one undisturbed run makes of the log."""
    with Service() as service:
        done = service.run("import", "servicenow", put_log(service), "--organisation", "A")
        assert done.returncode == 0, done
        return contents(service)


def an_interrupted_import_goes_on_and_ends_equal():
    whole = whole_import()
    with Service() as service:
        words = ("servicenow", put_log(service), "--organisation", "A")
        cut = [interrupted_at(service, tenth, *words) for tenth in (1, 2, 3, 5, 7)]
        assert sum(cut) >= 3, f"hardly ever interrupted: {cut}"
        assert contents(service) != whole, "nothing was left to do"
        # Before the first batch too: while the log is read.
        process = begun(service, *words)
        time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)
        assert process.returncode != 0
        rest = service.run("import", *words)
        assert rest.returncode == 0, rest
        assert contents(service) == whole
        again = service.run("import", *words)
        assert again.returncode == 0 and " 0 imported," in again.stdout, again
        assert contents(service) == whole


class Nudges:
    """The raw stream of events of somebody signed in."""

    def __init__(self, desk):
        self.line = socket.create_connection(("127.0.0.1", desk.service.port), timeout=30)
        self.line.sendall(b"GET /v1/events HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + desk.token.encode() + b"\r\n\r\n")
        self.text = self.line.recv(65536).decode()

    def count(self, scope):
        self.line.setblocking(False)
        try:
            while chunk := self.line.recv(1 << 20):
                self.text += chunk.decode()
        except BlockingIOError:
            pass
        return sum(scope in block for block in self.text.split("\n\n"))


def a_running_service_takes_an_import_in_and_tells_the_consoles():
    whole = whole_import()
    with Service() as service:
        assert service.run("organisation", "add", "A").returncode == 0
        service.user("anne", "A")
        service.start()
        anne = service.sign_in("anne")
        organisation = next(iter(anne.everything()["organisation"].values()))["id"]
        nudges = Nudges(anne)
        before = nudges.count(organisation)
        words = ("servicenow", put_log(service), "--organisation", "A")
        process = begun(service, *words)
        seen = []
        for line in process.stderr:  # between two batches a console's own change goes through
            if "incidents:" in line:
                began = time.monotonic()
                assert anne.push(anne.open_ticket(organisation)).json["verdicts"][0]["code"] == "ok"
                seen.append(time.monotonic() - began)
        out = process.stdout.read()
        assert process.wait(timeout=60) == 0, out
        process.stdout.close(), process.stderr.close()
        assert " 0 refused" in out and len(seen) >= 5, (out, seen)
        wait_until(lambda: nudges.count(organisation) > before + len(seen) + 2, f"told {nudges.count(organisation)} times that {organisation} moved")
        tickets = anne.everything()["ticket"]
        assert len(tickets) == len(whole[0]) + len(seen), (len(tickets), len(whole[0]), len(seen))
        assert max(seen) < 5, f"a change waited {max(seen):.1f} s behind a batch"
        print(f"    {len(tickets)} tickets; a console's change took {max(seen):.2f} s at the worst")

        seqs = anne.pull().json["scopes"]
        again = service.run("import", *words)
        assert again.returncode == 0 and " 0 imported," in again.stdout, again
        assert [(s["scope"], s["to"]) for s in anne.pull().json["scopes"]] == [(s["scope"], s["to"]) for s in seqs], "a second run moved a scope"
        people = os.path.join(service.folder, "people.csv")
        with open(people, "w", encoding="utf-8") as file:
            file.write("nom;prénom;email\nDupont;Jean;jean@a.example\n;;\n")
        done = service.run("import", "people", people)
        assert done.returncode == 0 and "1 person (1 new" in done.stdout and "2 rows read" in done.stdout, done
        report = os.path.join(service.data, "import-people.report")
        assert stat.S_IMODE(os.stat(report).st_mode) == 0o600 and "line 3" in open(report, encoding="utf-8").read(), done
        assert any(person["family_name"] == "Dupont" for person in anne.everything()["person"].values())


def an_import_through_the_service_is_interrupted_and_goes_on():
    whole = whole_import()
    with Service() as service:
        words = ("servicenow", put_log(service), "--organisation", "A")
        service.start()
        cut = [interrupted_at(service, tenth, *words) for tenth in (1, 4, 7)]
        assert sum(cut) >= 2, f"hardly ever interrupted: {cut}"
        # The service itself stopped in the middle: it ends after a batch, and says so to who waits.
        process = begun(service, *words)
        process.stderr.readline()
        assert service.stop() == 0
        _, told = process.communicate(timeout=60)
        assert process.returncode == 0 or "comptoird:" in told, told
        service.start()
        rest = service.run("import", *words)
        assert rest.returncode == 0, rest
        assert service.stop() == 0
        assert contents(service) == whole


PEOPLE = 12_000


def put_people(service, phone):
    path = os.path.join(service.folder, f"people-{phone}.csv")
    with open(path, "w", encoding="utf-8") as file:
        file.write("nom;prénom;email;téléphone;site\n")
        file.writelines(f"Nom{at};Jean;p{at}@a.example;{phone};Site {at % 40}\n" for at in range(PEOPLE))
    return path


def rows_of_people(service):
    with sqlite3.connect(os.path.join(service.data, "comptoir.db")) as db:
        return [db.execute(sql).fetchall() for sql in ("SELECT id, family_name, email, numbers, site FROM person ORDER BY id",
                                                       "SELECT id, name FROM site ORDER BY id")]


def people_come_in_by_batches_while_the_service_answers():
    with Service() as whole:
        whole.organisation("A")
        assert whole.run("import", "people", put_people(whole, "0536491020"), "--organisation", "A").returncode == 0
        expected = rows_of_people(whole)
    with Service() as service:
        service.organisation("A")
        service.user("anne", "A")
        service.start()
        anne = service.sign_in("anne")
        organisation = organisation_id("A")
        words = ("people", put_people(service, "0536491020"), "--organisation", "A")
        assert interrupted_at(service, 7, *words), "it was not at work any more"
        process = begun(service, *words)
        seen, rows = [], set()
        while process.poll() is None:
            began = time.monotonic()
            assert anne.push(anne.open_ticket(organisation)).json["verdicts"][0]["code"] == "ok"
            seen.append(time.monotonic() - began)
            rows.add(len(rows_of_people(service)[0]))
        out, told = process.communicate(timeout=60)
        new, changed, before = (int(number) for number in re.search(r"\((\d+) new, (\d+) changed, (\d+) as before\)", out).groups())
        assert process.returncode == 0 and (new + before, changed) == (PEOPLE, 0), (out, told)
        assert new > 0 and before % 400 == 360, out  # whole batches; the 40 sites stand in the first
        assert len(rows) >= 3, f"a console's changes came between so many batches only: {sorted(rows)}"
        print(f"    {len(seen)} tickets opened meanwhile, {max(seen):.2f} s at the worst; {len(rows)} states between the batches")
        seqs = [(s["scope"], s["to"]) for s in anne.pull().json["scopes"]]
        again = service.run("import", *words)
        assert again.returncode == 0 and f"0 new, 0 changed, {PEOPLE} as before" in again.stdout, again
        assert [(s["scope"], s["to"]) for s in anne.pull().json["scopes"]] == seqs, "a second run moved a scope"
        assert service.stop() == 0
        assert rows_of_people(service) == expected


def an_import_says_what_it_lacks_and_what_broke_off():
    with Service() as service:
        service.organisation("A", "B")
        people = put_people(service, "0536491020")
        for serving in (False, True):
            if serving:
                service.start()
            lacking = service.run("import", "people", people)
            assert lacking.returncode == 2 and "--organisation" in lacking.stderr, lacking
            assert service.run("import", "people", people, "--organisation", "C").returncode == 5
        # Two at once, each with a report of its own.
        both = [begun(service, "people", people, "--organisation", name) for name in "AB"]
        told = [process.communicate(timeout=120) for process in both]
        assert [process.returncode for process in both] == [0, 0], told
        reports = {line.split(": ")[1] for out, _ in told for line in out.splitlines() if line.startswith("refused rows")}
        assert len(reports) == 2 and all(os.path.exists(path) for path in reports), told
        assert not [name for name in os.listdir(service.data) if name.endswith(".report.lock")], os.listdir(service.data)
        # The service is killed in the middle.
        process = begun(service, "people", put_people(service, "0536491021"), "--organisation", "A")
        process.stderr.readline()
        service.process.kill()
        _, told = process.communicate(timeout=60)
        assert process.returncode == 1 and "the service ended in the middle of the import" in told and "another process" not in told, told


def what_is_no_file_is_refused_in_a_line():
    with Service() as service:
        assert service.run("organisation", "add", "A").returncode == 0
        pipe = os.path.join(service.folder, "pipe.csv")
        os.mkfifo(pipe)
        for serving in (False, True):
            if serving:
                service.start()
            for what, path, word in (("people", pipe, "a pipe"), ("servicenow", pipe, "a pipe"), ("inventory", pipe, "a pipe"),
                                     ("people", "/dev/null", "a device"), ("people", service.folder, "a folder"),
                                     ("servicenow", service.folder, "a folder")):
                done = service.run("import", what, path)
                assert done.returncode == 4 and word in done.stderr + done.stdout, (what, path, done)
                assert done.stderr.count("\n") == 1, done.stderr


main([an_interrupted_import_goes_on_and_ends_equal, a_running_service_takes_an_import_in_and_tells_the_consoles,
      an_import_through_the_service_is_interrupted_and_goes_on,
      people_come_in_by_batches_while_the_service_answers, an_import_says_what_it_lacks_and_what_broke_off, what_is_no_file_is_refused_in_a_line])
