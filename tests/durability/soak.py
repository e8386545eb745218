# SPDX-License-Identifier: GPL-2.0-or-later
"""An indexer that adds, updates, deletes, prunes and compacts for a long time beside two readers. Neither the readers' memory
and descriptors nor the index may grow in the second half. Deletions are forgotten at once: what `changed` tells about the 90 days
that are usual would grow all the time."""

import json
import os
import random
import threading
import time

from programs import expect
from records import WORDS, record, write_records

RECORDS, CHANGED = 2000, 100
SECONDS_A_ROUND = 9
FORGETFUL = ("--keep-tombstones", "0")
# Shorter runs have not warmed up; they show only that everything works.
JUDGED_FROM_SECONDS = 300
ALLOWED_BYTES, ALLOWED_SHARE = 2 << 20, 0.05


def memory_of(pid):
    """Bytes of a process that are not of mapped files, and its open descriptors."""
    with open(f"/proc/{pid}/status", encoding="utf-8") as file:
        parts = dict(line.split(":", 1) for line in file)
    kilobytes = sum(int(parts[name].split()[0]) for name in ("RssAnon", "RssShmem"))
    return kilobytes * 1024, len(os.listdir(f"/proc/{pid}/fd"))


def folder_bytes(folder):
    total = 0
    for where, _, names in os.walk(folder):
        for name in names:
            try:
                total += os.path.getsize(os.path.join(where, name))
            except FileNotFoundError:  # Files come and go.
                pass
    return total


def growth(values):
    """How much a straight line through the values rises from the first to the last."""
    count = len(values)
    middle, mean = (count - 1) / 2, sum(values) / count
    spread = sum((at - middle) ** 2 for at in range(count))
    return (count - 1) * sum((at - middle) * (value - mean) for at, value in enumerate(values)) / spread if spread else 0.0


class Reader(threading.Thread):
    """Random queries to one --batch process; samples of its memory."""

    def __init__(self, setting, database, seed):
        super().__init__()
        self.process, self.chance = setting.programs.batch(database), random.Random(seed)
        self.ending, self.answers, self.wrong = threading.Event(), 0, None

    def run(self):
        while not self.ending.is_set():
            request = {"query": " ".join(self.chance.choice(WORDS) for _ in range(3)), "limit": self.chance.choice([0, 10, 100])}
            self.process.stdin.write(json.dumps(request) + "\n")
            self.process.stdin.flush()
            line = self.process.stdout.readline()
            if '"total"' not in line and '"index_changing"' not in line:
                self.wrong = line or "no answer"
                return
            self.answers += 1

    def end(self):
        self.ending.set()
        self.join()
        self.process.stdin.close()
        code = self.process.wait()
        expect(self.wrong is None and code == 0, f"a reader ended with {code}: {self.wrong}", self.process.stderr.read())


class Indexer:
    """The verbs that there are, in a loop."""

    def __init__(self, setting, database):
        self.programs, self.database, self.chance, self.turns = setting.programs, database, setting.chance, 0
        self.shelf = os.path.join(setting.folder, "shelf.jsonl")
        self.path = os.path.join(setting.folder, "changed.jsonl")
        write_records(self.path, (record(number, 0, source="all") for number in range(RECORDS)))
        self.programs.must("add", database, self.path)

    def turn(self):
        self.turns += 1
        numbers = self.chance.sample(range(RECORDS), CHANGED)
        write_records(self.path, (record(number, self.turns, source="all") for number in numbers))
        self.programs.must("add", self.database, *FORGETFUL, self.path)
        self.programs.must("delete", self.database, *FORGETFUL, *(f"r{number}" for number in numbers[:CHANGED // 4]))
        if "--prune" in self.programs.options:
            kept = self.chance.sample(range(RECORDS, RECORDS + 2 * CHANGED), CHANGED)
            write_records(self.shelf, (record(number, self.turns) for number in kept))
            self.programs.must("add", self.database, *FORGETFUL, "--prune", "--max-delete", "100%", self.shelf)
        for verb, each in (("compact", 20), ("check", 50)):
            if verb in self.programs.verbs and self.turns % each == 0:
                self.programs.must(verb, self.database)


def judge(samples, seconds):
    """Growth of each series in the second half of the run, and whether it is too much."""
    figures, wrong = {}, []
    for name, values in samples.items():
        half = values[len(values) // 2:]
        grown, mean = growth(half), sum(half) / len(half)
        figures[name] = {"mean": round(mean), "growth": round(grown), "most": max(values)}
        # The index swings between compactions: what counts is that it stays below what it was before.
        too_much = max(half) > 1.5 * max(values[:len(values) // 2] or half) if name == "index_bytes" else \
            grown > (2 if name.endswith("descriptors") else ALLOWED_BYTES) + ALLOWED_SHARE * mean
        if too_much and seconds >= JUDGED_FROM_SECONDS:
            wrong.append(f"{name}: {figures[name]}")
    return figures, wrong


def run(setting):
    database, seconds = os.path.join(setting.folder, "soaked"), SECONDS_A_ROUND * setting.rounds
    indexer = Indexer(setting, database)
    readers = [Reader(setting, database, seed) for seed in (1, 2)]
    samples = {"index_bytes": [], **{f"reader_{number}_{what}": [] for number in (1, 2) for what in ("bytes", "descriptors")}}
    for reader in readers:
        reader.start()
    end, next_sample = time.monotonic() + seconds, 0.0
    try:
        while time.monotonic() < end:
            indexer.turn()
            if time.monotonic() < next_sample:
                continue
            next_sample = time.monotonic() + 1
            samples["index_bytes"].append(folder_bytes(database))
            for number, reader in enumerate(readers, 1):
                bytes_, descriptors = memory_of(reader.process.pid)
                samples[f"reader_{number}_bytes"].append(bytes_)
                samples[f"reader_{number}_descriptors"].append(descriptors)
    finally:
        for reader in readers:
            reader.end()
    figures, wrong = judge(samples, seconds)
    expect(not wrong, *wrong)
    return {"left_out": [verb for verb in ("compact", "check") if verb not in setting.programs.verbs],
            "turns": indexer.turns, "answers": sum(reader.answers for reader in readers), **figures}
