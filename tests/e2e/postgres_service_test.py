# SPDX-License-Identifier: GPL-3.0-or-later
"""The service on PostgreSQL: two instances on one database, the database away and back, an instance killed, and the move from a file."""
import os
import signal
import subprocess
import sys
import threading
import time
import uuid

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "support"))
sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
from events import Stream  # noqa: E402
from instances import Instance, code_of, database_of, two  # noqa: E402
from postgres_server import PostgresServer, binaries  # noqa: E402
from service import BIN, Service, organisation_id, run_tests, wait_until  # noqa: E402

LATEST_MS = 300
SERVER = None


def a_change_at_one_instance_is_told_at_the_other():
    first, second = two(SERVER, database_of(SERVER))
    with first.start(), second.start():
        anne, bob = first.sign_in("anne"), second.sign_in("bob")
        a = organisation_id("A")
        stream = Stream(bob)
        assert stream.events(lambda e: "moved" in e)
        worst = 0
        for turn in range(20):
            began = time.monotonic()
            assert code_of(anne.push(anne.open_ticket(a, f"turn {turn}"))) == "ok"
            assert stream.events(lambda e: a in e.get("moved", {})), "the other instance was not told"
            worst = max(worst, time.monotonic() - began)
        print(f"  pushed at one, told at the other: {worst * 1000:.0f} ms at worst of 20")
        assert worst * 1000 < LATEST_MS, worst
        rows = bob.everything()["ticket"]
        assert len(rows) == 20, len(rows)
        # A right that an administrator takes away ends the stream at whichever instance it is.
        done = first.run("user", "revoke", "bob", "B")
        assert done.returncode == 0, done.stderr
        assert stream.ended(), "the stream went on"


def rights_hold_at_both_instances_and_tries_are_counted_together():
    first, second = two(SERVER, database_of(SERVER))
    with first.start(), second.start():
        anne = first.sign_in("anne")
        anne.service = second  # her token is good at the other one
        assert code_of(anne.push(anne.open_ticket(organisation_id("A")))) == "ok"
        assert code_of(anne.push(anne.open_ticket(organisation_id("B")))) == "forbidden"
        statuses = [(first, second)[turn % 2].ask("POST", "/v1/session", {"login": "bob", "password": "not this one at all", "device": str(uuid.uuid4()),
                                                                          "device_name": "t", "protocol": 1}).status for turn in range(8)]
        assert statuses[:5] == [401] * 5 and 429 in statuses[5:], statuses


def many_writers_at_two_instances_skip_nothing():
    first, second = two(SERVER, database_of(SERVER))
    with first.start(), second.start():
        desks = [(first, second)[at % 2].sign_in("bob") for at in range(6)]
        reader, a = second.sign_in("bob"), organisation_id("A")
        problems, over = [], threading.Event()

        def write(desk):
            for turn in range(25):
                try:
                    assert code_of(desk.push(desk.open_ticket(a if turn % 3 else organisation_id("B"), f"{desk.device} {turn}"))) == "ok"
                except Exception as problem:  # pylint: disable=broad-exception-caught
                    problems.append(problem)

        seen = {}

        def follow():
            cursors = {}
            while True:
                last = over.is_set()
                for page in reader.pull(cursors, limit=7).json["scopes"]:
                    for table in page["tables"]:
                        names = [column.split(":")[0] for column in table["columns"]]
                        for row in table["rows"] if table["name"] == "ticket" else []:
                            seen[dict(zip(names, row))["id"]] = True
                    cursors[page["scope"]] = {"generation": page["generation"], "seq": page["to"]}
                    last = last and page["complete"]
                if last:
                    return

        reading = threading.Thread(target=follow)
        reading.start()
        writing = [threading.Thread(target=write, args=(desk,)) for desk in desks]
        for one in writing:
            one.start()
        for one in writing:
            one.join()
        over.set()
        reading.join(60)
        assert not problems, problems[:3]
        assert len(seen) == 150, f"{len(seen)} of 150 seen by a reader that followed"


def killed_and_restarted_nothing_is_lost_and_nothing_done_twice():
    first, second = two(SERVER, database_of(SERVER))
    with first.start(), second.start():
        anne = first.sign_in("anne")
        a = organisation_id("A")
        ops = [anne.open_ticket(a, f"n {turn}") for turn in range(40)]
        threading.Timer(0.15, first.kill).start()
        told = 0
        for op in ops:
            try:
                told += code_of(anne.push(op)) == "ok"
            except OSError:
                break
            except Exception:  # pylint: disable=broad-exception-caught
                break
        anne.service = second
        for op in ops:
            assert code_of(anne.push(op)) == "ok"
        assert len(anne.everything()["ticket"]) == 40
        assert told < 40 or first.process is None


def the_database_goes_and_comes_back():
    own = PostgresServer()
    try:
        database = database_of(own)
        first, second = two(own, database)
        with first.start(), second.start():
            anne, bob = first.sign_in("anne"), second.sign_in("bob")
            a = organisation_id("A")
            assert code_of(anne.push(anne.open_ticket(a))) == "ok"
            lost = anne.open_ticket(a, "while it is away")
            own.stop(signal.SIGQUIT)
            away = anne.push(lost)
            assert away.status == 503 and int(away.headers["retry-after"]) >= 1, (away.status, away.headers)
            assert first.ask("GET", "/readyz").status == 503
            assert first.ask("GET", "/healthz").status == 200
            own.start()
            wait_until(lambda: anne.push(lost).status == 200, "the service did not come back", 15)
            assert code_of(anne.push(lost)) == "ok"
            assert len(anne.everything()["ticket"]) == 2
            # The line between the instances is back as well.
            stream = Stream(bob)
            assert stream.events(lambda e: "moved" in e)
            wait_until(lambda: own.sql("SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%LISTEN%' OR query LIKE '%pg_notify%'") >= "2", "not listening")
            assert code_of(anne.push(anne.open_ticket(a))) == "ok"
            assert stream.events(lambda e: a in e.get("moved", {})), "the other instance was not told"
    finally:
        own.close()


def a_server_that_is_another_one_begins_a_new_epoch():
    database = database_of(SERVER)
    first, _ = two(SERVER, database)
    with first:
        first.start()
        before = first.sign_in("anne").session
        first.stop()
        first.start()
        assert first.sign_in("anne").session["epoch"] == before["epoch"]
        first.stop()
        SERVER.sql("UPDATE server_life SET timeline = '000000AA'", database)
        first.start()
        after = first.sign_in("anne", before.get("device")).session
        assert after["epoch"] != before["epoch"] and after["device_code"] != before["device_code"], (before, after)


def a_dump_put_back_under_a_running_service_begins_a_new_epoch():
    database = database_of(SERVER)
    first, second = two(SERVER, database)
    dump = os.path.join(SERVER.folder, "dump")
    SERVER.run(SERVER.bin / "pg_dump", "-h", SERVER.folder, "-U", "postgres", "-Fc", "-f", dump, database)
    with first.start(), second.start():
        anne = first.sign_in("anne")
        assert code_of(anne.push(anne.open_ticket(organisation_id("A")))) == "ok"
        fences = [os.path.join(service.data, "comptoir.db.fence") for service in (first, second)]
        head = SERVER.sql(f"SELECT seq FROM scope WHERE id = decode('{uuid.UUID(organisation_id('A')).hex}', 'hex')", database)
        for fence in fences:
            wait_until(lambda fence=fence: f"{organisation_id('A')} {head}\n" in open(fence, encoding="ascii").read(), "the fence does not follow")
        SERVER.run(SERVER.bin / "pg_restore", "-h", SERVER.folder, "-U", "postgres", "--clean", "--if-exists", "--single-transaction", "-d", database, dump)
        wait_until(lambda: SERVER.sql("SELECT epoch FROM meta", database) != anne.session["epoch"], "the epoch is the one before")
        epoch = SERVER.sql("SELECT epoch FROM meta", database)
        for fence in fences:
            wait_until(lambda fence=fence: epoch in open(fence, encoding="ascii").read(), "the fence is of the life before")
        assert SERVER.sql("SELECT epoch FROM meta", database) == epoch, "each instance began one"
        again = second.sign_in("anne")
        assert again.session["device_code"] != anne.session["device_code"]
        assert code_of(again.push(again.open_ticket(organisation_id("A")))) == "ok"


def wrong_addresses_are_said_clearly():
    with Service() as service:
        for words, said in ((["--database", "postgres://u:secret@h/d"], "a password does not belong"),
                            (["--database", "postgres://u@h"], "postgres://USER@HOST:PORT/NAME"),
                            (["--database", "postgres://u@/d?host=/nowhere"], "cannot be reached")):
            done = service.run("serve", *words)
            assert done.returncode != 0 and said in done.stderr and "secret" not in done.stderr, done.stderr
        database = database_of(SERVER)
        done = service.run("backup", os.path.join(service.folder, "b"), "--database", SERVER.uri(database))
        assert done.returncode == 4 and "pg_basebackup" in done.stderr, done.stderr


def a_role_that_owns_nothing_is_told_who_brings_the_schema_up_to_date():
    SERVER.sql("CREATE DATABASE bare OWNER comptoir")
    with Instance(SERVER, "bare") as service:
        done = service.run("user", "list")
        assert done.returncode == 1 and "comptoird schema" in done.stderr, done.stderr


def a_running_desk_moves_from_a_file_row_by_row():
    database = database_of(SERVER)
    with Service() as old:
        old.organisation("A")
        old.user("anne", "A")
        old.start()
        anne = old.sign_in("anne")
        a = organisation_id("A")
        assert code_of(anne.push(anne.open_ticket(a, "écran noir \U0001f423"))) == "ok"
        content = bytes(range(256)) * 2000
        ticket = anne.open_ticket(a, "avec fichiers")
        file, coming = anne.attach(ticket, content), anne.attach(ticket, content[::-1])
        assert anne.push(ticket, file, coming).status == 200
        for at in (0, 262_144):
            assert anne.put(file, at, content[at:at + 262_144]).status == 204
        assert anne.put(coming, 0, content[::-1][:100_000]).status == 204
        words = ["migrate", "--from", "sqlite:" + old.data, "--to", SERVER.uri(database, "comptoir_service")]
        busy = old.run(*words, data=False)
        assert busy.returncode == 3 and "stop the service first" in busy.stderr, busy.stderr
        before, cursor = anne.everything(), anne.pull().json
        old.stop()
        moved = old.run(*words, data=False)
        assert moved.returncode == 0 and "moved and compared" in moved.stdout, moved.stderr
        again = old.run(*words, data=False)
        assert again.returncode == 4 and "in use already" in again.stderr, again.stderr
        with Instance(SERVER, database) as new:
            anne.service = new.start()
            assert anne.everything() == before  # the token, the epoch and every row are what they were
            assert code_of(anne.push(anne.open_ticket(a, "after"))) == "ok"
            assert anne.put(coming, 100_000, content[::-1][100_000:300_000]).status == 204  # it goes on where it was
            assert anne.put(coming, 300_000, content[::-1][300_000:]).headers["upload-complete"] == "?1"
            for one, whole in ((file, content), (coming, content[::-1])):
                parts = [anne.service.ask("GET", anne.place(one), None, anne.token, {"Range": f"bytes={at}-"}).body for at in (0, 262_144)]
                assert b"".join(parts) == whole
            scope = next(page for page in cursor["scopes"] if page["scope"] == a)
            more = anne.pull({page["scope"]: {"generation": page["generation"], "seq": page["to"]} for page in cursor["scopes"]}).json
            assert next(page for page in more["scopes"] if page["scope"] == a)["from"] == scope["to"]
            assert new.run("audit", "verify").returncode == 0


def a_move_that_is_broken_off_leaves_nothing():
    database = database_of(SERVER)
    with Service() as old:
        done = old.run("demo", "--scale", "0.02", "--months", "2")
        assert done.returncode == 0, done.stderr
        words = ["migrate", "--from", "sqlite:" + old.data, "--to", SERVER.uri(database, "comptoir_service")]
        broken = subprocess.Popen([BIN, *words], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=old.environment)
        wait_until(lambda: "person" in broken.stdout.readline(), "no table was told")
        broken.send_signal(signal.SIGKILL)
        broken.wait()
        broken.stdout.close()
        count = "BEGIN; SELECT set_config('comptoir.service', 'on', true); SELECT count(*) FROM organisation; COMMIT"
        assert SERVER.sql(count, database).splitlines()[-1] == "0"
        whole = old.run(*words, data=False)
        assert whole.returncode == 0, whole.stderr
        assert int(SERVER.sql(count, database).splitlines()[-1]) > 0


if __name__ == "__main__":
    if binaries() is None:
        print("PostgreSQL is not installed (Debian: postgresql-15): skipped")
        sys.exit(77)
    with PostgresServer() as SERVER:
        code = run_tests([a_change_at_one_instance_is_told_at_the_other, rights_hold_at_both_instances_and_tries_are_counted_together,
                    many_writers_at_two_instances_skip_nothing, killed_and_restarted_nothing_is_lost_and_nothing_done_twice,
                    the_database_goes_and_comes_back, a_server_that_is_another_one_begins_a_new_epoch,
                    a_dump_put_back_under_a_running_service_begins_a_new_epoch, wrong_addresses_are_said_clearly,
                    a_role_that_owns_nothing_is_told_who_brings_the_schema_up_to_date, a_running_desk_moves_from_a_file_row_by_row,
                    a_move_that_is_broken_off_leaves_nothing])
    sys.exit(code)
