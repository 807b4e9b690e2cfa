#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Is French complete? translations.py [LUPDATE]: collects the texts of ui and app anew and compares with translations/comptoir_fr.ts.

Every text has a translation, with the same %1 and %n, with every plural form; French punctuation takes no plain space.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../..")
FOLDERS = [folder for folder in ("ui", "app/comptoir") if os.path.isdir(os.path.join(ROOT, folder))]
PLACES = re.compile(r"%L?[0-9n]")
PLAIN_SPACE = re.compile(r"\w [:;?!»](\s|$)|« ")


def collected(lupdate, catalogue, folder):
    """The catalogue as it would be after collecting the texts that now stand in the sources."""
    fresh = os.path.join(folder, "fresh.ts")
    shutil.copy(catalogue, fresh)
    done = subprocess.run([lupdate, "-silent", "-no-obsolete", "-locations", "none", *FOLDERS, "-ts", fresh],
                          cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"lupdate failed: {done.stderr.strip()}")
    return tree.parse(fresh).getroot()


def faults(message):
    source = message.findtext("source") or ""
    translation = message.find("translation")
    forms = [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]
    if translation.get("type") == "unfinished" or not all(forms):
        yield "is not translated"
        return
    if message.get("numerus") == "yes" and len(forms) < 2:
        yield "lacks its plural"
    wanted = set(PLACES.findall(source)) - {"%n"}
    for form in forms:
        if set(PLACES.findall(form)) - {"%n"} != wanted:
            yield f"has other places than its source: {form}"
        if PLAIN_SPACE.search(form):
            yield f"needs a no-break space before its punctuation: {form}"


def main():
    lupdate = sys.argv[1] if len(sys.argv) > 1 else "lupdate"
    with tempfile.TemporaryDirectory() as folder:
        root = collected(lupdate, os.path.join(ROOT, "translations/comptoir_fr.ts"), folder)
    found = 0
    count = 0
    for context in root.findall("context"):
        for message in context.findall("message"):
            count += 1
            for fault in faults(message):
                found += 1
                print(f"{context.findtext('name')}: “{message.findtext('source')}” {fault}")
    print(f"{count} texts, {found} faults" + (": run the target update_translations, then translate" if found else ""))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
