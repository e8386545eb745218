#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""What annota-search writes to a terminal, seen from the other end of a pseudo-terminal.

usage: terminal_test.py [--records N] [--seed S]; ANNOTA_INDEX and ANNOTA_SEARCH as for run_case.sh

Colours are there on a terminal and nowhere else, lines keep to its width, and of N generated records full of control characters
and escape sequences nothing but our own colours arrives."""

import argparse
import fcntl
import json
import os
import pty
import random
import re
import struct
import subprocess
import sys
import tempfile
import termios

INDEX, SEARCH = os.environ["ANNOTA_INDEX"], os.environ["ANNOTA_SEARCH"]
OUR_COLOURS = re.compile("\033\\[(0|1|2|1;33)m")
# C0 but for the ends of lines, DEL, C1, and what turns or hides text.
CONTROL = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f]")
HOSTILE = ["\033[2J", "\033]0;window\007", "\033P1$r\033\\", "\033[31m", "\x9b31m", "\x9d52;c;YQ==\x9c", "\b\b", "\r", "\n", "\x85", "\u2028", "\u202e",
           "\u2066", "\x7f", "\x0e", "\t", "\ufeff", "\U000e0041"]
WORDS = ["lake", "ice", "озеро", "лёд", "winter", "зима", "snow", "наблюдения"]
failures = []


def check(right, what, *about):
    if not right:
        failures.append(" ".join([what, *map(ascii, about)])[:400])


def on_terminal(arguments, columns=80, **variables):
    """Exit code and output where stdout and stderr are a terminal."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    environment = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "COLUMNS")}
    environment |= {"TERM": "xterm", **variables}
    with subprocess.Popen([SEARCH, *arguments], stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs, env=environment) as program:
        os.close(theirs)
        output = b""
        while True:
            try:
                part = os.read(ours, 65536)
            except OSError:  # What Linux says when the last writer has closed the terminal.
                break
            if not part:
                break
            output += part
    os.close(ours)
    return program.returncode, output.decode()


def check_harmless(output, about):
    found = CONTROL.findall(OUR_COLOURS.sub("", output))
    check(not found, "control characters reach the terminal", found, about)
    check(output.count("\r") == output.count("\n") == output.count("\r\n"), "a bare end of line", about)


def hostile_text(chance, words):
    parts = [chance.choice(WORDS) for _ in range(words)]
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(parts) + 1)
        parts.insert(place, chance.choice(HOSTILE))
    return chance.choice(["", " "]).join(parts)


def hostile_record(chance, number):
    return {"id": f"h{number}{chance.choice(HOSTILE)}", "title": f"lake {hostile_text(chance, 5)}", "abstract": hostile_text(chance, 40),
            "authors": [hostile_text(chance, 2) for _ in range(chance.randint(1, 7))], "journal": hostile_text(chance, 3),
            "volume": hostile_text(chance, 1), "issue": hostile_text(chance, 1), "pages": hostile_text(chance, 1), "type": hostile_text(chance, 1),
            "keywords": [hostile_text(chance, 2)], "year": 2000 + number % 20}


def check_hostile_records(folder, records, seed):
    chance = random.Random(seed)
    source = os.path.join(folder, "hostile.jsonl")
    with open(source, "w", encoding="utf-8") as file:
        for number in range(records):
            file.write(json.dumps(hostile_record(chance, number)) + "\n")
    database = os.path.join(folder, "hostile")
    subprocess.run([INDEX, "add", "--quiet", "--db", database, source], check=True, stderr=subprocess.DEVNULL)
    everything = ["--db", database, "--limit", str(records), "--facet", "author:1000,year,journal:1000,type:1000"]
    for query in ([], ["lake"], ["озеро снег"], ["лёд", "-winter"]):
        code, output = on_terminal([*everything, "--", *query])
        check(code == 0 and "\033[" in output, "no coloured hits", query, code)
        check_harmless(output, query)
    for option in ("jsonl", "json", "trec"):
        check_harmless(on_terminal([*everything, "--format", option])[1], option)
    # Words of the caller come back in notes and complaints.
    for bad in HOSTILE:
        check_harmless(on_terminal(["--db", database, f"(lake{bad}("])[1], bad)
        check_harmless(on_terminal(["--db", database, "--sort", bad + "x"])[1], bad)
        check_harmless(on_terminal(["--db", database, "--get", bad + "x"])[1], bad)
        check_harmless(on_terminal(["--db", os.path.join(folder, bad.replace("\0", "")), "x"])[1], bad)


def check_colours(folder):
    database = os.path.join(folder, "db")
    record = json.dumps({"id": "a", "title": "Ice on a lake", "abstract": "The lake froze early. " * 20, "authors": ["Snow A."], "year": 2020})
    subprocess.run([INDEX, "add", "--quiet", "--db", database, "-"], input=record.encode(), check=True)
    query = ["--db", database, "lake"]
    plain = subprocess.run([SEARCH, *query], stdout=subprocess.PIPE, check=True).stdout.decode()
    check("\033" not in plain and "*lake*" in plain, "colours in a pipe", plain)
    always = subprocess.run([SEARCH, "--color", "always", *query], stdout=subprocess.PIPE, check=True).stdout.decode()
    check("\033[1;33mlake\033[0m" in always, "no colours with --color always", always)
    check(OUR_COLOURS.sub("", always).split() == plain.replace("*", "").split(), "colours change more than colours")
    rows = [({}, [], True), ({"NO_COLOR": "1"}, [], False), ({"TERM": "dumb"}, [], False), ({"NO_COLOR": ""}, [], True),
            ({}, ["--color", "never"], False), ({"NO_COLOR": "1"}, ["--color", "always"], True)]
    for variables, options, colour in rows:
        _, output = on_terminal([*options, *query], **variables)
        check(("\033[" in output) == colour, "colours", variables, options)
        check(("*lake*" in output) != colour, "asterisks", variables, options)
    for columns in (30, 60, 80, 200):
        _, output = on_terminal(query, columns)
        lengths = [len(line) for line in OUR_COLOURS.sub("", output).splitlines()]
        check(columns - 20 < max(lengths) <= columns, "lines as wide as the terminal", columns, max(lengths))


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    options.add_argument("--records", type=int, default=100)
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        check_colours(folder)
        check_hostile_records(folder, chosen.records, chosen.seed)
    for failure in failures[:20]:
        print(failure)
    print(f"{chosen.records} records, {len(failures)} failures")
    sys.exit(1 if failures else 0)


main()
