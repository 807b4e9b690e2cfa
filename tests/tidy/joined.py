# SPDX-License-Identifier: GPL-3.0-or-later
"""The rule for joined compilation: sources of one module may stand in one translation unit, so no two of their unnamed namespaces may
declare the same name (functions: with the same parameters). An alias (`using X = …`) counts in the module's namespace too, and no
function of another source may hide it by an alias of its own, which is a warning there."""
import re
from collections import defaultdict

from source import Finding
from structure import module_of

UNNAMED = re.compile(r"^[ \t]*namespace\s*\{", re.MULTILINE)
NAMED = re.compile(r"^namespace ([\w:]+) *\{", re.MULTILINE)
ALIAS = re.compile(r"using (\w+) = (.+)", re.DOTALL)
INNER = re.compile(r"^[ \t]+using (\w+) = ", re.MULTILINE)
CLASS = re.compile(r"(?:template *<[^>]*>\s*)?(?:class|struct|union)\b[^()]*$")
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


def of_modules(sources):
    for source in sources:
        module = module_of(source.path) if source.ending == ".cpp" else None
        if module is not None and source.stem not in ("main", "OutsideNumber"):
            yield module, source


def line_of(source, offset):
    return source.line_of(offset + len(source.code[offset:]) - len(source.code[offset:].lstrip()))


def of_namespaces(source):
    """(namespaces around, line, name, what would have to be the same, what makes it no clash) of what the source keeps for itself."""
    for opening in UNNAMED.finditer(source.code):
        outer = [match[1] for match in NAMED.finditer(source.code, 0, opening.start())][-1:]
        for offset, text in declarations(source.code, opening.end()):
            found = declared(text)
            if found is not None:
                yield tuple(outer), line_of(source, offset), *found
    for opening in NAMED.finditer(source.code):
        for offset, text in declarations(source.code, opening.end()):
            found = declared(text) if ALIAS.match(text.strip()) else None
            if found is not None:
                yield (opening[1],), line_of(source, offset), *found


def of_functions(source):
    """(namespaces around, line, name) of the aliases inside functions; those of classes hide nothing."""
    for alias in INNER.finditer(source.code):
        depth, at = 0, alias.start()
        while at > 0 and depth >= 0:
            at -= 1
            depth += (source.code[at] == "}") - (source.code[at] == "{")
        head = re.split(r"[;{}]", source.code[:at])[-1]
        if not CLASS.match(head.strip()):
            outer = [match[1] for match in NAMED.finditer(source.code, 0, alias.start())][-1:]
            yield tuple(outer), source.line_of(alias.start(1)), alias[1]


def check(sources):
    seen, findings = defaultdict(list), []
    for module, source in of_modules(sources):
        for outer, line, name, same, value in of_namespaces(source):
            key = (module, outer, name, same)
            for path, where, other in seen[key]:
                if path != source.path and (value is None or value != other):
                    findings.append(Finding(source.path, line, "joined", f"`{name}` stands in the namespace of {path}:{where} too: "
                                            "where a module's sources are compiled joined, the two clash"))
                    break
            seen[key].append((source.path, line, value))
    for module, source in of_modules(sources):
        for outer, line, name in of_functions(source):
            for path, where, value in seen.get((module, outer, name, ()), []):
                if path != source.path and value is not None:
                    findings.append(Finding(source.path, line, "joined", f"`{name}` hides the alias of {path}:{where} "
                                            "where a module's sources are compiled joined: give one of them another name"))
                    break
    return findings
