#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever is typed comes through: one console → the service → another console, byte for byte, in every text field; and the window shows
it as the plain text it is. The texts: the suite of naughty strings (`../shared/data/suites/blns.json`), and some of our own."""

import json
import os
import pathlib
import sqlite3
import sys
import time
import uuid

here = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [os.path.join(here, "../../app/tour"), os.path.join(here, "support")]

from headless import Headless  # noqa: E402
from stage import Display, Failed, Stage, run_in_a_session, wait_for  # noqa: E402

PASSWORD = "comptoir-demo"
SHORT, LINE, SUMMARY = 64, 256, 400  # UTF-16 units (core/domain/TextLimits.h)

OURS = [
    "".join(map(chr, range(1, 32))), "line\r\nbreak\rand\nbreak\ttab", "\ufeffmark of order first", "\u200b\u200dwidthless\u2060", "\ufffe\uffff noncharacters",
    "\U0010ffff last of all", "e\u0301 é \u1e9b\u0323 \u0344", "\u202eright to left by force\u202c", "\u2028line\u2029paragraph", "\x7f\x80\x85\x9f",
    "👩‍👩‍👧‍👦🏳️‍🌈🇫🇷 1️⃣", "ﷺ" * 30, "a" * SUMMARY, "😀" * (SUMMARY // 2), "\\u0000 \\ud83d \\", "%s%n%1 %L1 &amp; &lt;b&gt;", "'; DROP TABLE ticket; --",
]
# What the window is asked to show.
SHOWN = [
    "<b>html</b> &amp; <img src=x onerror=alert(1)>", "הָיְתָה test الصفحات التّحول", "👩‍👩‍👧‍👦 🏳️‍🌈 عربى 漢字", "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!", "rouge \x1b[31m\x07\x01 fin",
    "\u202egauche à droite\u202c",
]


def suite():
    for folder in (os.environ.get("COMPTOIR_SHARED_DATA"), os.path.join(here, "../../../shared/data"), os.path.join(here, "../../../../shared/data")):
        path = pathlib.Path(folder or "/nowhere", "suites/blns.json")
        if path.exists():
            return json.loads(path.read_text(encoding="utf-8"))
    print("    no ../shared/data beside the sources: only our own strings are tried")
    return []


def units(text):
    return len(text.encode("utf-16-le")) // 2


class Writer:
    """Types one text into every field of a console, and remembers where."""

    def __init__(self, console, organisation):
        self.console, self.organisation = console, organisation
        self.typed = []  # (text, what, id, field)
        self.refused = set()

    def say(self, typed, most, what, **more):
        """The answer; nothing where the desk refused, which it may do for a text that is blank or too long."""
        answer = self.console.do(what, **more)
        if "error" not in answer:
            if units(typed) > most:
                raise Failed(f"{what} took {units(typed)} units: {typed!r}")
            return answer
        if units(typed) <= most and typed.strip(BLANK):
            raise Failed(f"{what} refused {typed!r}: {answer['error']}")
        self.refused.add((what, typed))
        return None

    def type(self, text):
        answer = self.say(text, SUMMARY, "open", ticket={"organisation": self.organisation, "summary": text, "description": text})
        if not answer:
            return None
        ticket = answer["ticket"]
        self.typed += [(text, "ticket", ticket, "summary"), (text, "ticket", ticket, "description")]
        for aloud in (False, True):
            noted = self.say(text, 20_000, "note", ticket=ticket, text=text, to_requester=aloud)
            self.typed.append((text, "timeline", noted["ops"][0]["id"], "text"))
        if self.say(text, SHORT, "tag", ticket=ticket, text=text):
            self.typed.append((json.dumps([text]), "ticket", ticket, "tags"))
        resolved = self.say(text, 20_000, "resolve", ticket=ticket, code="fixed", text=text)
        self.typed += [(text, "ticket", ticket, "resolution"), (text, "timeline", resolved["ops"][0]["id"], "text")]
        reopened = self.say(text, 20_000, "reopen", ticket=ticket, text=text)
        self.typed.append((text, "timeline", reopened["ops"][0]["id"], "text"))
        self.contact(text)
        self.person(text)
        return answer

    def contact(self, text):
        contact = self.say(text, 20_000, "contact", number="0556102030", name=text, text=text)["contact"]
        self.typed.append((text, "contact", contact, "note"))

    def person(self, text):
        fields = ("given_name", "family_name", "title", "service", "note")
        answer = self.say(text, LINE, "person", person={"organisation": self.organisation, **{field: text for field in fields}})
        if answer:
            self.typed += [(text, "person", answer["person"], field) for field in fields]
            if self.say(text, LINE, "edit_person", person=answer["person"], field="title", text=text + "+" if units(text) < LINE else text):
                self.typed.remove((text, "person", answer["person"], "title"))


# What counts as blank: Unicode's spaces as Qt knows them, and Python's.
BLANK = "".join(chr(code) for code in range(0x3001) if chr(code).isspace())


def same(text, found, field):
    return json.loads(found) == json.loads(text) if field == "tags" else found == text


def check_console(console, typed):
    """Read back by the other console's desk."""
    rows = {}
    for text, what, key, field in typed:
        if what == "timeline":
            continue
        if (what, key) not in rows:
            answer = console.do("show_" + what, id=key)
            if "error" in answer:
                raise Failed(f"{console.login} has no {what} {key}: {answer['error']} ({text!r})")
            rows[what, key] = answer["row"]
            rows.update({("timeline", line["id"]): line for line in answer.get("timeline", [])})
    for text, what, key, field in typed:
        found = rows[what, key][field]
        if not same(text, found, field):
            raise Failed(f"{console.login}: {what}.{field} is {found!r}, typed was {text!r}")
    return len(typed)


def check_service(path, typed):
    """The bytes in the service's database."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as db:
        for text, what, key, field in typed:
            found = db.execute(f"SELECT CAST({field} AS BLOB) FROM {what} WHERE id = ?", (uuid.UUID(key).bytes,)).fetchone()[0]
            if field == "tags":
                found = json.dumps(json.loads(found)).encode()
            if found != text.encode():
                raise Failed(f"the service: {what}.{field} is {found!r}, typed was {text.encode()!r}")


def check_window(console, opened):
    """Each ticket's texts stand in the window as they were typed, markup and all."""
    console.activate_window()
    for text, number in opened:
        console.keys("ctrl+k")
        console.type(number)
        wait_for(f"{number} found", lambda: console.find(lambda name: number in name, "list item") or console.shows(text), 20)
        time.sleep(0.3)
        console.keys("Return")
        visible = text.replace("\x1b", "").replace("\x07", "").replace("\x01", "")
        # Three places at least: the queue or the header, the description, the history.
        wait_for(f"{text!r} in the window", lambda: sum(text in shown or visible in shown for shown in console.texts()) >= 3, 20)
        console.keys("Escape")


def main():
    from screen import start_accessibility
    from tour import Tour

    texts = [text for text in suite() if text] + OURS + SHOWN
    with Stage(os.path.abspath(os.environ.get("COMPTOIR_BIN", os.path.join(here, "../../build/dev/bin")))) as stage:
        start_accessibility(stage)
        tour = Tour(stage, stage.folder)
        stage.run([tour.program("comptoird"), "demo", "--data", tour.data, "--seed", "7", "--scale", "0.01"])
        tour.serve()
        database = os.path.join(tour.data, "comptoir.db")
        with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as db:
            organisation = str(uuid.UUID(bytes=db.execute("SELECT id FROM organisation WHERE name = 'Pessac'").fetchone()[0]))
        here_desk, there = (Headless(tour.port, login, PASSWORD, stage.folder).start() for login in ("amelie", "bruno"))
        try:
            for console in (here_desk, there):
                console.ready()
                console.agree()
            writer = Writer(here_desk, organisation)
            opened = {text: writer.type(text) for text in texts}
            here_desk.agree()
            last = writer.typed[-1]
            wait_for("the last text at the other console", lambda: "row" in there.do("show_" + last[1], id=last[2]), 30)
            there.agree()
            print(f"  ok   {len(texts)} texts, {check_console(there, writer.typed)} fields of them the same at the other console; "
                  f"{len(writer.refused)} entries refused (blank or too long)", flush=True)
            check_console(here_desk, writer.typed)
            check_service(database, writer.typed)
            print("  ok   the same at the own console and, byte for byte, at the service", flush=True)
        finally:
            here_desk.close()
            there.close()
        window = tour.console("sylvie", Display(stage, "desk"))
        window.wait_shows("À jour", 40)
        check_window(window, [(text, opened[text]["number"]) for text in SHOWN])
        print(f"  ok   {len(SHOWN)} tickets of markup, right-to-left, emoji, combining and control characters stand in the window as plain text")
    return 0


if __name__ == "__main__":
    run_in_a_session(__file__, main)
