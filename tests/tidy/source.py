# SPDX-License-Identifier: GPL-3.0-or-later
"""The files the house rules look at, and their text with comments and literals blanked out."""
import os
import re
import subprocess
from dataclasses import dataclass
from functools import cached_property

TEXT_ENDINGS = (
    ".h", ".cpp", ".py", ".sh", ".cmake", ".txt", ".md", ".json", ".ts", ".sql", ".qss", ".yml", ".yaml", ".xml",
    ".desktop", ".service", ".1", ".in", ".conf", ".svg",
)
TOKEN = re.compile(
    r'//[^\n]*|/\*.*?\*/|(?:u8|[uUL])?R"(?P<mark>[^(\s]*)\(.*?\)(?P=mark)"'
    r'|(?:u8|[uUL])?"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'|\d[\w.\']*',
    re.DOTALL,
)


@dataclass(frozen=True)
class Finding:
    path: str
    line: int
    rule: str
    message: str

    def __str__(self):
        return f"{self.path}:{self.line}: [{self.rule}] {self.message}"


def _blank(text):
    return re.sub(r"[^\n]", " ", text)


class Source:
    """One file: `text` as it stands, `code` without comments and literals, `literals` without comments."""

    def __init__(self, path, text):
        self.path = path
        self.text = text
        self.name = os.path.basename(path)
        self.stem, self.ending = os.path.splitext(self.name)

    @property
    def is_cpp(self):
        return self.ending in (".h", ".cpp")

    @property
    def is_header(self):
        return self.ending == ".h"

    def under(self, *folders):
        return any(self.path.startswith(folder + "/") for folder in folders)

    @cached_property
    def lines(self):
        return self.text.splitlines()

    @cached_property
    def code(self):
        return TOKEN.sub(self._without_literals, self.text)

    @cached_property
    def literals(self):
        return TOKEN.sub(lambda m: _blank(m[0]) if m[0].startswith(("//", "/*")) else m[0], self.text)

    @staticmethod
    def _without_literals(match):
        text = match[0]
        if text[0].isdigit() or text.startswith("'"):
            return text if text[0].isdigit() and "'" not in text else _blank(text)
        if text.startswith(("//", "/*")):
            return _blank(text)
        # The quotes stay, so that a call with a literal still looks like a call with an argument.
        return '"' + _blank(text[1:-1]) + '"'

    def line_of(self, offset):
        return self.text.count("\n", 0, offset) + 1


def tracked_paths(root):
    """What git tracks or would track; every file where there is no git."""
    listed = subprocess.run(
        ["git", "-C", root, "ls-files", "-co", "--exclude-standard", "-z"], capture_output=True, check=False
    ) if os.path.exists(os.path.join(root, ".git")) else None
    if listed and listed.returncode == 0:
        return sorted(path for path in listed.stdout.decode().split("\0") if path)
    found = []
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if name not in (".git", "build", "__pycache__", "node_modules")]
        found += [os.path.relpath(os.path.join(folder, name), root) for name in names]
    return sorted(found)


def load(root):
    sources = []
    for path in tracked_paths(root):
        full = os.path.join(root, path)
        if not os.path.isfile(full) or not (path.endswith(TEXT_ENDINGS) or os.path.basename(path) == "run"):
            continue
        with open(full, encoding="utf-8", errors="replace") as file:
            sources.append(Source(path, file.read()))
    return sources
