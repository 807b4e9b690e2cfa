#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shows that every house rule can fail: each has a file that breaks it, and a clean tree breaks none."""
import os
import tempfile
import unittest

import banned
import house_rules

LICENCE = {".py": "# ", ".sh": "# ", ".cmake": "# "}
TABLE = """set(COMPTOIR_PUBLIC_base Qt6::Core)
set(COMPTOIR_PRIVATE_base "")
set(COMPTOIR_PUBLIC_desk base)
set(COMPTOIR_PRIVATE_desk store)
set(COMPTOIR_PUBLIC_store base)
set(COMPTOIR_PRIVATE_store "")
set(COMPTOIR_PUBLIC_ui desk)
set(COMPTOIR_PRIVATE_ui "")
"""
BODY = "    int a = 0;\n"


def signed(path, text):
    ending = os.path.splitext(path)[1]
    head = LICENCE.get(ending, "// ") + "SPDX-License-Identifier: GPL-3.0-or-later\n"
    if ending == ".h":
        head += "#pragma once\n"
    if path.startswith("core/"):
        text += f"\nnamespace comptoir::{path.split('/')[1]} {{}}\n"
    return head + text


# rule → files (path, whole text) that break it
SHAPES = {
    "size": {"core/desk/A.cpp": signed("core/desk/A.cpp", "\n" * 400)},
    "function-size": {"core/desk/A.cpp": signed("core/desk/A.cpp", "A::A() : m_b{1}, m_c(2)\n{\n" + BODY * 69 + "}\n")},
    "spdx": {"core/desk/A.cpp": "namespace comptoir::desk {}\n"},
    "pragma-once": {"ui/A.h": "// SPDX-License-Identifier: GPL-3.0-or-later\n\n\nclass A;\n"},
    "test-name": {"tests/ticket.cpp": signed("tests/ticket.cpp", "")},
    "file-name": {"ui/CallManager.cpp": signed("ui/CallManager.cpp", "")},
    "migration-name": {"resources/sql/console/first.sql": "select 1;\n"},
    "test-sentence": {"tests/ui_a_test.cpp": signed("x.cpp", 'TEST_CASE("claim2", "[ui][a]") {}\n')},
    "test-tags": {"tests/ui_a_test.cpp": signed("x.cpp", 'TEST_CASE("the first claim wins") {}\n')},
    "contract": {"ui/A.h": signed("ui/A.h", "class A\n{\n};\n")},
    "isolation": {"core/store/Store.h": signed("core/store/Store.h", ""),
                  "ui/A.cpp": signed("ui/A.cpp", '#include "Store.h"\n')},
    "ambiguous-include": {"core/base/Log.h": signed("core/base/Log.h", ""), "core/desk/Log.h": signed("core/desk/Log.h", ""),
                          "ui/A.cpp": signed("ui/A.cpp", '#include "Log.h"\n')},
    "private-header": {"core/store/DbPrivate.h": signed("core/store/DbPrivate.h", ""),
                       "core/desk/A.cpp": signed("core/desk/A.cpp", '#include "DbPrivate.h"\n')},
    "namespace": {"core/desk/A.cpp": signed("x.cpp", "")},
    "joined": {path: signed(path, "namespace comptoir::desk {\nnamespace {\nint same(const QString &text, int at)\n{\n    return at;\n}\n}\n}\n")
               for path in ("core/desk/A.cpp", "core/desk/B.cpp")},
}
CLEAN = {
    "core/base/Clock.cpp": signed("core/base/Clock.cpp", "auto now = QDateTime::currentDateTimeUtc(); // the one place\n"),
    "core/desk/A.h": signed("core/desk/A.h", "/// Says what stands in qFatal() and `throw`.\nclass A\n{\n};\n"),
    "core/desk/A.cpp": signed("core/desk/A.cpp", '#include "A.h"\n#include "Clock.h"\nconst char *a = "throw TODAY";\n'
                              + "void f()\n{\n" + BODY * 60 + "}\n"),
    "core/base/Clock.h": signed("core/base/Clock.h", ""),
    "ui/Tokens.h": signed("ui/Tokens.h", 'inline QColor accent() { return QColor(0x1D5FB8); } // "#1D5FB8"\n'),
    "tests/desk_a_test.cpp": signed("x.cpp", 'TEST_CASE("the first claim wins", "[desk][a]") {}\n'),
    "resources/sql/console/0001_first.sql": "select 1;\n",
}


def rules_broken(tree):
    with tempfile.TemporaryDirectory() as root:
        for path, text in {"cmake/DependencyTable.cmake": signed("t.cmake", TABLE), **tree}.items():
            os.makedirs(os.path.dirname(os.path.join(root, path)), exist_ok=True)
            with open(os.path.join(root, path), "w", encoding="utf-8") as file:
                file.write(text)
        return house_rules.findings_of(root)[0]


class EveryRuleCanFail(unittest.TestCase):
    def test_a_clean_tree_breaks_nothing(self):
        self.assertEqual([], [str(finding) for finding in rules_broken(CLEAN)])

    def test_each_banned_construct_is_found_with_its_replacement(self):
        for ban in banned.BANS:
            with self.subTest(rule=ban.rule):
                path, text = ban.sample
                found = [f for f in rules_broken({path: signed(path, text + "\n")}) if f.rule == ban.rule]
                self.assertTrue(found, f"{ban.rule} did not fail on {text!r}")
                self.assertIn(ban.instead, found[0].message)

    def test_a_banned_construct_in_a_comment_is_no_finding(self):
        for ban in banned.BANS:
            path, text = ban.sample
            if ban.rule in banned.COMMENTED or not path.endswith((".h", ".cpp")):
                continue
            with self.subTest(rule=ban.rule):
                found = [f.rule for f in rules_broken({path: signed(path, "/* " + text.replace("/*", "") + " */\n")})]
                self.assertNotIn(ban.rule, found)

    def test_each_rule_of_shape_is_found(self):
        for rule, tree in SHAPES.items():
            with self.subTest(rule=rule):
                self.assertIn(rule, [finding.rule for finding in rules_broken(tree)])

    def test_names_part_by_parameters_module_and_value(self):
        unnamed = "namespace comptoir::{}\n{{\nnamespace {{\n{}\n}}\n}}\n"
        apart = {"core/desk/A.cpp": "using T = int;\nint f(int a)\n{\n    return a;\n}", "core/desk/B.cpp": "using T = int;\nint f(QString a)\n{\n    return 1;\n}",
                 "core/store/A.cpp": "int f(int a)\n{\n    return a;\n}"}
        tree = {path: signed(path, unnamed.format(path.split("/")[1], text)) for path, text in apart.items()}
        self.assertNotIn("joined", [finding.rule for finding in rules_broken(tree)])
        clash = {path: signed(path, unnamed.format("desk", text)) for path, text in
                 {"core/desk/A.cpp": "constexpr std::array kMany{1, 2};", "core/desk/B.cpp": "struct kMany\n{\n    int a;\n};"}.items()}
        self.assertIn("joined", [finding.rule for finding in rules_broken(clash)])

    def test_an_alias_clashes_and_is_hidden_across_the_sources_of_a_module(self):
        kept = "namespace comptoir::{} {{\nusing State = int;\n{}}}\n"
        unnamed = "namespace comptoir::{} {{\nnamespace {{\nusing State = int;\n}}\n{}}}\n"
        inside = "namespace comptoir::{} {{\nvoid show()\n{{\n    if (true) {{\n        using State = int;\n    }}\n}}\n{}}}\n"
        member = "namespace comptoir::{} {{\nclass Shown : public A\n{{\n    using State = int;\n}};\n{}}}\n"
        other = "namespace comptoir::{} {{\nusing State = bool;\n{}}}\n"
        for first, second, module, clash in ((kept, inside, "desk", True), (unnamed, inside, "desk", True), (kept, other, "desk", True),
                                             (unnamed, other, "desk", True), (kept, member, "desk", False), (kept, kept, "desk", False),
                                             (inside, inside, "desk", False), (kept, inside, "store", False)):
            tree = {"core/desk/A.cpp": first.format("desk", ""), f"core/{module}/B.cpp": second.format(module, "")}
            with self.subTest(first=first, second=second, module=module):
                rules = [finding.rule for finding in rules_broken({path: signed(path, text) for path, text in tree.items()})]
                self.assertEqual(clash, "joined" in rules)


if __name__ == "__main__":
    unittest.main()
