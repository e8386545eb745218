#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""What `check` finds of damage to the files of an index.

usage: damage.py [--rounds N] [--seed S]   with ANNOTA_INDEX and ANNOTA_SEARCH set to the programs

In each round a copy of a small index is damaged at a random place: bytes are changed, a block is emptied, a file is cut.
Where any answer differs from before (the dump, searches, facets), `check --deep` must find it. No program may crash or hang."""

import argparse
import collections
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile

INDEX, SEARCH = os.environ["ANNOTA_INDEX"], os.environ["ANNOTA_SEARCH"]
WORDS = "river lake island storm harbour светлый берег туман north волна parallel Ёлка граница наука".split()
QUERIES = [{"query": "river"}, {"query": "берег", "sort": "year"}, {"query": '"river lake"'}, {"query": "волн*"},
           {"query": "author:Riverov"}, {"query": "", "sort": "title", "facet": "author:100,year:100,journal:100"},
           {"query": "туман -storm", "year": "1995..2005"}, {"query": "island NEAR/5 lake"}, {"query": "id:r7"},
           {"query": "title:light OR светлый", "limit": 50, "facet": "language,type,indexed-in"}]


def write_records(path, count, chance):
    text = lambda words: " ".join(chance.choice(WORDS) for _ in range(words))
    with open(path, "w", encoding="utf-8") as file:
        for number in range(count):
            record = {"id": f"r{number}", "title": f"{text(5)} {number}", "abstract": {"ru": text(40), "en": text(40)},
                      "year": 1990 + number % 30, "journal": text(2), "keywords": [text(1), text(2)],
                      "authors": [f"{chance.choice(WORDS).capitalize()}ov A." for _ in range(3)], "source": "shelf"}
            file.write(json.dumps(record, ensure_ascii=False) + "\n")


def run(*command, text=None):
    """Exit code, or what ended it, and what it printed."""
    try:
        done = subprocess.run(command, input=text, capture_output=True, text=True, timeout=60, check=False, errors="replace")
    except subprocess.TimeoutExpired:
        return "timeout", ""
    return done.returncode, done.stdout


def answers(database):
    requests = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in QUERIES)
    found = run(SEARCH, "--db", database, "--batch", text=requests)
    return [run(INDEX, "dump", "--db", database), (found[0], re.sub(r'"took_ms":[0-9.e+-]+', "", found[1]))]


def damage(database, chance):
    """Does it, and says what."""
    files = sorted(os.path.join(folder, name) for folder, _, names in os.walk(database) for name in names if name != "lock")
    path = chance.choice(files)
    with open(path, "rb") as file:
        data = bytearray(file.read())
    if not data:
        return f"{path}: empty"
    at = chance.randrange(len(data))
    kind = chance.choice(["bit", "byte", "byte", "bytes", "block", "cut"])
    if kind == "bit":
        data[at] ^= 1 << chance.randrange(8)
    elif kind == "byte":
        data[at] ^= chance.randrange(1, 256)
    elif kind == "bytes":
        data[at:at + 16] = chance.randbytes(len(data[at:at + 16]))
    elif kind == "block":
        data[at // 8192 * 8192:(at // 8192 + 1) * 8192] = bytes(len(data[at // 8192 * 8192:(at // 8192 + 1) * 8192]))
    else:
        del data[at:]
    with open(path, "wb") as file:
        file.write(data)
    return f"{os.path.relpath(path, database)}: {kind} at {at}"


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--rounds", type=int, default=24)
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    chance = random.Random(chosen.seed)
    counts = collections.Counter()
    failures = []
    with tempfile.TemporaryDirectory() as folder:
        whole, database = os.path.join(folder, "whole"), os.path.join(folder, "db")
        records = os.path.join(folder, "records.jsonl")
        write_records(records, 80, chance)
        assert run(INDEX, "add", "--db", whole, records)[0] == 0
        assert run(INDEX, "check", "--deep", "--db", whole)[0] == 0
        before = answers(whole)
        for number in range(chosen.rounds):
            shutil.copytree(whole, database)
            what = damage(database, chance)
            after = answers(database)
            plain, deep = run(INDEX, "check", "--db", database), run(INDEX, "check", "--deep", "--db", database)
            shutil.rmtree(database)
            changed = after != before
            counts["changed" if changed else "harmless"] += 1
            counts["changed, found by check"] += changed and plain[0] == 1
            counts["changed, found by check --deep"] += changed and deep[0] == 1
            counts["harmless, found by check"] += not changed and plain[0] == 1
            ends = {"dump": after[0][0], "search": after[1][0], "check": plain[0], "check --deep": deep[0]}
            wild = {name: end for name, end in ends.items() if end not in (0, 1, 2, 75)}
            if wild or (changed and deep[0] != 1):
                failures.append(f"round {number}: {what}: {'changed' if changed else 'harmless'}, {ends}\n{deep[1]}")
            if changed and plain[0] != 1:
                print(f"only --deep: {what}")
    for name, count in sorted(counts.items()):
        print(f"{count:6} {name}")
    for failure in failures:
        print(failure)
    return 1 if failures else 0


sys.exit(main())
