#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""How indexing grows with the number of records: 100,000 against 1,000,000 made ones.

usage: scale.py ANNOTA_INDEX ANNOTA_GENERATE [--sizes 100000,1000000] [--jobs N] [--out FOLDER]

Prints, for each size and as the ratio of the last to the first, records a second, peak memory and bytes of index a byte of
input. A ratio of 1 is linear."""

import argparse
import os
import tempfile

import archive
import measured_run
import record_lines


def measure(chosen, count):
    with tempfile.TemporaryDirectory() as folder:
        path, database = os.path.join(folder, "records.jsonl"), os.path.join(folder, "index")
        record_lines.generate(chosen.annota_generate, count, path)
        jobs = ["--jobs", str(chosen.jobs)] if chosen.jobs else []
        row = measured_run.run([chosen.annota_index, "add", "--quiet", *jobs, "--db", database, path], database)
        input_bytes = os.path.getsize(path)
    return {"records": count, "input_bytes": input_bytes, **row, "records_per_s": round(count / row["wall_s"]),
            "records_per_cpu_s": round(count / row["cpu_s"]), "bytes_per_input_byte": round(row["bytes"] / input_bytes, 3)}


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("annota_index")
    options.add_argument("annota_generate")
    options.add_argument("--sizes", default="100000,1000000")
    options.add_argument("--jobs", type=int, default=0)
    options.add_argument("--out")
    chosen = options.parse_args()
    rows = [measure(chosen, int(size)) for size in chosen.sizes.split(",")]
    ratios = {what: round(rows[-1][what] / rows[0][what], 3)
              for what in ("records_per_s", "records_per_cpu_s", "peak_mb", "bytes_per_input_byte")}
    archive.publish("scale", {**archive.setup(chosen.annota_index), "rows": rows, "last_to_first": ratios}, chosen.out)


main()
