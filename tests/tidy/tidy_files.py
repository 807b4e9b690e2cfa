#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""tidy_files.py CLANG_TIDY BUILD FILE …: runs clang-tidy over the files, in batches, and prints what it finds once."""
import collections
import concurrent.futures
import json
import os
import re
import subprocess
import sys

BATCH = 10
FINDING = re.compile(r"^\S+?:\d+:\d+: (warning|error): ")


def commands(build):
    """file → its compiler arguments, without the input and the output."""
    with open(os.path.join(build, "compile_commands.json"), encoding="utf-8") as file:
        entries = json.load(file)
    found = {}
    for entry in entries:
        path = os.path.realpath(os.path.join(entry["directory"], entry["file"]))
        found[path] = (entry["directory"], re.sub(r" -o \S+| -c \S+| -M[DMTF]\b( \S+\.[od])?", "", entry["command"]))
    return found


def batches(known, paths):
    """Files compiled alike, a few at a time: most of the work is in the Qt headers they share."""
    alike = collections.defaultdict(list)
    for path in paths:
        alike[known[os.path.realpath(path)]].append(path)
    for group in alike.values():
        for at in range(0, len(group), BATCH):
            yield group[at:at + BATCH]


def write_batches(build, known, groups):
    """Writes one source that includes its batch, for each batch, and their compilation database."""
    folder = os.path.join(build, "batches")
    os.makedirs(folder, exist_ok=True)
    entries = []
    for number, group in enumerate(groups):
        directory, command = known[os.path.realpath(group[0])]
        name = os.path.join(os.path.realpath(folder), f"{number}.cpp")
        with open(name, "w", encoding="utf-8") as file:
            file.writelines(f'#include "{os.path.realpath(path)}"\n' for path in group)
        entries.append({"directory": directory, "file": name, "command": f"{command} -c {name}"})
    with open(os.path.join(folder, "compile_commands.json"), "w", encoding="utf-8") as file:
        json.dump(entries, file)
    return [(folder, entry["file"]) for entry in entries]


def run_tidy(command, build, path):
    return subprocess.run([command, "-quiet", "-p", build, "--extra-arg=-w", path],
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False)


def tidy(command, build, batch, group):
    """(exit code, output). A batch that does not compile together is read file by file."""
    done = run_tidy(command, *batch)
    if len(group) == 1 or (done.returncode == 0 and "clang-diagnostic-error" not in done.stdout):
        return done.returncode, done.stdout
    if "clang-diagnostic-error" not in done.stdout:
        return done.returncode, done.stdout
    runs = [run_tidy(command, build, path) for path in group]
    return max(run.returncode for run in runs), "\n".join(run.stdout for run in runs)


def main():
    command, build, *paths = sys.argv[1:]
    known = commands(build)
    groups = list(batches(known, [path for path in paths if os.path.realpath(path) in known]))
    total, read, seen, findings = sum(map(len, groups)), 0, set(), 0
    with concurrent.futures.ThreadPoolExecutor(max_workers=os.cpu_count() or 2) as pool:
        written = write_batches(build, known, groups)
        runs = {pool.submit(tidy, command, build, batch, group): group for batch, group in zip(written, groups)}
        for run in concurrent.futures.as_completed(runs):
            code, output = run.result()
            read += len(runs[run])
            fresh = [line for line in output.splitlines() if FINDING.match(line) and line not in seen]
            seen.update(fresh)
            findings += len(fresh)
            if fresh:
                print(output, flush=True)
            elif code != 0 and not any(FINDING.match(line) for line in output.splitlines()):
                findings += 1
                print(f"{' '.join(runs[run])}: clang-tidy stopped with exit code {code}\n{output}", flush=True)
            print(f"clang-tidy: {read}/{total}", flush=True)
    print(f"clang-tidy: {total} files, {findings} findings")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
