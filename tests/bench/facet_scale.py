#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""A large index: ten ids, the exact total and three facets where a tenth of all records matches, and where all do.

usage: facet_scale.py ANNOTA_SEARCH DB [--queries Q] [--processes P] [--seed S] [--out FOLDER]

Queries are words of records of the index, any of which may match, chosen so that 8 to 12 of 100 records do; the one that
matches everything has no words. Times are took_ms of one --batch process that answers one request at a time, and the clock for
P processes that answer one of the queries each. Memory is what the --batch process has for itself at its end, and with the pages
of mapped files."""

import argparse
import json
import random
import re
import subprocess
import time

import archive
import measured_run
import search_speed

SHARE = (0.08, 0.12)


class Batch:
    def __init__(self, program, database):
        command = [program, "--db", database, "--batch", "--jobs", "1"]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, **request):
        self.process.stdin.write(json.dumps(request) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def memory(self):
        status = measured_run.fields_of(f"/proc/{self.process.pid}/status")
        return {"own_mb": round(status["RssAnon"] / 1024), "with_mapped_files_mb": round(status["VmHWM"] / 1024)}

    def end(self):
        self.process.stdin.close()
        self.process.wait()


def words_of(batch, total, chance):
    """Words by the share of records that have them."""
    shares = {}
    for _ in range(40):
        page = batch.ask(query="", offset=chance.randrange(min(total, 9000)), limit=5, fields=["record"], **{"no-facets": True})
        for hit in page["hits"]:
            text = " ".join([*(hit["record"].get("title") or {}).values(), *((hit["record"].get("abstract") or {}).values())])
            for word in chance.sample(re.findall(r"[^\W\d_]{4,}", text), 10):
                if word not in shares:
                    shares[word] = batch.ask(query=word, plain=True, match="any", count=True)["total"] / total
    return shares


def queries(batch, count, total, chance):
    shares = sorted((share, word) for word, share in words_of(batch, total, chance).items() if 0.005 < share < SHARE[1])
    found = []
    while len(found) < count:
        words = [word for _, word in chance.sample(shares, chance.randint(2, min(4, len(shares))))]
        share = batch.ask(query=" ".join(words), plain=True, match="any", count=True)["total"] / total
        if SHARE[0] <= share <= SHARE[1]:
            found.append(" ".join(words))
    return found


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("annota_search")
    options.add_argument("db")
    options.add_argument("--queries", type=int, default=100)
    options.add_argument("--processes", type=int, default=50)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--out")
    chosen = options.parse_args()
    chance = random.Random(chosen.seed)
    helper = Batch(chosen.annota_search, chosen.db)
    total = helper.ask(query="", count=True)["total"]
    texts = list(queries(helper, chosen.queries, total, chance))
    helper.end()
    batch = Batch(chosen.annota_search, chosen.db)
    tenth = [batch.ask(query=text, plain=True, match="any", fields=["id"]) for text in texts]
    everything = [batch.ask(query="", fields=["id"]) for _ in range(20)]
    memory = batch.memory()
    batch.end()
    cold = []
    for text in texts[:chosen.processes]:
        started = time.monotonic()
        subprocess.run([chosen.annota_search, "--db", chosen.db, "--format", "json", "--plain", "--match", "any", "--", text],
                       stdout=subprocess.DEVNULL, check=True)
        cold.append((time.monotonic() - started) * 1000)
    result = {"records": total, "queries": len(texts), "mean_total": round(sum(page["total"] for page in tenth) / len(tenth)),
              "a_tenth_took_ms": search_speed.percentiles([page["took_ms"] for page in tenth]),
              "everything_took_ms": search_speed.percentiles([page["took_ms"] for page in everything]),
              "one_process_each": search_speed.percentiles(cold), "memory_of_batch": memory, **archive.setup(chosen.annota_search)}
    archive.publish("facet_scale", result, chosen.out)


main()
