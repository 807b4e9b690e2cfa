# SPDX-License-Identifier: GPL-3.0-or-later
"""The rule for joined compilation: sources of one module may stand in one translation unit, so no two of their unnamed namespaces may
declare the same name (functions: with the same parameters)."""
import re
from collections import defaultdict

from source import Finding
from structure import module_of

UNNAMED = re.compile(r"^[ \t]*namespace\s*\{", re.MULTILINE)
NAMED = re.compile(r"^namespace ([\w:]+) *\{", re.MULTILINE)
ALIAS = re.compile(r"using (\w+) = (.+)", re.DOTALL)
TYPE = re.compile(r"(?:enum class|enum|class|struct|union) (?:\[\[\w+\]\] )?(\w+)")
VALUE = re.compile(r"(\w+)(?:\[[^\]]*\])?\s*(?:=|$)")


def declarations(code, start):
    """(offset, text) of each declaration at the top of the block that opens before `start`; bodies and initialisers left out."""
    depth, since, text = 0, start, ""
    for at in range(start, len(code)):
        char = code[at]
        if char == "{":
            if depth == 0:
                text = text or code[since:at]
            depth += 1
        elif char == "}":
            depth -= 1
            if depth < 0:
                return
            if depth == 0 and (is_function(text) or code[at + 1:].lstrip()[:1] not in (";", ",")):
                yield since, text
                since, text = at + 1, ""
        elif char == ";" and depth == 0:
            text = text or code[since:at]
            if text.strip():
                yield since, text
            since, text = at + 1, ""


def is_function(text):
    head = text.split("=")[0]
    return "(" in head and not TYPE.match(head.strip())


def parameters(text):
    """The types of a parameter list, names and defaults left out."""
    depth, parts, part = 0, [], ""
    for char in text:
        if char == "," and depth == 0:
            parts, part = parts + [part], ""
            continue
        depth += (char in "<([") - (char in ">)]")
        if depth < 0:
            break
        part += char
    kinds = []
    for one in parts + [part]:
        one = one.split("=")[0].strip()
        kinds.append(re.sub(r"\s+", "", re.sub(r"(?<=[\s&*>])\w+$", "", one)))
    return tuple(kinds)


def declared(text):
    """(name, what would have to be the same for a clash, what makes it no clash) of one declaration, or None."""
    text = re.sub(r"\[\[[^\]]*\]\]|^\s*#.*$", "", text, flags=re.MULTILINE).strip()
    alias = ALIAS.match(text)
    if alias:
        return alias[1], (), re.sub(r"\s+", "", alias[2])
    kind = TYPE.match(text)
    if kind and not is_function(text):
        return kind[1], (), None
    if text.startswith(("using ", "namespace ", "template ", "template<", "static_assert")):
        return None
    if is_function(text):
        head, _, rest = text.partition("(")
        name = re.search(r"(\w+)\s*$", head)
        return (name[1], parameters(rest), None) if name and "::" not in head.split()[-1] else None
    value = VALUE.search(text)
    return (value[1], (), None) if value and " " in text else None


def check(sources):
    seen, findings = defaultdict(list), []
    for source in sources:
        module = module_of(source.path) if source.ending == ".cpp" else None
        if module is None or source.stem in ("main", "OutsideNumber"):
            continue
        for opening in UNNAMED.finditer(source.code):
            outer = [match[1] for match in NAMED.finditer(source.code, 0, opening.start())][-1:]
            for offset, text in declarations(source.code, opening.end()):
                found = declared(text)
                if found is None:
                    continue
                name, same, value = found
                line = source.line_of(offset + len(source.code[offset:]) - len(source.code[offset:].lstrip()))
                key = (module, tuple(outer), name, same)
                for path, where, other in seen[key]:
                    if path != source.path and (value is None or value != other):
                        findings.append(Finding(source.path, line, "joined", f"`{name}` stands in the unnamed namespace of {path}:{where} too: "
                                                "where a module's sources are compiled joined, the two clash"))
                        break
                seen[key].append((source.path, line, value))
    return findings
