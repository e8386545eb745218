#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Indexing speed: annota-index beside Omega's scriptindex and SQLite FTS5 on the same records in the same run.

usage: index_speed.py ANNOTA_INDEX RECORDS.jsonl[.gz] [--limit N] [--jobs 1,2] [--repeat K] [--out FOLDER]

Each program indexes the same N records into an empty folder: title, abstract and authors as words with positions and English
stems, year and journal as exact values, the id as unique; annota also keeps the record, word forms and facet columns. annota is
run once with each number of jobs, where it has that option. Of K runs in turn the median of each figure counts. Processor
time of FTS5 includes Python, which hands it the rows. Prints a table and, with --out, writes it there as JSON."""

import argparse
import json
import os
import shutil
import sqlite3
import statistics
import sys
import tempfile

import archive
import measured_run
import record_lines

SCRIPT = """id : boolean=Q unique=Q
title : field index=S index
abstract : field=sample index
author : field index=A
year : field boolean=Y value=0
journal : field boolean=XJ
"""


def text_of(value):
    if isinstance(value, dict):
        return " ".join(text_of(member) for member in value.values())
    if isinstance(value, list):
        return " ".join(text_of(member) for member in value)
    return " ".join(str(value or "").split())


def write_inputs(path, limit, folder):
    """The records as JSON Lines, as the input of scriptindex and as rows. Their number and the paths."""
    paths = [os.path.join(folder, name) for name in ("records.jsonl", "records.dump", "records.tsv")]
    count = 0
    with open(paths[0], "w", encoding="utf-8") as as_json, open(paths[1], "w", encoding="utf-8") as as_fields, \
            open(paths[2], "w", encoding="utf-8") as as_rows:
        for line in record_lines.lines(path, limit):
            as_json.write(line)
            record = json.loads(line)
            texts = {key: text_of(record.get(key)) for key in ("id", "title", "abstract", "year", "journal")}
            authors = [text_of(author["name"] if isinstance(author, dict) else author) for author in record.get("authors") or []]
            as_fields.writelines(f"{key}={text}\n" for key, text in texts.items() if text)
            as_fields.writelines(f"author={author}\n" for author in authors)
            as_fields.write("\n")
            row = [texts["id"], texts["title"], texts["abstract"], " ".join(authors), texts["year"], texts["journal"]]
            as_rows.write("\t".join(row) + "\n")
            count += 1
    return count, paths


def has_fts5():
    try:
        sqlite3.connect(":memory:").execute("CREATE VIRTUAL TABLE words USING fts5(text)")
        return True
    except sqlite3.OperationalError:
        return False


def competitors(chosen, folder, paths):
    """Name, database and command of each program that is here."""
    database = lambda name: os.path.join(folder, name)
    lines, fields, rows = paths
    jobs = chosen.jobs.split(",") if "--jobs" in measured_run.options_of(chosen.annota_index) else [""]
    for number in jobs:
        name, option = (f"annota-index --jobs {number}", ["--jobs", number]) if number else ("annota-index", [])
        yield name, database("annota"), [chosen.annota_index, "add", "--quiet", *option, "--db", database("annota"), lines]
    if shutil.which("scriptindex"):
        script = os.path.join(folder, "omega.script")
        with open(script, "w", encoding="utf-8") as file:
            file.write(SCRIPT)
        yield "scriptindex", database("omega"), ["scriptindex", "--stemmer=english", database("omega"), script, fields]
    if has_fts5():
        here = os.path.dirname(os.path.abspath(__file__))
        file = os.path.join(database("sqlite"), "words.db")
        yield "sqlite fts5", database("sqlite"), [sys.executable, os.path.join(here, "sqlite_fts5.py"), file, rows]


def in_turn(rounds, programs):
    """The median of each figure by program, over rounds in which each program runs once, so that what else the machine does
    meets all of them alike."""
    runs = {name: [] for name, _, _ in programs}
    for _ in range(rounds):
        for name, database, command in programs:
            shutil.rmtree(database, ignore_errors=True)
            if not command[0].endswith("annota-index"):
                os.makedirs(database)
            runs[name].append(measured_run.run(command, database))
            print(name, runs[name][-1], file=sys.stderr)
    return {name: {figure: statistics.median(run[figure] for run in of_one) for figure in of_one[0]}
            for name, of_one in runs.items()}


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("annota_index")
    options.add_argument("records")
    options.add_argument("--limit", type=int, default=0)
    options.add_argument("--jobs", default="1,2")
    options.add_argument("--repeat", type=int, default=1)
    options.add_argument("--out")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        count, paths = write_inputs(chosen.records, chosen.limit, folder)
        rows = in_turn(chosen.repeat, list(competitors(chosen, folder, paths)))
        input_bytes = os.path.getsize(paths[0])
    for row in rows.values():
        row["records_per_s"] = round(count / row["wall_s"])
        row["records_per_cpu_s"] = round(count / row["cpu_s"])
        row["bytes_per_input_byte"] = round(row["bytes"] / input_bytes, 2)
    ratios = {f"{name} : {other}": {what: round(rows[other][what] / rows[name][what], 2) for what in ("wall_s", "cpu_s", "peak_mb", "bytes")}
              for name in rows if name.startswith("annota") for other in rows if other != name}
    result = {"records": count, "input_bytes": input_bytes, **archive.setup(chosen.annota_index), "rows": rows,
              "times_as_much": ratios}
    archive.publish("index_speed", result, chosen.out)


main()
