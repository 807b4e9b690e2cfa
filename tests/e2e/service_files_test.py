# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands of comptoird leave alone what they were not asked to write, and say so by their exit code."""
import os
import sqlite3
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "support"))
from service import PASSWORD, Service, main  # noqa: E402

BAD_PEOPLE = "nom;prénom;email\nDupont;Jean;jean@pessac.example\n;;\n"


def bytes_of(path):
    with open(path, "rb") as file:
        return file.read()


def a_report_is_never_written_over_something_else():
    with Service() as service:
        assert service.run("organisation", "add", "Pessac").returncode == 0
        source = os.path.join(service.folder, "people.csv")
        with open(source, "w", encoding="utf-8") as file:
            file.write(BAD_PEOPLE)
        database = os.path.join(service.data, "comptoir.db")
        for target in (database, source, os.path.join(service.data, "new.txt"), "/no/such/folder/report"):
            before = os.path.exists(target) and bytes_of(target)
            done = service.run("import", "people", source, "--organisation", "Pessac", "--report", target)
            assert done.returncode == 4 and "report" in done.stderr, (target, done)
            assert (os.path.exists(target) and bytes_of(target)) == before, target
        report = os.path.join(service.folder, "refused")
        done = service.run("import", "people", source, "--organisation", "Pessac", "--report", report)
        assert done.returncode == 0 and b"3" in bytes_of(report), done


def a_mistyped_folder_is_not_made():
    with Service() as service:
        typed = os.path.join(service.folder, "typo")
        commands = (["backup", os.path.join(service.folder, "b")], ["user", "list"], ["user", "grant", "anne", "A"], ["user", "revoke", "anne"],
                    ["organisation", "list"], ["organisation", "numbering", "A"], ["group", "list"])
        for words in commands:
            done = service.run(*words, "--data", typed, data=False)
            assert done.returncode == 5 and "no database" in done.stderr, done
        assert not os.path.exists(typed) and not os.path.exists(os.path.join(service.folder, "b"))
        os.makedirs(typed)
        with open(os.path.join(typed, "comptoir.db"), "wb"):
            pass
        assert service.run("user", "list", "--data", typed, data=False).returncode == 5, "an empty file is no database"


def a_restore_takes_a_backup_alone():
    with Service() as service:
        assert service.run("user", "add", "anne", password=PASSWORD).returncode == 0
        before = service.run("user", "list").stdout
        foreign = os.path.join(service.folder, "foreign.db")
        with sqlite3.connect(foreign) as db:
            db.execute("CREATE TABLE cake(id)")
        db.close()
        text = os.path.join(service.folder, "text")
        with open(text, "w", encoding="ascii") as file:
            file.write("not a database " * 1000)
        for path in (foreign, text, service.folder):
            done = service.run("restore", path)
            assert done.returncode == 4, done
        assert service.run("user", "list").stdout == before


def what_is_no_file_is_neither_read_nor_written():
    with Service() as service:
        assert service.run("organisation", "add", "Pessac").returncode == 0
        folder = os.path.join(service.folder, "inventories")
        os.makedirs(folder)
        os.symlink("/dev/zero", os.path.join(folder, "endless.json"))
        done = service.run("import", "inventory", folder, "--organisation", "Pessac")
        assert "is no file" in done.stdout + done.stderr, done
        pipe = os.path.join(service.folder, "pipe")
        os.mkfifo(pipe)
        done = service.run("restore", pipe)
        assert done.returncode == 4 and "is no file" in done.stderr, done
        nowhere, link = os.path.join(service.folder, "nowhere"), os.path.join(service.folder, "link")
        os.symlink(nowhere, link)
        done = service.run("backup", link)
        assert done.returncode == 4 and "already" in done.stderr and not os.path.exists(nowhere), done


def two_restores_within_a_second_keep_both_databases():
    with Service() as service:
        assert service.run("user", "add", "anne", password=PASSWORD).returncode == 0
        backup = os.path.join(service.folder, "backup.db")
        assert service.run("backup", backup).returncode == 0
        for _ in range(4):
            done = service.run("restore", backup)
            assert done.returncode == 0, done
        kept = [name for name in os.listdir(service.data) if ".before-" in name and not name.endswith(("-wal", "-shm"))]
        assert len(kept) == 4 and not [name for name in os.listdir(service.data) if "restoring" in name], os.listdir(service.data)


def numbers_that_are_none_are_refused():
    with Service() as service:
        for scale in ("nan", "inf", "-1", "0", "2", "one"):
            assert service.run("demo", "--scale", scale).returncode == 2, scale


main([a_report_is_never_written_over_something_else, a_mistyped_folder_is_not_made, a_restore_takes_a_backup_alone,
      what_is_no_file_is_neither_read_nor_written, two_restores_within_a_second_keep_both_databases, numbers_that_are_none_are_refused])
