#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""What a bulk load cannot do without: processor microseconds a record of reading, of analysis, and of the bytes alone.

usage: floor.py ANNOTA_INDEX RECORDS.jsonl[.gz] [--limit N] [--out FOLDER]

Reading is `add --dry-run`; analysis adds what `--print terms` makes and prints of each record. The bytes are those of the finished
index, written to one file in one go and synced. Beside them the whole load with one builder."""

import argparse
import os
import tempfile
import time

import archive
import measured_run
import record_lines

MILLION = 1_000_000
PIECE = 1 << 20


def write_alone(path, count):
    """Wall and processor seconds of so many bytes that do not compress."""
    piece = os.urandom(PIECE)
    before, started = os.times(), time.monotonic()
    with open(path, "wb") as file:
        for at in range(0, count, PIECE):
            file.write(piece[: count - at])
        os.fsync(file.fileno())
    after = os.times()
    return {"wall_s": round(time.monotonic() - started, 2),
            "cpu_s": round(after.user + after.system - before.user - before.system, 2), "written_bytes": count}


def measure(program, path, folder):
    database = os.path.join(folder, "index")
    add = [program, "add", "--quiet", "--db", database]
    rows = {"reading": measured_run.run([*add, "--dry-run", path]),
            "reading and analysis": measured_run.run([*add, "--dry-run", "--print", "terms", path]),
            "the whole load": measured_run.run([*add, "--jobs", "1", path], database)}
    rows["writing the bytes"] = write_alone(os.path.join(folder, "bytes"), rows["the whole load"]["bytes"])
    return rows


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    options.add_argument("program")
    options.add_argument("records")
    options.add_argument("--limit", type=int, default=0)
    options.add_argument("--out")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path, count = os.path.join(folder, "records.jsonl"), 0
        with open(path, "w", encoding="utf-8") as file:
            for line in record_lines.lines(chosen.records, chosen.limit):
                file.write(line)
                count += 1
        rows = measure(chosen.program, path, folder)
    for row in rows.values():
        row["cpu_microseconds_a_record"] = round(row["cpu_s"] * MILLION / count, 1)
    archive.publish("floor", {"records": count, **archive.setup(chosen.program), "steps": rows}, chosen.out)


main()
