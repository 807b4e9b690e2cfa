# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks at a running console as a screen reader does, and types as an operator does."""

import os
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

from stage import Dead, Failed, wait_for  # noqa: E402

MOST_CHILDREN = 400  # of one parent: a long table is read through its first rows


def start_accessibility(stage):
    """The accessibility bus of this session."""
    launcher = next(path for path in ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher") if os.path.exists(path))
    stage.start("at-spi", [launcher, "--launch-immediately"])
    wait_for("the accessibility bus", lambda: Atspi.get_desktop(0) is not None)


class Screen:
    """One running console on one display."""

    def __init__(self, stage, display, process):
        self.stage = stage
        self.display = display
        self.process = process
        self._application = None

    # -- looking ------------------------------------------------------------------------------------------------

    def application(self):
        if self._application is None:
            def probe():
                if self.process.poll() is not None:
                    raise Dead(f"{self.process.label} ended with {self.process.returncode}: {self.stage.log_of(self.process.label)[-800:]}")
                desktop = Atspi.get_desktop(0)
                for at in range(desktop.get_child_count()):
                    child = desktop.get_child_at_index(at)
                    if child is not None and child.get_process_id() == self.process.pid:
                        return child
                return None
            self._application = wait_for(f"{self.process.label} in the accessibility tree", probe, 30, 0.1)
        return self._application

    def walk(self, top=None):
        """Every accessible below `top`, parents first."""
        pending = [top or self.application()]
        while pending:
            node = pending.pop(0)
            if node is None:
                continue
            yield node
            try:
                count = min(node.get_child_count(), MOST_CHILDREN)
                pending[0:0] = [node.get_child_at_index(at) for at in range(count)]
            except GLib.Error:
                continue

    @staticmethod
    def showing(node):
        return node.get_state_set().contains(Atspi.StateType.SHOWING)

    def all_named(self, match, role=None):
        found = []
        for node in self.walk():
            try:
                name = node.get_name() or ""
                if (match(name) if callable(match) else name == match) and (role is None or node.get_role_name() == role) and self.showing(node):
                    found.append(node)
            except GLib.Error:
                continue
        return found

    def find(self, match, role=None):
        found = self.all_named(match, role)
        return found[0] if found else None

    def texts(self, top=None):
        """All names and texts now showing."""
        out = []
        for node in self.walk(top):
            try:
                if not self.showing(node):
                    continue
                name = node.get_name()
                if name:
                    out.append(name)
                if node.get_text_iface() is not None:
                    content = Atspi.Text.get_text(node, 0, -1)
                    if content and content != name:
                        out.append(content)
            except GLib.Error:
                continue
        return out

    def shows(self, words, top=None):
        return any(words in text for text in self.texts(top))

    def wait_shows(self, words, seconds=15):
        return wait_for(f"“{words}” on the screen of {self.process.label}", lambda: self.shows(words), seconds)

    def wait_gone(self, words, seconds=15):
        return wait_for(f"“{words}” to leave the screen of {self.process.label}", lambda: not self.shows(words), seconds)

    def focused(self):
        for node in self.walk():
            try:
                if node.get_state_set().contains(Atspi.StateType.FOCUSED) and node.get_child_count() == 0:
                    return node
            except GLib.Error:
                continue
        return None

    # -- acting -------------------------------------------------------------------------------------------------

    def keys(self, *names):
        """Key presses as X sends them: `ctrl+n`, `F7`, `Return`."""
        self.display.xdotool("key", "--clearmodifiers", "--delay", "12", *names)

    def type(self, text):
        self.display.xdotool("type", "--clearmodifiers", "--delay", "6", "--", text)

    def activate_window(self):
        ids = self.display.xdotool("search", "--onlyvisible", "--pid", str(self.process.pid)).split()
        if not ids:
            raise Failed(f"{self.process.label} has no window")
        self.display.xdotool("windowactivate", "--sync", ids[-1])

    def focus(self, match, role=None):
        """Puts the keyboard focus where a screen reader would."""
        node = wait_for(f"the control “{match}”", lambda: self.find(match, role), 10)
        node.get_component_iface().grab_focus()
        time.sleep(0.05)
        return node

    def press(self, match, role=None):
        """Presses a button by its accessible action."""
        node = wait_for(f"the button “{match}”", lambda: self.find(match, role), 10)
        action = node.get_action_iface()
        if action is None or Atspi.Action.get_n_actions(node) == 0:
            raise Failed(f"“{match}” cannot be pressed")
        Atspi.Action.do_action(node, 0)

    def shot(self, path):
        self.display.shot(path)
