#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Small changes to a large index: seconds, bytes written and growth.

usage: incremental_speed.py ANNOTA_INDEX RECORDS.jsonl[.gz] [--limit N] [--changed M] [--seed S] [--out FOLDER]

N records are indexed once. Then, one after the other: the same file again, unchanged; the file touched; the file with one record
more; M changed records, the same again; M new records; M records deleted. `annota-generate N` makes records of realistic shape."""

import argparse
import json
import os
import random
import tempfile

import archive
import measured_run
import record_lines

SOURCE = "export"


class Records:
    """The records of the index, all of one source, so that a later file replaces what it has of them; read line by line, since a
    million take gigabytes."""

    def __init__(self, path, limit, chance):
        self.path, self.limit, self.chance = path, limit, chance
        self.count = sum(1 for _ in record_lines.lines(path, limit))

    def all(self):
        for number, line in enumerate(record_lines.lines(self.path, self.limit)):
            yield {**json.loads(line), "id": f"record-{number}", "source": SOURCE}

    def sample(self, count):
        numbers = set(self.chance.sample(range(self.count), count))
        return [record for number, record in enumerate(self.all()) if number in numbers]

    def changed(self, count):
        """So many records, each with a word that it did not have."""
        for record in self.sample(count):
            abstract = record.get("abstract") or ""
            word = f" Amended{self.chance.randint(0, 999)}."
            text = {key: value + word for key, value in abstract.items()} if isinstance(abstract, dict) else abstract + word
            yield {**record, "abstract": text}

    def joined_by_author(self, count):
        """So many records, each with one more author: who is one person with whom has to be found out again."""
        for number, record in enumerate(self.sample(count)):
            yield {**record, "authors": [*(record.get("authors") or []), f"Newcomer {chr(ord('A') + number % 26)}."]}

    def new(self, count):
        """The texts of records that are there under titles and identifiers that are not."""
        for number, record in enumerate(self.sample(count)):
            yield {**{key: value for key, value in record.items() if key != "doi"}, "id": f"new-{number}", "title": f"Addition {number}"}


def write(path, records):
    with open(path, "w", encoding="utf-8") as file:
        for record in records:
            file.write(json.dumps(record, ensure_ascii=False) + "\n")


class Steps:
    """Verbs on one index, each measured."""

    def __init__(self, program, folder):
        self.program, self.database, self.rows = program, os.path.join(folder, "index"), {}

    def step(self, name, verb, *words):
        before = measured_run.folder_bytes(self.database)
        row = measured_run.run([self.program, verb, "--quiet", "--db", self.database, *words], self.database)
        self.rows[name] = {**row, "growth_bytes": row["bytes"] - before}


def measure(steps, records, count, folder):
    path, delta, more = (os.path.join(folder, name) for name in ("all.jsonl", "changed.jsonl", "new.jsonl"))
    write(path, records.all())
    steps.step("all records", "add", path)
    steps.step("same file", "add", path)
    os.utime(path)
    steps.step("touched file", "add", path)
    with open(path, "a", encoding="utf-8") as file:
        file.write(json.dumps({"id": "appended", "title": "One record more", "source": SOURCE}) + "\n")
    steps.step("one record appended", "add", path)
    write(delta, records.changed(count))
    steps.step(f"{count} changed", "add", delta)
    steps.step(f"{count} changed, again", "add", delta)
    write(delta, records.joined_by_author(count))
    steps.step(f"{count} with an author more", "add", delta)
    write(more, records.new(count))
    steps.step(f"{count} new", "add", more)
    steps.step(f"{count} deleted", "delete", *(f"new-{number}" for number in range(count)))
    return os.path.getsize(path)


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("annota_index")
    options.add_argument("records")
    options.add_argument("--limit", type=int, default=0)
    options.add_argument("--changed", type=int, default=1000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--out")
    chosen = options.parse_args()
    records = Records(chosen.records, chosen.limit, random.Random(chosen.seed))
    with tempfile.TemporaryDirectory() as folder:
        steps = Steps(chosen.annota_index, folder)
        input_bytes = measure(steps, records, chosen.changed, folder)
    result = {"records": records.count, "input_bytes": input_bytes, **archive.setup(chosen.annota_index), "steps": steps.rows}
    archive.publish("incremental_speed", result, chosen.out)


main()
