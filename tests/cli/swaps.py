#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Builds that replace each other under readers, and programs killed while they swap.

usage: swaps.py [--rounds N] [--seed S]   with ANNOTA_INDEX and ANNOTA_SEARCH set to the programs

A reader asks without a pause while rebuild, rollback, compact and add run: each answer is that of one state or the other, none
fails, and no generation comes back. Then each verb is killed at random moments: the index stays whole, and the same command
finishes."""

import argparse
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import threading
import time

INDEX, SEARCH = os.environ["ANNOTA_INDEX"], os.environ["ANNOTA_SEARCH"]


def write_records(path, count, word):
    with open(path, "w", encoding="utf-8") as file:
        for number in range(count):
            file.write(json.dumps({"id": f"r{number}", "title": f"River {word} {number}", "year": 1990 + number % 30,
                                   "abstract": f"{word} " * 30, "source": "shelf"}) + "\n")


def run(*arguments):
    return subprocess.run([INDEX, *arguments], capture_output=True, text=True, check=False)


def expect(*arguments):
    done = run(*arguments)
    assert done.returncode == 0, (arguments, done.returncode, done.stderr)
    return done.stdout


class Reader(threading.Thread):
    """Asks one --batch process until told to stop."""

    def __init__(self, database):
        super().__init__()
        self.process = subprocess.Popen([SEARCH, "--db", database, "--batch"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        text=True, encoding="utf-8")
        self.answers, self.stopping = [], False

    def run(self):
        while not self.stopping:
            self.process.stdin.write('{"query":"river","facet":"year:100","limit":3}\n')
            self.process.stdin.flush()
            self.answers.append(json.loads(self.process.stdout.readline()))

    def stop(self):
        self.stopping = True
        self.join()
        self.process.stdin.close()
        assert self.process.wait() == 0
        return self.answers


def readers(folder, rounds):
    counts = {"one": 300, "two": 280}
    database = os.path.join(folder, "readers")
    paths = {word: os.path.join(folder, word) for word in counts}
    for word, count in counts.items():
        write_records(paths[word], count, word)
    expect("add", "--quiet", "--db", database, paths["one"])
    several = [Reader(database) for _ in range(2)]
    for reader in several:
        reader.start()
    for _ in range(rounds):
        expect("rebuild", "--db", database, paths["two"])
        expect("compact", "--db", database)
        expect("add", "--db", database, "--commit-every", "100", paths["one"])
        expect("rebuild", "--db", database, paths["two"])
        expect("rollback", "--db", database)
        expect("rollback", "--db", database)
        expect("rebuild", "--db", database, paths["one"])
    asked = 0
    for reader in several:
        generations = []
        for answer in reader.stop():
            assert "error" not in answer, answer
            total = answer["total"]
            assert total in counts.values(), answer
            assert sum(bucket["count"] for bucket in answer["facets"]["year"]["buckets"]) == total, answer
            generations.append(answer["generation"])
            asked += 1
        assert generations == sorted(generations), "a generation came back"
    states = {one["generation"] for reader in several for one in reader.answers}
    assert len(states) > rounds, states
    print(f"readers: {asked} answers over {len(states)} generations, each whole")


def kills(folder, rounds, chance):
    """Old and new records share no word, so that a mixture would show."""
    old, new = os.path.join(folder, "old"), os.path.join(folder, "new")
    write_records(old, 150, "old")
    write_records(new, 150, "new")
    died = 0
    for number in range(rounds):
        database = os.path.join(folder, f"kills{number}")
        expect("add", "--db", database, old)
        dumps = [expect("dump", "--db", database)]
        verb = ["rebuild", "rollback", "compact"][number % 3]
        if verb == "rollback":
            expect("rebuild", "--db", database, new)
            dumps.insert(0, expect("dump", "--db", database))
        command = [verb, "--db", database] + ([new] if verb == "rebuild" else [])
        process = subprocess.Popen([INDEX, *command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0, 0.25))
        process.kill()
        died += process.wait() != 0
        left = expect("dump", "--db", database)
        expect("check", "--deep", "--db", database)
        if verb == "rebuild" and left != dumps[0]:
            assert left.count("River new") == 150 and "River old" not in left
        elif verb != "rebuild":
            assert left in dumps, (number, verb)
        expect(*command)
        expect("check", "--deep", "--db", database)
        left = sorted(os.listdir(database))
        assert len([name for name in left if name.startswith("build-")]) == 2, left
        assert not [name for name in left if name.endswith(".new")], left
    print(f"kills: {rounds}, of which {died} hit; whole afterwards")


def grown(folder):
    """An index that grew by updates is compacted at the end of add, once, unless told not to."""
    path = os.path.join(folder, "grown.jsonl")
    database = os.path.join(folder, "grown")
    write_records(path, 1500, "alpha beta gamma delta")
    expect("add", "--no-compact", "--db", database, "--commit-every", "1000", path)
    assert re.search(r"^build 1$", open(os.path.join(database, "annota.index"), encoding="utf-8").read(), re.M)
    before = expect("dump", "--db", database)
    expect("add", "--db", database, "--acknowledge", path)
    text = open(os.path.join(database, "annota.index"), encoding="utf-8").read()
    assert re.search(r"^build 2$", text, re.M) and "previous" not in text, text
    assert expect("dump", "--db", database) == before
    expect("add", "--db", database, path)
    assert open(os.path.join(database, "annota.index"), encoding="utf-8").read() == text
    assert sorted(os.listdir(database)) == ["annota.index", "build-000002", "lock"]
    print("grown: compacted by add")


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--rounds", type=int, default=12)
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        readers(folder, max(1, chosen.rounds // 6))
        kills(folder, chosen.rounds, random.Random(chosen.seed))
        grown(folder)


sys.exit(main())
