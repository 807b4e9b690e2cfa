# SPDX-License-Identifier: GPL-3.0-or-later
"""Operators at work at consoles without a window, whatever befalls these."""
import random
import threading
import time

from headless import Gone


class Operator(threading.Thread):
    """Somebody at work: one change after the other, at a console that may be gone at any moment and is then started again."""

    def __init__(self, console, seed, organisations, shared, label=None, pause=0.01):
        """`label` makes the words of this work unlike those of any other; `pause`: seconds between two changes, at most."""
        super().__init__(daemon=True)
        self.label, self.pause = label or console.login, pause
        self.console, self.draw = console, random.Random(seed)
        self.organisations, self.shared = organisations, shared
        self.confirmed = {}  # operation id → what was said of it
        self.tickets = []  # own and open: [id, resolved]
        self.count, self.offline_starts, self.trouble, self.over = 0, 0, [], False

    def work(self):
        while not self.over:
            try:
                self.change()
                time.sleep(self.draw.uniform(0, self.pause))
            except Gone:
                self.begin_again()

    def run(self):
        try:
            self.work()
        except Exception as error:  # whatever it is, the test says it
            self.trouble.append(repr(error))

    def begin_again(self):
        self.tickets = self.tickets[:-1]  # what became of the last one's change nobody was told
        while True:
            self.console.kill()
            self.console.start()
            try:
                self.offline_starts += not self.console.ready()["online"]
                return
            except Gone:
                continue

    def word(self):
        self.count += 1
        return f"w{self.count}.{self.label}."

    def say(self, what, word, **more):
        answer = self.console.do(what, **more)
        if "error" in answer:
            self.trouble.append((what, more, answer))
            return answer
        for op in answer["ops"]:
            self.confirmed[op["id"]] = {"kind": op["kind"], "entity": op["entity"], "word": word, "did": what}
        return answer

    def change(self):
        word, dice = self.word(), self.draw.random()
        if dice < 0.15 or not self.tickets:
            answer = self.say("open", word, ticket={"organisation": self.draw.choice(self.organisations), "summary": word})
            if "ticket" in answer:
                self.tickets.append([answer["ticket"], False])
        elif dice < 0.25:
            self.say("contact", word, number=f"05569{self.draw.randrange(10_000):05d}", text=word)
        elif dice < 0.30:
            self.say("person", word, person={"organisation": self.draw.choice(self.organisations), "given_name": "Essai", "family_name": word})
        elif dice < 0.40:
            self.say("note", word, ticket=self.draw.choice(self.shared), text=word)
        elif dice < 0.45:
            self.say("claim", None, ticket=self.draw.choice(self.shared))
        else:
            self.change_own(word)

    def change_own(self, word):
        at = self.draw.randrange(len(self.tickets))
        self.tickets.append(self.tickets.pop(at))  # the last is the one under change
        ticket = self.tickets[-1]
        if ticket[1]:
            self.say("reopen", word, ticket=ticket[0], text=word)
            ticket[1] = False
            return
        what = self.draw.choice(["note", "note", "claim", "edit", "resolve", "tag"])
        if what == "edit":
            self.say(what, word, ticket=ticket[0], field=self.draw.choice(["summary", "description"]), text=word)
        elif what == "claim":
            self.say(what, None, ticket=ticket[0])
        elif what == "resolve":
            self.say(what, word, ticket=ticket[0], code="fixed", text=word)
            ticket[1] = True
        else:
            self.say(what, word, ticket=ticket[0], text=word)


def settle(operators):
    for operator in operators:
        operator.over = True
    for operator in operators:
        operator.join(60)
        assert not operator.trouble, operator.trouble[:3]
    began = time.monotonic()
    for turn in range(2):  # the first agreement may have been without the other's last change
        for operator in operators:
            try:
                operator.console.agree()
            except Gone:
                operator.begin_again()
                operator.console.agree()
            if time.monotonic() - began > 20:
                print(f"      {operator.label} in agreement after {time.monotonic() - began:.1f} s in turn {turn + 1}", flush=True)
        time.sleep(0.5)
    return time.monotonic() - began - 1.0
