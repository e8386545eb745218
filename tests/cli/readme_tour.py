#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Every command of the README's tour runs and prints what stands below it, and so do its programs.

usage: readme_tour.py [--update]; ANNOTA_INDEX, ANNOTA_SEARCH and CORPUS as for run_case.sh

A block of the README that begins with ```console holds commands behind "$ " and their output. A line "..." stands for any
lines that were left out; times and rates are not compared. A block of ```python or ```cpp whose first line is a comment with the
name of a file is written to it, for the commands behind. --update writes what the commands print into the README: read the
difference before committing it."""

import os
import re
import subprocess
import sys
import tempfile

README = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "README.md")
BLOCK = re.compile(r"^```(console|python|cpp)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
FILE_NAME = re.compile(r"(?:#|//) (\w+\.\w+)\n")
COMMAND = re.compile(r"^\$ ((?:.*\\\n)*.*\n)((?:(?!\$ ).*\n)*)", re.MULTILINE)


def without_times(text):
    return re.sub(r"\b[0-9.]+ s, [0-9.,]+ records/s", "TIME", text)


def pattern(text):
    return re.compile("".join("(?:.*\n)*?" if line == "..." else re.escape(line) + "\n" for line in text.splitlines()))


def environment(folder):
    programs = os.path.join(folder, "bin")
    os.mkdir(programs)
    for name, variable in (("annota-index", "ANNOTA_INDEX"), ("annota-search", "ANNOTA_SEARCH")):
        os.symlink(os.environ[variable], os.path.join(programs, name))
    os.symlink(os.environ["CORPUS"], os.path.join(folder, "corpus"))
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("ANNOTA_", "XDG_"))}
    return kept | {"PATH": f"{programs}:{os.environ['PATH']}", "HOME": folder, "COLUMNS": "80", "LC_ALL": "C.UTF-8"}


def run(command, folder, variables):
    done = subprocess.run(["sh", "-c", command], cwd=folder, env=variables, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, check=False)
    return done.stdout.decode()


def main():
    with open(README, encoding="utf-8") as file:
        readme = file.read()
    tally = {"run": 0, "differ": 0}
    with tempfile.TemporaryDirectory() as folder:
        variables = environment(folder)

        def replaced(command):
            typed, expected = command.groups()
            printed = run(typed, folder, variables)
            tally["run"] += 1
            if pattern(without_times(expected)).fullmatch(without_times(printed)):
                return command.group()
            tally["differ"] += 1
            print(f"$ {typed}prints:\n{printed}")
            return f"$ {typed}{printed}"

        def taken(block):
            kind, text = block.groups()
            if kind == "console":
                return f"```console\n{COMMAND.sub(replaced, text)}```"
            if named := FILE_NAME.match(text):
                with open(os.path.join(folder, named.group(1)), "w", encoding="utf-8") as program:
                    program.write(text)
            return block.group()

        updated = BLOCK.sub(taken, readme)
    print(f"{tally['run']} commands, {tally['differ']} differ")
    if sys.argv[1:] == ["--update"]:
        with open(README, "w", encoding="utf-8") as file:
            file.write(updated)
    elif tally["differ"] or not tally["run"]:
        print("If the new output is right: tests/cli/readme_tour.py --update")
        sys.exit(1)


main()
