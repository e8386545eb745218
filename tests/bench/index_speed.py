#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Indexing speed: annota-index beside Omega's scriptindex on the same records in the same run.

usage: index_speed.py ANNOTA_INDEX RECORDS.jsonl[.gz] [--limit N] [--out FOLDER]

Each program indexes the same N records into an empty folder: title, abstract and authors as words with positions and English
stems, year and journal as boolean terms, the id as unique term; annota also keeps the record, word forms and facet columns.
Prints a table and, with --out, writes it there as JSON beside the set-up."""

import argparse
import gzip
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time

SCRIPT = """id : boolean=Q unique=Q
title : field index=S index
abstract : field=sample index
author : field index=A
year : field boolean=Y value=0
journal : field boolean=XJ
"""


def records(path, limit):
    opened = gzip.open if path.endswith(".gz") else open
    with opened(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if limit and number >= limit:
                return
            yield line


def text_of(value):
    if isinstance(value, dict):
        return " ".join(text_of(member) for member in value.values())
    if isinstance(value, list):
        return " ".join(text_of(member) for member in value)
    return " ".join(str(value).split())


def write_inputs(path, limit, folder):
    """The records as JSON Lines and as the input of scriptindex."""
    lines, dump = os.path.join(folder, "records.jsonl"), os.path.join(folder, "records.dump")
    with open(lines, "w", encoding="utf-8") as as_json, open(dump, "w", encoding="utf-8") as as_fields:
        count = 0
        for line in records(path, limit):
            as_json.write(line)
            record = json.loads(line)
            for name, key in (("id", "id"), ("title", "title"), ("abstract", "abstract"), ("year", "year"), ("journal", "journal")):
                if record.get(key):
                    as_fields.write(f"{name}={text_of(record[key])}\n")
            for author in record.get("authors") or []:
                as_fields.write(f"author={text_of(author['name'] if isinstance(author, dict) else author)}\n")
            as_fields.write("\n")
            count += 1
    return count, lines, dump


def size(folder):
    return sum(os.path.getsize(os.path.join(where, name)) for where, _, names in os.walk(folder) for name in names)


def run(command, database):
    """Wall and processor seconds, peak memory in MB and the size of what was made."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    _, errors = process.communicate()
    wall = time.monotonic() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if process.returncode:
        sys.exit(f"{command[0]} ended with {process.returncode}: {errors[-500:].decode(errors='replace')}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {"wall_s": round(wall, 1), "cpu_s": round(cpu, 1), "peak_mb": round(after.ru_maxrss / 1024), "bytes": size(database)}


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("annota_index")
    options.add_argument("records")
    options.add_argument("--limit", type=int, default=0)
    options.add_argument("--out")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        count, lines, dump = write_inputs(chosen.records, chosen.limit, folder)
        script = os.path.join(folder, "omega.script")
        with open(script, "w", encoding="utf-8") as file:
            file.write(SCRIPT)
        first, second = os.path.join(folder, "annota"), os.path.join(folder, "omega")
        # RUSAGE_CHILDREN keeps the largest child, so the smaller program has to come first.
        rows = {"annota-index": run([chosen.annota_index, "add", "--quiet", "--db", first, lines], first)}
        rows["scriptindex"] = run(["scriptindex", "--stemmer=english", second, script, dump], second)
        input_bytes = os.path.getsize(lines)
    for row in rows.values():
        row["records_per_cpu_s"] = round(count / row["cpu_s"])
        row["bytes_per_input_byte"] = round(row["bytes"] / input_bytes, 2)
    own, other = rows["annota-index"], rows["scriptindex"]
    if other["peak_mb"] == own["peak_mb"]:
        other["peak_mb"] = f"<= {own['peak_mb']}"
    result = {"records": count, "input_bytes": input_bytes, "machine": f"{os.cpu_count()} cores, {platform.platform()}",
              "load": os.getloadavg(), "rows": rows, "ratio_cpu": round(other["cpu_s"] / own["cpu_s"], 2),
              "ratio_wall": round(other["wall_s"] / own["wall_s"], 2)}
    print(json.dumps(result, indent=2))
    if chosen.out:
        os.makedirs(chosen.out, exist_ok=True)
        with open(os.path.join(chosen.out, "index_speed.json"), "w", encoding="utf-8") as file:
            json.dump(result, file, indent=2)


main()
