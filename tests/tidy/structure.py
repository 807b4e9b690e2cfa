# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules on the shape of the tree: sizes, file names, first lines, contracts, who includes whom."""
import os
import re
from collections import defaultdict

from source import Finding

SIZES = {".h": (120, 200), ".cpp": (250, 400)}  # norm, hard limit in lines
FUNCTION = (50, 70)
TESTED = "base|secret|domain|wire|store|postgres|sync|desk|net|central|ui|console|service"
SPDX = "SPDX-License-Identifier: GPL-3.0-or-later"
SIGNED = (".h", ".cpp", ".py", ".sh", ".cmake")
SCOPE = re.compile(r"\b(namespace|class|struct|union|extern)\b")


def functions(source):
    """(first line, lines) of every function body at namespace or class level."""
    stack, found, since, pending = [], [], 0, None
    code = re.sub(r"^[ \t]*#(?:.*\\\n)*.*$", lambda m: re.sub(r"[^\n]", " ", m[0]), source.code, flags=re.MULTILINE)
    for at, char in enumerate(code):
        if char in ";":
            since, pending = at + 1, None
        elif char == "{":
            before = code[since:at].strip()
            scoped = all(kind == "scope" for kind, _ in stack)
            if pending is not None and before in ("", ","[:0]) or pending is not None and before.startswith(","):
                stack.append(("function", pending))
            elif scoped and SCOPE.search(before.split("(")[0]) and not before.endswith(")"):
                stack.append(("scope", None))
            elif scoped and "(" in before:
                stack.append(("function", since + len(code[since:at]) - len(code[since:at].lstrip())))
            else:
                stack.append(("block", None))
            pending, since = None, at + 1
        elif char == "}" and stack:
            kind, start = stack.pop()
            if kind == "function":
                rest = code[at + 1:].lstrip()[:1]
                if rest in ("{", ","):  # that was a member initialiser
                    pending = start
                else:
                    first = source.line_of(start)
                    found.append((first, source.line_of(at) - first + 1))
            since = at + 1
    return found


def sizes(source):
    findings, over = [], 0
    norm, hard = SIZES[source.ending]
    count = len(source.lines)
    over += count > norm
    if count > hard:
        findings.append(Finding(source.path, hard, "size", f"{count} lines; at most {hard}: split it by what it does"))
    for line, length in functions(source):
        over += length > FUNCTION[0]
        if length > FUNCTION[1]:
            findings.append(Finding(source.path, line, "function-size", f"{length} lines; at most {FUNCTION[1]}: name its parts"))
    return findings, over


def first_lines(source):
    if source.ending not in SIGNED and source.name not in ("CMakeLists.txt", "run"):
        return []
    findings = []
    lines = source.lines
    at = 1 if lines and lines[0].startswith("#!") else 0
    if len(lines) <= at or SPDX not in lines[at]:
        findings.append(Finding(source.path, at + 1, "spdx", f"this line must be `{SPDX}` in a comment"))
    if source.is_header and "#pragma once" not in lines[1:3]:
        findings.append(Finding(source.path, 2, "pragma-once", "`#pragma once` after the licence line"))
    return findings


def names(source):
    findings = []
    folder = os.path.dirname(source.path)
    if folder == "tests" and source.ending == ".cpp" and not re.fullmatch(rf"({TESTED})_[a-z0-9_]+_test", source.stem):
        findings.append(Finding(source.path, 1, "test-name", "a test is `<module>_<subject>_test.cpp`"))
    if source.is_cpp and source.under("core", "ui", "app") and source.stem != "main":
        if not re.fullmatch(r"[A-Z][A-Za-z0-9]*", source.stem):
            findings.append(Finding(source.path, 1, "file-name", "a file is its one class, UpperCamel"))
        if re.search(r"(Manager|Helpers?|Utils?|Handler|Data|Info)$", source.stem):
            findings.append(Finding(source.path, 1, "file-name", "name what it is, not Manager, Helper, Util, Handler, Data, Info"))
    if source.under("resources/sql") and not re.fullmatch(r"\d{4}_[a-z0-9_]+\.sql", source.name):
        findings.append(Finding(source.path, 1, "migration-name", "a migration is `NNNN_what.sql`"))
    return findings


def test_sentences(source):
    if not (source.under("tests") and source.stem.endswith("_test") and source.ending == ".cpp"):
        return []
    findings = []
    for match in re.finditer(r'\b(?:TEST_CASE|TEMPLATE_TEST_CASE)\s*\(\s*"((?:\\.|[^"\\])*)"\s*(?:,\s*"([^"]*)")?', source.literals):
        line = source.line_of(match.start())
        if len(match[1].split()) < 3:
            findings.append(Finding(source.path, line, "test-sentence", f"`{match[1]}`: the name of a test is a sentence"))
        if not re.match(r"(\[[a-z0-9_.!-]+\]){2,}$", match[2] or ""):
            findings.append(Finding(source.path, line, "test-tags", f"`{match[1]}`: tags `[module][subject]`"))
    return findings


def contracts(source):
    """Every class of a header of the product has a `///` sentence before it; a struct may say it at its fields."""
    if not (source.is_header and source.under("core", "ui", "app")):
        return []
    findings = []
    for match in re.finditer(r"^class +(?:\[\[\w+\]\] +)?(\w+)\b(?!.*;)", source.code, re.MULTILINE):
        at = source.line_of(match.start()) - 2
        while at >= 0 and re.match(r"\s*(template|requires|Q_DECLARE|\[\[)", source.lines[at]):
            at -= 1
        line = source.line_of(match.start())
        if not (at >= 0 and source.lines[at].lstrip().startswith("//")):
            findings.append(Finding(source.path, line, "contract", f"`{match[1]}` needs its one-sentence `///` contract"))
    return findings


def dependency_table(root):
    """The links of cmake/DependencyTable.cmake: module → (public, private)."""
    with open(os.path.join(root, "cmake/DependencyTable.cmake"), encoding="utf-8") as file:
        text = file.read()
    table = defaultdict(lambda: ([], []))
    for visibility, module, links in re.findall(r"set\(COMPTOIR_(PUBLIC|PRIVATE)_(\w+) ([^)]*)\)", text):
        table[module][visibility == "PRIVATE"].extend(links.replace('"', "").split())
    return table


def module_of(path):
    parts = path.split("/")
    if parts[0] == "core" and len(parts) > 2:
        return parts[1]
    if parts[0] == "ui" and len(parts) > 1:
        return "ui"
    if parts[0] == "app" and len(parts) > 2:
        return {"comptoir": "console", "comptoird": "service"}.get(parts[1])
    return None


def visible(table, module):
    """The modules whose headers `module` may include: its links and what those make public."""
    seen, waiting = {module}, list(table[module][0] + table[module][1])
    while waiting:
        link = waiting.pop()
        if link in table and link not in seen:
            seen.add(link)
            waiting += table[link][0]
    return seen


def isolation(root, sources):
    if not os.path.exists(os.path.join(root, "cmake/DependencyTable.cmake")):
        return []
    table = dependency_table(root)
    owners = defaultdict(set)
    for source in sources:
        if source.is_header and module_of(source.path):
            owners[source.name].add(module_of(source.path))
    findings = []
    for source in sources:
        module = module_of(source.path) if source.is_cpp else None
        if module is None:
            continue
        allowed = visible(table, module)
        for match in re.finditer(r'^\s*#\s*include\s*"([^"]+)"', source.literals, re.MULTILINE):
            line = source.line_of(match.end())
            homes = owners.get(os.path.basename(match[1]), set())
            if homes and not homes & allowed:
                findings.append(Finding(source.path, line, "isolation",
                                        f"{module} does not link {'/'.join(sorted(homes))}, the home of {match[1]}"))
            elif match[1].endswith("Private.h") and homes and module not in homes:
                findings.append(Finding(source.path, line, "private-header", f"{match[1]} is for its own folder alone"))
            elif len(homes & allowed) > 1 and module not in homes:
                findings.append(Finding(source.path, line, "ambiguous-include",
                                        f"{match[1]} stands in {' and '.join(sorted(homes & allowed))}: rename one"))
        if source.under("core") and f"namespace comptoir::{module}" not in source.code:
            findings.append(Finding(source.path, 1, "namespace", f"the folder's namespace is comptoir::{module}"))
    return findings


def check(source):
    """(findings, how many sizes are over the norm) of one file."""
    findings, over = sizes(source) if source.is_cpp else ([], 0)
    return findings + first_lines(source) + names(source) + test_sentences(source) + contracts(source), over
