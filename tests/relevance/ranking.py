#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""How well annota ranks, on collections with judgements, beside a plain BM25 of the same run.

usage: ranking.py PLAIN_BM25 [--only NAME]... [--option=OPTION]... [--previous FILE.json] [--out FOLDER]

ANNOTA_INDEX and ANNOTA_SEARCH name the programs, ANNOTA_SHARED the folder with corpora/. PLAIN_BM25 is the target
annota-plain-bm25: k1 0.9, b 0.4, title and abstract as one field, annota's own words and stems. Each collection is indexed, its
queries are searched with --queries and --format trec (and each --option, as in --option=--match=any), 1,000 hits a query. Prints nDCG@10, MAP,
MRR@10 and R@100 by set of queries, in percent of the plain ones with the chance that they do not differ (paired randomisation), and the
same against the values of a previous run; --out keeps the values by query. Ends with 77 where there are no collections."""

import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import measures

#: Collection, language of its texts, corpus, and the sets of queries that are asked of it.
COLLECTIONS = [
    ("cranfield", "en", "cranfield/corpus.jsonl", {"cranfield": "cranfield/"}),
    ("npl", "en", "npl-vaswani/corpus.jsonl", {"npl": "npl-vaswani/"}),
    ("npe", "ru", "npe/mono.corpus.jsonl", {name: f"npe/{name}." for name in ("kw_ru", "kw3_ru", "topic_ru")}),
]
HITS = "1000"


def records(path, language):
    with open(path, encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            yield {"id": row["id"], **{name: {language: row[name]} for name in ("title", "abstract") if row.get(name)}}


def plain_lines(rows):
    for row in rows:
        texts = [text for name in ("title", "abstract") for text in row.get(name, {}).values()]
        yield row["id"] + "\t" + " ".join(" ".join(texts).split()) + "\n"


def run(command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()


def measure(collection, chosen, corpora, folder):
    """By set of queries: the values by query of annota and of the plain ranking."""
    name, language, corpus, sets = collection
    rows = list(records(corpora / corpus, language))
    source, plain, database = folder / "records.jsonl", folder / "plain.tsv", folder / "index"
    source.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    plain.write_text("".join(plain_lines(rows)), encoding="utf-8")
    add = subprocess.run([os.environ["ANNOTA_INDEX"], "add", "--quiet", "--db", database, source], check=False)
    if add.returncode not in (0, 3):  # 3: some records have no text
        sys.exit(f"{name}: indexing failed")
    measured = {}
    for queries, where in sets.items():
        topics, judged = f"{corpora}/{where}queries.tsv", f"{corpora}/{where}qrels.txt"
        judgements = measures.read_judgements(judged)
        search = [os.environ["ANNOTA_SEARCH"], "--db", database, "--queries", topics, "--format", "trec", "--run", "annota", "--limit",
                  HITS, "--plain", *chosen.option]
        measured[queries] = {"annota": measures.of_run(judgements, measures.read_run(run(search))),
                             "plain": measures.of_run(judgements, measures.read_run(run([chosen.plain_bm25, plain, topics])))}
    return measured


def rounded(values):
    return {name: round(value, 4) for name, value in values.items()}


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    options.add_argument("plain_bm25")
    options.add_argument("--only", action="append")
    options.add_argument("--option", action="append", default=[])
    options.add_argument("--previous")
    options.add_argument("--out")
    chosen = options.parse_args()
    corpora = pathlib.Path(os.environ.get("ANNOTA_SHARED", "")) / "corpora"
    if not os.environ.get("ANNOTA_SHARED") or not corpora.is_dir():
        print("skipped: ANNOTA_SHARED names no folder with corpora")
        sys.exit(77)
    measured = {}
    for collection in COLLECTIONS:
        if chosen.only and collection[0] not in chosen.only:
            continue
        with tempfile.TemporaryDirectory() as folder:
            measured.update(measure(collection, chosen, corpora, pathlib.Path(folder)))
    previous = json.loads(pathlib.Path(chosen.previous).read_text(encoding="utf-8"))["by_query"] if chosen.previous else {}
    table = {}
    for queries, runs in measured.items():
        table[queries] = {"queries": len(runs["annota"]), "annota": rounded(measures.means(runs["annota"])),
                          "plain": rounded(measures.means(runs["plain"])),
                          "against_plain": measures.compare(runs["annota"], runs["plain"])}
        if queries in previous:
            table[queries]["against_previous"] = measures.compare(runs["annota"], previous[queries])
    print(json.dumps(table, indent=1))
    if chosen.out:
        path = pathlib.Path(chosen.out)
        path.mkdir(parents=True, exist_ok=True)
        result = {"options": chosen.option, "version": run([os.environ["ANNOTA_SEARCH"], "--version"]), "table": table,
                  "by_query": {queries: {query: rounded(values) for query, values in runs["annota"].items()}
                               for queries, runs in measured.items()}}
        (path / "ranking.json").write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")


main()
