#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Search latency: N queries of two to four words with hits, snippets and three facets.

usage: search_speed.py ANNOTA_SEARCH DB RECORDS.jsonl[.gz] [--queries N] [--processes M] [--seed S] [--out FOLDER]

The words of a query come from one title of the records, without the shortest ones. Prints p50 and p99 in milliseconds: of a
round trip through one --batch process, of the search alone (took_ms), and of one process for each of M queries."""

import argparse
import json
import random
import re
import subprocess
import time

import archive
import record_lines


def queries(path, count, seed):
    chance = random.Random(seed)
    titles = []
    for line in record_lines.lines(path):
        title = json.loads(line).get("title") or ""
        titles.append(title if isinstance(title, str) else " ".join(title.values()))
    while count:
        words = [word for word in re.findall(r"[^\W\d_]{4,}", chance.choice(titles))]
        if len(words) < 2:
            continue
        count -= 1
        yield " ".join(chance.sample(words, min(len(words), chance.randint(2, 4))))


def percentiles(times):
    ordered = sorted(times)
    at = lambda share: round(ordered[min(len(ordered) - 1, int(share * len(ordered)))], 2)
    return {"p50_ms": at(0.5), "p99_ms": at(0.99), "max_ms": round(ordered[-1], 2)}


def batch(program, database, texts):
    process = subprocess.Popen([program, "--db", database, "--batch"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    trips, took, totals = [], [], []
    for text in texts:
        started = time.monotonic()
        process.stdin.write((json.dumps({"query": text}) + "\n").encode())
        process.stdin.flush()
        answer = json.loads(process.stdout.readline())
        trips.append((time.monotonic() - started) * 1000)
        took.append(answer["took_ms"])
        totals.append(answer["total"])
    process.stdin.close()
    process.wait()
    return percentiles(trips), percentiles(took), sum(totals) / len(totals)


def single(program, database, texts):
    times = []
    for text in texts:
        started = time.monotonic()
        subprocess.run([program, "--db", database, "--format", "json", "--", text], stdout=subprocess.DEVNULL, check=False)
        times.append((time.monotonic() - started) * 1000)
    return percentiles(times)


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("annota_search")
    options.add_argument("db")
    options.add_argument("records")
    options.add_argument("--queries", type=int, default=1000)
    options.add_argument("--processes", type=int, default=1000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--out")
    chosen = options.parse_args()
    texts = list(queries(chosen.records, chosen.queries, chosen.seed))
    trips, took, mean_total = batch(chosen.annota_search, chosen.db, texts)
    result = {"queries": len(texts), "mean_total": round(mean_total), "batch_round_trip": trips, "batch_took_ms": took,
              "one_process_each": single(chosen.annota_search, chosen.db, texts[:chosen.processes]),
              **archive.setup(chosen.annota_search)}
    archive.publish("search_speed", result, chosen.out)


if __name__ == "__main__":
    main()
