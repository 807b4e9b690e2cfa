# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands of comptoird: exit codes, accounts while it serves, backup and restore."""
import fcntl
import json
import os
import pathlib
import resource
import socket
import sqlite3
import stat
import subprocess
import sys
import termios
import time

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "support"))
from service import BIN, PASSWORD, Service, main, organisation_id, wait_until  # noqa: E402


def control_socket(service):
    """A connection to the socket commands go through."""
    line = socket.socket(socket.AF_UNIX)
    line.settimeout(30)
    line.connect(os.path.join(service.data, "comptoird.sock"))
    return line


def unread(line):
    """How much of what was sent the service has not read yet."""
    return int.from_bytes(fcntl.ioctl(line, termios.TIOCOUTQ, bytes(4)), sys.byteorder)


def ask_socket(service, **request):
    with control_socket(service) as line:
        line.sendall(json.dumps(request).encode() + b"\n")
        return json.loads(line.recv(65536))


def every_command_helps_and_has_exit_codes():
    with Service() as service:
        for word in ("serve", "user", "organisation", "group", "backup", "restore", "demo", "import", "audit"):
            help_ = service.run(word, "--help", data=False)
            assert help_.returncode == 0 and "--data" in help_.stdout, (word, help_)
            assert help_.stdout.startswith(f"Usage: comptoird {word} [options]"), help_.stdout
        assert service.run("--version", data=False).stdout.startswith("comptoird ")
        assert service.run("--help", data=False).returncode == 0
        assert service.run(data=False).returncode == 2
        assert service.run("fly", data=False).returncode == 2
        assert service.run("user", "fly").returncode == 2
        unknown = service.run("serve", "--fly")
        assert unknown.returncode == 2 and "'fly'" in unknown.stderr, unknown
        early = service.run("--data", service.data, "serve", data=False)
        assert early.returncode == 2 and "--data" in early.stderr, early
        for nowhere in ("nowhere", "127.0.0.1", "127.0.0.1:99999", "unix:"):
            bad = service.run("serve", "--listen", nowhere)
            assert bad.returncode == 2 and "--listen" in bad.stderr, bad
        assert service.run("user", "add", "anne", password="too short").returncode == 4
        assert service.run("user", "grant", "nobody", "A").returncode == 5
        assert service.run("restore", "/no/such/file").returncode == 5
        assert service.run("user", "add", "anne", password=PASSWORD).returncode == 0
        assert service.run("user", "add", "ANNE", password=PASSWORD).returncode == 4, "a login differs by more than its case"
        assert service.run("user", "list", "--log-level", "loud").returncode == 2


def the_folder_is_private_and_held_by_one():
    with Service() as service:
        service.user("anne")
        service.start()
        assert stat.S_IMODE(os.stat(service.data).st_mode) == 0o700
        for name in os.listdir(service.data):
            assert stat.S_IMODE(os.stat(os.path.join(service.data, name)).st_mode) & 0o077 == 0, name
        second = service.run("serve", "--listen", "127.0.0.1:0")
        assert second.returncode == 3, second
        assert service.run("restore", os.path.join(service.data, "comptoir.db")).returncode == 3


def organisations_and_groups_are_made_by_command():
    with Service() as service:
        made = service.run("organisation", "add", "Ville de Pessac", "--short-name", "Pessac", "--code", "33318",
                           "--range", "4000-4999=+33556102xxx", "--range", "600-699", "--trunk", "pessac")
        assert made.returncode == 0, made
        for taken in ("ville de pessac", "PESSAC", "33318", "all"):
            assert service.run("organisation", "add", taken).returncode == 4, taken
        for wrong in ("4999-4000", "4000-499", "40-49", "4000-4999=33556xxx", "4000-4999=+33556", "4000-4999=+33xxxxx", "4000-4999=+33556102x", "a-b"):
            assert service.run("organisation", "numbering", "Pessac", "--range", wrong).returncode == 4, wrong
        assert service.run("organisation", "numbering", "Nowhere", "--range", "100-199").returncode == 5
        assert service.run("organisation", "add", "Talence", "--parent", "Nowhere").returncode == 5
        assert service.run("organisation", "add").returncode == 2
        assert service.run("organisation", "list", "Pessac").returncode == 2

        service.user("anne", "Pessac")
        service.start()
        anne = service.sign_in("anne")
        assert service.run("organisation", "add", "Talence", "--parent", "Pessac").returncode == 0, "while it serves"
        assert service.run("organisation", "numbering", "33318", "--range", "5000-5999=+33556104xxx").returncode == 0
        for wrong in ("4999-4000", "4000-499", "600-699=+33556xxxx"):
            assert service.run("organisation", "numbering", "Pessac", "--range", wrong).returncode == 4, wrong
        unsound = ask_socket(service, action="organisation.numbering", subject="Pessac", numbering='{"ranges":[["4999","4000","",0]]}')
        assert unsound["exit_code"] == 4, "the plan would be wiped"
        assert service.run("group", "add", "Réseau").returncode == 0
        assert service.run("group", "add", "réseau").returncode == 4
        assert service.run("group", "list").stdout == "Réseau\n"
        listed = [line.split("\t") for line in service.run("organisation", "list").stdout.splitlines()]
        assert listed == [["", "Talence", "Talence", "Pessac", "", ""],
                          ["33318", "Pessac", "Ville de Pessac", "", "5000-5999=+33556104xxx", ""]], listed
        shared = next(scope for scope in anne.pull().json["scopes"] if scope["scope"] == "shared")
        rows = {table["name"]: len(table["rows"]) for table in shared["tables"]}
        assert rows["organisation"] == 2 and rows["support_group"] == 1, shared
        assert service.run("user", "grant", "anne", "Talence").returncode == 0


def an_account_is_added_with_its_rights_or_not_at_all():
    with Service() as service:
        service.organisation("A", "B")
        service.start()
        assert service.run("user", "add", "anne", "Nowhere", password=PASSWORD).returncode == 5
        assert "anne" not in service.run("user", "list").stdout
        service.user("anne", "A")
        assert service.run("user", "revoke", "anne").returncode == 0
        service.user("anne", "B")
        assert service.run("user", "list").stdout.rstrip("\n").split("\t")[4] == "B", "rights of before came back"


def nobody_is_asked_for_a_password_in_vain():
    with Service() as service:
        service.organisation("A")
        service.user("anne", "A")
        for serving in (False, True):
            if serving:
                service.start()
            for code, *words in ((4, "add", "anne"), (4, "add", "bob", "--role", "boss"), (5, "add", "bob", "Nowhere"),
                                 (5, "add", "bob", "--group", "nobody"), (5, "passwd", "bob")):
                done = service.run("user", *words, password="")  # a password that was read would be refused as none
                assert done.returncode == code and "password" not in done.stderr, (words, done)
        assert "bob" not in service.run("user", "list").stdout


def a_password_that_is_too_short_is_asked_for_once():
    with Service() as service:
        service.organisation("A")
        ours, theirs = os.openpty()
        try:
            child = subprocess.Popen([BIN, "user", "add", "anne", "--data", service.data], stdin=theirs, stdout=subprocess.DEVNULL,
                                     stderr=subprocess.PIPE, text=True, env=service.environment)
            told = ""
            while not told.endswith("Password: "):
                more = child.stderr.read(1)
                assert more, told
                told += more
            os.write(ours, b"short\n")
            told += child.communicate(timeout=60)[1]
        finally:
            os.close(ours)
            os.close(theirs)
        assert child.returncode == 4 and "at least 12 characters" in told and "Once more" not in told, told
        assert service.run("user", "list").stdout == ""


def the_list_of_accounts_names_their_groups():
    with Service() as service:
        service.organisation("A")
        for group in ("Réseau", "Postes"):
            assert service.run("group", "add", group).returncode == 0
        assert service.run("user", "add", "anne", "A", "--group", "Postes", "--group", "Réseau", password=PASSWORD).returncode == 0
        service.user("bob")
        listed = {line.split("\t")[0]: line.split("\t")[3:] for line in service.run("user", "list").stdout.splitlines()}
        assert listed["anne"][:2] == ["active", "A"] and set(listed["anne"][2].split(", ")) == {"Postes", "Réseau"}, listed
        assert listed["bob"] == ["active", "", ""], listed


def a_withdrawn_account_is_given_nothing_until_it_is_brought_back():
    with Service() as service:
        service.organisation("A", "B")
        service.user("anne", "A")
        assert service.run("user", "revoke", "anne").returncode == 0
        for serving in (False, True):
            if serving:
                service.start()
            for words in (("grant", "anne", "A"), ("passwd", "anne")):
                done = service.run("user", *words, password=PASSWORD)
                assert done.returncode == 4 and "withdrawn" in done.stderr and "user add anne" in done.stderr, done
            assert service.run("user", "list").stdout.split("\t")[3:] == ["withdrawn", "", "\n"], service.run("user", "list").stdout
        service.user("anne", "B")
        assert service.run("user", "grant", "anne", "A").returncode == 0
        service.sign_in("anne")


def a_killed_restore_leaves_nothing_behind():
    with Service() as service:
        service.user("anne")
        copy = os.path.join(service.folder, "copy.db")
        assert service.run("backup", copy).returncode == 0
        database = os.path.join(service.data, "comptoir.db")
        for name in ("", "-wal", "-journal"):
            with open(database + ".restoring" + name, "wb") as file:
                file.write(b"half")
        service.start()
        assert not [name for name in os.listdir(service.data) if "restoring" in name], os.listdir(service.data)
        assert service.stop() == 0
        # It had put the database aside already: nothing is begun anew in its place.
        os.rename(database, database + ".before-20260101-000000")
        with open(database + ".restoring", "wb") as file:
            file.write(b"whole")
        for words in (("user", "list"), ("user", "add", "bob"), ("serve", "--listen", "127.0.0.1:0")):
            done = service.run(*words, password=PASSWORD)
            assert done.returncode == 4 and "restore again" in done.stderr, done
        assert not os.path.exists(database)
        assert service.run("restore", copy).returncode == 0
        assert "anne" in service.run("user", "list").stdout
        assert not [name for name in os.listdir(service.data) if "restoring" in name], os.listdir(service.data)


def settled_descriptors(pid):
    """What a process has open once the connection of the last command is closed."""
    open_ones = lambda: {int(name) for name in os.listdir(f"/proc/{pid}/fd")}
    until = time.monotonic() + 30
    while time.monotonic() < until:
        before = open_ones()
        time.sleep(0.3)
        if open_ones() == before:
            return before
    raise AssertionError("descriptors come and go")


def commands_are_taken_again_after_a_lack_of_descriptors():
    with Service() as service:
        service.user("anne")
        service.start()
        pid = service.process.pid
        assert service.run("user", "list").returncode == 0
        soft, hard = resource.prlimit(pid, resource.RLIMIT_NOFILE)
        taken = settled_descriptors(pid)
        resource.prlimit(pid, resource.RLIMIT_NOFILE, (next(at for at in range(3, 10_000) if at not in taken), hard))
        with control_socket(service) as line:
            line.sendall(b'{"action":"user.list"}\n')
            line.settimeout(1)
            try:
                raise AssertionError(f"answered without a descriptor: {line.recv(100)}")
            except TimeoutError:
                pass
            resource.prlimit(pid, resource.RLIMIT_NOFILE, (soft, hard))
            line.settimeout(10)
            assert json.loads(line.recv(4096))["exit_code"] == 0
        assert service.run("user", "list").returncode == 0


def a_stop_lets_the_commands_under_way_end():
    with Service() as service:
        service.start()
        lines = [control_socket(service) for _ in range(6)]
        for at, line in enumerate(lines):
            line.sendall(json.dumps({"action": "user.add", "subject": f"anne{at}", "role": "operator", "password": PASSWORD}).encode() + b"\n")
        while any(unread(line) for line in lines):
            time.sleep(0.001)
        assert service.stop() == 0
        for line in lines:
            answer = line.recv(4096)
            assert answer and json.loads(answer)["exit_code"] == 0, answer
            line.close()
        assert len(service.run("user", "list").stdout.splitlines()) == 6


def accounts_change_while_it_serves():
    with Service() as service:
        service.organisation("A", "B")
        service.user("anne", "A")
        service.start()
        anne = service.sign_in("anne")
        service.user("bob", "B", role="supervisor")
        assert "bob" in service.run("user", "list").stdout
        assert service.sign_in("bob").session["role"] == "supervisor"

        b = organisation_id("B")
        assert anne.push(anne.open_ticket(b)).json["verdicts"][0]["code"] == "forbidden"
        assert service.run("user", "grant", "anne", "B").returncode == 0
        ticket = anne.open_ticket(b)
        assert anne.push(ticket).json["verdicts"][0]["code"] == "ok"
        page = {scope["scope"]: scope for scope in anne.pull().json["scopes"]}[b]
        assert page["generation"] == 1 and page["to"] == 2

        assert service.run("user", "revoke", "anne", "B").returncode == 0
        assert anne.push(anne.note(ticket, "late")).json["verdicts"][0]["code"] == "forbidden"
        assert anne.pull({b: {"generation": 1, "seq": 2}}).json["drop"] == [b]
        assert service.run("user", "grant", "anne", "B").returncode == 0
        page = {scope["scope"]: scope for scope in anne.pull({b: {"generation": 1, "seq": 2}}).json["scopes"]}[b]
        assert page["generation"] == 2 and page["from"] == 0

        assert service.run("user", "passwd", "anne", password="another long password").returncode == 0
        assert anne.pull().status == 401, "a new password ends what was signed in"
        anne = service.sign_in("anne", password="another long password")
        assert service.run("user", "revoke", "anne").returncode == 0
        assert anne.pull().status == 401
        refused = service.ask("POST", "/v1/session", {"login": "anne", "password": "another long password", "device": anne.device, "protocol": 1})
        assert refused.status == 401


def a_restored_backup_begins_a_new_epoch():
    with Service() as service:
        service.organisation("A")
        service.user("anne", "A")
        service.start()
        a, anne = organisation_id("A"), service.sign_in("anne")
        first = anne.open_ticket(a)
        assert anne.push(first).json["verdicts"][0]["code"] == "ok"
        copy = os.path.join(service.folder, "copy.db")
        assert service.run("backup", copy).returncode == 0
        assert stat.S_IMODE(os.stat(copy).st_mode) == 0o600
        assert service.run("backup", copy).returncode == 4, "a backup is never written over"
        scopes = {scope["scope"]: scope for scope in anne.pull().json["scopes"]}
        assert scopes[a]["backup_seq"] == 2 == scopes[a]["to"]
        second = anne.open_ticket(a)
        late = anne.push(second).json["verdicts"][0]
        assert late["code"] == "ok" and late["seq"] > scopes[a]["backup_seq"]
        assert service.stop() == 0
        broken = os.path.join(service.folder, "broken.db")
        with open(copy, "rb") as source, open(broken, "wb") as target:
            target.write(source.read()[: os.path.getsize(copy) // 2])
        assert service.run("restore", broken).returncode in (1, 4)
        done = service.run("restore", copy)
        assert done.returncode == 0, done.stderr
        service.start()
        assert anne.pull().status == 401, "nobody is signed in after a restore"
        again = service.sign_in("anne", anne.device)
        assert again.session["epoch"] != anne.session["epoch"]
        assert again.session["device_code"] != anne.session["device_code"], "device codes move on"
        old = dict(again.session)
        again.session["epoch"] = anne.session["epoch"]
        stale = again.push()
        assert stale.status == 409 and stale.json["code"] == "epoch" and stale.json["epoch"] == old["epoch"]
        again.session = old
        verdicts = [v["code"] for v in again.push(first, second).json["verdicts"]]
        assert verdicts == ["ok", "ok"], verdicts
        ahead = again.pull({a: {"generation": 1, "seq": 10_000}})
        assert ahead.status == 409 and ahead.json["code"] == "cursor_ahead" and ahead.json["scope"] == a


def a_backup_into_no_folder_is_refused_and_makes_none():
    with Service() as service:
        service.user("anne")
        folder = os.path.join(service.folder, "nowhere")
        for serving in (False, True):
            if serving:
                service.start()
            done = service.run("backup", os.path.join(folder, "copy.db"))
            assert done.returncode == 5 and "there is no folder" in done.stderr and folder in done.stderr, done
            assert not os.path.exists(folder)


def the_audit_names_the_first_entry_that_was_changed():
    with Service() as service:
        service.organisation("A")
        service.user("anne", "A")
        sound = service.run("audit", "verify")
        assert sound.returncode == 0 and "as written" in sound.stdout, sound
        service.start()
        service.user("bob", "A")
        assert service.run("user", "revoke", "bob").returncode == 0
        while_serving = service.run("audit", "verify")
        assert while_serving.returncode == 0 and while_serving.stdout != sound.stdout, while_serving
        assert service.stop() == 0
        database = os.path.join(service.data, "comptoir.db")
        with sqlite3.connect(database) as db:
            numbers = [row[0] for row in db.execute("SELECT no FROM audit_entry WHERE scope = zeroblob(16) ORDER BY no")]
            assert len(numbers) >= 4, numbers
            db.execute("UPDATE audit_entry SET subject = 'somebody else' WHERE scope = zeroblob(16) AND no = ?", (numbers[1],))
        db.close()
        broken = service.run("audit", "verify")
        assert broken.returncode == 4 and f"entry {numbers[1]} " in broken.stderr, broken
        assert service.run("audit", "verify", "--data", os.path.join(service.folder, "typo"), data=False).returncode == 5
        assert service.run("audit").returncode == 2


def the_audit_is_taken_out_and_a_cut_end_shows_against_what_stands_outside():
    with Service() as service:
        service.organisation("A", "B")
        service.user("anne", "A")
        service.user("bob", "B")
        service.start()
        part = os.path.join(service.folder, "a.jsonl")
        done = service.run("audit", "export", "--organisation", "A", "--from", "2020-01-01", "--to", "2100-01-01", "--out", part)
        assert done.returncode == 0 and "1 entry" in done.stdout, done
        assert service.run("audit", "export", "--organisation", "A", "--out", part).returncode == 4
        assert service.run("audit", "export", "--organisation", "A", "--from", "yesterday", "--out", part + "2").returncode == 2
        assert "anne" not in open(part, encoding="utf-8").read()
        assert service.run("audit", "verify", "--file", part, data=False).returncode == 0
        with open(part, "r+", encoding="utf-8") as file:
            text = file.read().replace('"grant"', '"revoke"')
            file.seek(0)
            file.write(text)
        assert service.run("audit", "verify", "--file", part, data=False).returncode == 4
        alone = service.run("audit", "verify", "--organisation", "B")
        assert alone.returncode == 0 and alone.stdout.startswith(organisation_id("B") + ": 1 entry"), alone
        assert service.run("audit", "keep", "6").returncode == 0 and "6 months" in service.run("audit", "keep").stdout
        assert service.run("audit", "prune").returncode == 0
        assert service.stop() == 0
        database = os.path.join(service.data, "comptoir.db")
        assert os.stat(database + ".audit").st_mode & 0o077 == 0
        whole = service.run("audit", "verify")
        assert whole.returncode == 0 and "kept outside" in whole.stdout, whole
        with sqlite3.connect(database) as db:  # by somebody who knows how: nothing within the database tells
            db.execute("DELETE FROM audit_entry WHERE scope = zeroblob(16) AND no = (SELECT no FROM audit_chain WHERE scope = zeroblob(16))")
            db.execute("UPDATE audit_chain SET no = no - 1, digest = (SELECT digest FROM audit_entry e WHERE e.scope = audit_chain.scope AND "
                       "e.no = audit_chain.no - 1) WHERE scope = zeroblob(16)")
        db.close()
        cut = service.run("audit", "verify")
        assert cut.returncode == 4 and "outside the database" in cut.stderr, cut
        os.rename(database + ".audit", database + ".kept")
        assert service.run("audit", "verify").returncode == 0, "nothing but the file outside can tell"


def after_a_restore_the_ends_outside_are_of_a_life_before():
    with Service() as service:
        service.organisation("A")
        service.user("anne", "A")
        backup = os.path.join(service.folder, "old.backup")
        assert service.run("backup", backup).returncode == 0
        service.start()
        service.user("bob", "A")
        assert service.stop() == 0
        assert service.run("restore", backup).returncode == 0
        told = service.run("audit", "verify")
        assert told.returncode == 0 and "no ends are kept" in told.stdout, told
        service.start()
        assert service.stop() == 0
        told = service.run("audit", "verify")
        assert told.returncode == 0 and "kept outside the database, or behind" in told.stdout, told
        assert [name for name in os.listdir(service.data) if ".audit.before-" in name], "the ends of before are kept"


def rows_that_are_not_those_that_were_written_are_found():
    with Service() as service:
        service.organisation("A")
        service.user("anne", "A")
        service.start()
        sound = service.run("verify")
        assert sound.returncode == 0 and "as their sums were written" in sound.stdout, sound
        assert service.stop() == 0
        with sqlite3.connect(os.path.join(service.data, "comptoir.db")) as db:
            db.execute("UPDATE operator SET seq = seq + 100")
        db.close()
        broken = service.run("verify")
        assert broken.returncode == 4 and "the rows of operator" in broken.stderr, broken
        service.start()
        log = pathlib.Path(service.folder, "state")
        wait_until(lambda: any("the database is damaged" in path.read_text(errors="replace") for path in log.rglob("*") if path.is_file()),
                   "the start does not tell of it")
        assert service.stop() == 0


def a_damaged_database_is_refused_in_plain_words():
    with Service() as service:
        service.user("anne")
        path = os.path.join(service.data, "comptoir.db")
        with sqlite3.connect(path) as db:
            db.execute("PRAGMA user_version = 9999")
            db.execute(f"PRAGMA application_id = {0x434D0000 | 9999}")  # and nothing older may use it
        db.close()
        newer = service.run("user", "list")
        assert newer.returncode == 4 and "newer" in newer.stderr, newer


def guessing_is_slowed_down():
    with Service() as service:
        service.user("anne")
        service.user("bob")
        service.start()
        ask = lambda login, password: service.ask("POST", "/v1/session", {"login": login, "password": password, "device": "01977420-dc00-75e6-b885-eb1a6b905c8c", "protocol": 1})
        codes = [ask("anne", f"wrong password {at}").status for at in range(7)]
        assert codes[:5] == [401] * 5 and 429 in codes[5:], codes
        waiting = [reply for reply in [ask("anne", "wrong again 123"), ask("anne", "wrong again 123")] if reply.status == 429]
        assert waiting and int(waiting[0].headers["retry-after"]) >= 1
        assert ask("bob", PASSWORD).status == 200, "another account does not wait"
        known, unknown = [], []
        for at in range(5):
            for bucket, login in ((known, "bob"), (unknown, f"nobody{at}")):
                began = time.monotonic()
                assert ask(login, "wrong password").status in (401, 429)
                bucket.append(time.monotonic() - began)
        assert min(unknown) > min(known) * 0.5, f"an unknown login answers faster: {min(unknown):.3f} s, {min(known):.3f} s"
        last = [ask(f"somebody{at}", "wrong password").status for at in range(12)]
        assert last[-1] == 429, f"one address may go on for ever: {last}"


def many_sign_ins_at_once_are_bounded():
    import concurrent.futures
    with Service("--connections-per-address", "0") as service:
        service.user("anne")
        service.start()
        body = {"login": "anne", "password": PASSWORD, "device": "01977420-dc00-75e6-b885-eb1a6b905c8c", "protocol": 1}
        peak = 0
        with concurrent.futures.ThreadPoolExecutor(64) as pool:
            replies = [pool.submit(service.ask, "POST", "/v1/session", body, None, None, 120) for _ in range(200)]
            while not all(reply.done() for reply in replies):
                with open(f"/proc/{service.process.pid}/status", encoding="ascii") as file:
                    peak = max(peak, int([line for line in file if line.startswith("VmRSS")][0].split()[1]))
                time.sleep(0.05)
        codes = {code: sum(reply.result().status == code for reply in replies) for code in {reply.result().status for reply in replies}}
        assert set(codes) <= {200, 429, 503} and codes.get(200, 0) >= 1, codes
        assert peak < 256 * 1024, f"{peak} KiB"
        print(f"    {codes}, at most {peak // 1024} MiB resident")


main([every_command_helps_and_has_exit_codes, organisations_and_groups_are_made_by_command, an_account_is_added_with_its_rights_or_not_at_all,
      nobody_is_asked_for_a_password_in_vain, a_password_that_is_too_short_is_asked_for_once, the_list_of_accounts_names_their_groups,
      a_withdrawn_account_is_given_nothing_until_it_is_brought_back, a_killed_restore_leaves_nothing_behind,
      commands_are_taken_again_after_a_lack_of_descriptors, a_stop_lets_the_commands_under_way_end, the_folder_is_private_and_held_by_one,
      accounts_change_while_it_serves, a_restored_backup_begins_a_new_epoch, a_backup_into_no_folder_is_refused_and_makes_none,
      the_audit_names_the_first_entry_that_was_changed,
      the_audit_is_taken_out_and_a_cut_end_shows_against_what_stands_outside,
      after_a_restore_the_ends_outside_are_of_a_life_before,
      rows_that_are_not_those_that_were_written_are_found,
      a_damaged_database_is_refused_in_plain_words, guessing_is_slowed_down, many_sign_ins_at_once_are_bounded])
