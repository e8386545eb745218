#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Facets: ten hits, the exact total and three facets, beside Xapian's match spies and SQLite FTS5 on the same records and queries.

usage: facet_speed.py ANNOTA_INDEX ANNOTA_SEARCH MATCH_SPIES RECORDS.jsonl[.gz] [--limit N] [--queries Q] [--seed S] [--out FOLDER]

Q queries of two to four words of a title, any of which may match. annota answers with ids, total, authors, years and journals, by
one --batch process; its time is took_ms. MATCH_SPIES is the target annota-match-spies of a release build. SQLite sorts by its
bm25(), counts with GROUP BY, and has a table of authors. Prints p50, p99 and mean in milliseconds, and ratios; then queries a
second by the clock: of --batch from the start of the process to its end, with one worker and with two, and of SQLite."""

import argparse
import json
import os
import sqlite3
import statistics
import subprocess
import tempfile
import time

import archive
import record_lines
import search_speed


def text_of(value):
    if isinstance(value, dict):
        value = " ".join(value.values())
    return " ".join(str(value or "").split())


def rows_of(lines):
    for number, line in enumerate(lines):
        record = json.loads(line)
        names = [author["name"] if isinstance(author, dict) else author for author in record.get("authors") or []]
        yield [str(number), text_of(record.get("title")), text_of(record.get("abstract")),
               [text_of(name).replace(";", ",") for name in names], str(record.get("year") or ""), text_of(record.get("journal"))]


def annota(chosen, folder, texts):
    database, lines = os.path.join(folder, "annota"), os.path.join(folder, "records.jsonl")
    with open(lines, "w", encoding="utf-8") as file:
        file.writelines(record_lines.lines(chosen.records, chosen.limit))
    subprocess.run([chosen.annota_index, "add", "--quiet", "--db", database, lines], check=False, stderr=subprocess.DEVNULL)
    requests = "".join(json.dumps({"query": text, "match": "any", "plain": True, "fields": ["id"]}) + "\n" for text in texts)
    answers = [json.loads(line) for line in batch(chosen, database, requests, 1).splitlines()]
    rates = {f"annota --jobs {jobs}": rate(chosen, database, requests, jobs) for jobs in (1, 2)}
    return [answer["took_ms"] for answer in answers], [answer["total"] for answer in answers], rates


def batch(chosen, database, requests, jobs):
    command = [chosen.annota_search, "--db", database, "--batch", "--jobs", str(jobs)]
    return subprocess.run(command, input=requests, capture_output=True, text=True, check=True).stdout


def rate(chosen, database, requests, jobs):
    """Queries a second: the median of three runs of five times the requests."""
    times = []
    for _ in range(3):
        started = time.monotonic()
        batch(chosen, database, 5 * requests, jobs)
        times.append(time.monotonic() - started)
    return round(5 * requests.count("\n") / statistics.median(times))


def match_spies(chosen, folder, texts):
    database = os.path.join(folder, "spies")
    rows = "".join("\t".join([row[0], row[1], row[2], ";".join(row[3]), row[4], row[5]]) + "\n"
                   for row in rows_of(record_lines.lines(chosen.records, chosen.limit)))
    subprocess.run([chosen.match_spies, "index", database], input=rows, text=True, check=True)
    found = subprocess.run([chosen.match_spies, "search", database], input="".join(f"{text.lower()}\n" for text in texts),
                           capture_output=True, text=True, check=True)
    answers = [line.split("\t") for line in found.stdout.splitlines()]
    return [float(answer[0]) for answer in answers], [int(answer[1]) for answer in answers], {}


class Sqlite:
    """A full-text table, one of records and one of their authors."""

    COUNTS = ["SELECT year, count(*) AS n FROM records JOIN found ON records.rowid = found.record GROUP BY year ORDER BY n DESC LIMIT 10",
              "SELECT journal, count(*) AS n FROM records JOIN found ON records.rowid = found.record GROUP BY journal ORDER BY n DESC LIMIT 10",
              "SELECT name, count(*) AS n FROM authors JOIN found USING (record) GROUP BY name ORDER BY n DESC LIMIT 10"]

    def __init__(self, rows):
        self.base = sqlite3.connect(":memory:")
        self.base.execute("CREATE VIRTUAL TABLE words USING fts5(title, abstract, tokenize = 'porter unicode61')")
        self.base.execute("CREATE TABLE records (year TEXT, journal TEXT)")
        self.base.execute("CREATE TABLE authors (record INTEGER, name TEXT)")
        for _, title, abstract, authors, year, journal in rows:
            row = self.base.execute("INSERT INTO words VALUES (?, ?)", (title, abstract)).lastrowid
            self.base.execute("INSERT INTO records (rowid, year, journal) VALUES (?, ?, ?)", (row, year, journal))
            self.base.executemany("INSERT INTO authors VALUES (?, ?)", [(row, name) for name in authors])
        self.base.execute("CREATE INDEX by_record ON authors (record)")
        self.base.execute("INSERT INTO words (words) VALUES ('optimize')")
        self.base.execute("CREATE TEMP TABLE found (record INTEGER PRIMARY KEY)")
        self.base.commit()

    def search(self, text):
        words = " OR ".join(f'"{word}"' for word in text.split())
        started = time.monotonic()
        self.base.execute("DELETE FROM found")
        total = self.base.execute("INSERT INTO found SELECT rowid FROM words WHERE words MATCH ?", (words,)).rowcount
        self.base.execute("SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank LIMIT 10", (words,)).fetchall()
        for counting in self.COUNTS:
            self.base.execute(counting).fetchall()
        return (time.monotonic() - started) * 1000, total


def sqlite(chosen, _, texts):
    base = Sqlite(rows_of(record_lines.lines(chosen.records, chosen.limit)))
    answers = [base.search(text) for text in texts]
    times = [answer[0] for answer in answers]
    return times, [answer[1] for answer in answers], {"sqlite fts5": round(1000 * len(times) / sum(times))}


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    for name in ("annota_index", "annota_search", "match_spies", "records"):
        options.add_argument(name)
    options.add_argument("--limit", type=int, default=0)
    options.add_argument("--queries", type=int, default=200)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--out")
    chosen = options.parse_args()
    texts = list(search_speed.queries(chosen.records, chosen.queries, chosen.seed))
    rows, rates = {}, {}
    with tempfile.TemporaryDirectory() as folder:
        for name, run in (("annota", annota), ("match spies", match_spies), ("sqlite fts5", sqlite)):
            times, totals, of_program = run(chosen, folder, texts)
            rates |= of_program
            rows[name] = {**search_speed.percentiles(times), "mean_ms": round(sum(times) / len(times), 2),
                          "mean_total": round(sum(totals) / len(totals))}
    ratios = {name: {what: round(rows[name][what] / rows["annota"][what], 1) for what in ("p50_ms", "p99_ms", "mean_ms")}
              for name in rows if name != "annota"}
    result = {"queries": len(texts), **archive.setup(chosen.annota_search), "rows": rows, "times_as_long_as_annota": ratios,
              "queries_per_s": rates}
    archive.publish("facet_speed", result, chosen.out)


main()
