#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""How well authors are told apart and found, on persons who are known.

usage: authors.py [--names author-identity.jsonl] [--articles npe.jsonl] [--check]

ANNOTA_INDEX and ANNOTA_SEARCH name the programs; files that are not given are looked for below $ANNOTA_SHARED. Prints
one JSON object:

both_forms     each person as one record that prints all forms: how many have all of them in one bucket of their own
one_script     each article in one script, with its co-authors: pairs of authors of two articles under one key, as
               precision, and the pairs of one person that are under one key, as recall; also for pairs of two scripts.
               The journal has some persons under two ids: precision_of_names takes ids of one full Russian name for one
               In four variants: names written out or with initials, with the journal or without
across_scripts each person as one record in one script, asked for in the other: how many are found by the keys of
               names alone, and with records of the same index that print both forms

--check ends with 1 where a figure is below what is promised (PROMISED below), with 77 where a file is missing."""

import argparse
import collections
import itertools
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import zlib

PROMISED = {"both_forms": 0.99, "precision": 0.995, "by_key": 0.97, "with_learned": 0.99}
MOST = 10_000  # hits, buckets


def read_lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


class Index:
    """A database of records that is gone at the end."""

    def __init__(self, records):
        self.folder = tempfile.TemporaryDirectory()
        path = pathlib.Path(self.folder.name)
        (path / "records.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
        self.database = str(path / "db")
        subprocess.run([os.environ["ANNOTA_INDEX"], "add", "--quiet", "--db", self.database, path / "records.jsonl"],
                       check=True)

    def ask(self, requests):
        lines = "".join(json.dumps(request) + "\n" for request in requests)
        run = subprocess.run([os.environ["ANNOTA_SEARCH"], "--db", self.database, "--batch"], input=lines, text=True,
                             capture_output=True, check=True)
        return [json.loads(line) for line in run.stdout.splitlines()]

    def hits(self):
        return self.ask([{"limit": MOST, "fields": "authors", "no-facets": True}])[0]["hits"]


def share(part, whole):
    return round(part / whole, 4) if whole else None


def record(number, authors, **fields):
    """The title keeps records apart."""
    return {"id": f"r{number}", "title": f"Record number {number}", "authors": authors, **fields}


def forms_of(row):
    return [form for form in (row["ru"], row["ru_short"], row["en"], row["en_short"]) if form]


def both_forms(rows):
    index = Index([record(i, [{"name": forms_of(row)[0], "names": forms_of(row)[1:]}]) for i, row in enumerate(rows)])
    answer = index.ask([{"limit": MOST, "fields": "authors,record", "facet": f"author:{MOST}"}])[0]
    buckets = {bucket["key"]: bucket for bucket in answer["facets"]["author"]["buckets"]}
    shared, whole = [], 0
    for hit in answer["hits"]:
        bucket = buckets[hit["authors"][0]["key"]]
        author = hit["record"]["authors"][0]
        if bucket["count"] > 1:
            shared.append(rows[int(hit["id"][1:])]["id"])
        else:
            whole += {author["name"], *author.get("names", [])} == {bucket["value"], *bucket.get("forms", [])}
    return {"persons": len(rows), "in_one_bucket": whole, "share": share(whole, len(rows)),
            "shared_buckets": sorted(shared)}


def initials(name):
    """"Данилин Иван Владимирович" as "Данилин И.В."."""
    family, *given = name.split()
    return " ".join([family, "".join(part if part.endswith(".") else part[0] + "." for part in given)]).strip()


def one_script_records(articles, short, with_journal):
    for number, article in enumerate(articles):
        in_english = "authors_en" in article and zlib.crc32(article["id"].encode()) % 2 == 1
        names = article.get("authors_en" if in_english else "authors", [])
        if not names or len(names) != len(article.get("author_ids", [])):
            continue
        fields = {"year": article["year"]}
        if with_journal:
            fields.update(issn=[article["issn"]], journal=article["journal_en" if in_english else "journal"])
        yield article, in_english, record(number, [initials(name) if short else name for name in names], **fields)


def namesakes(articles):
    """The journal has some persons under two ids: ids by the full Russian names that they stand for."""
    names = collections.defaultdict(set)
    for article in articles:
        for person, name in zip(article.get("author_ids", []), article.get("authors", [])):
            names[person].add(name.lower().replace("ё", "е"))
    return names


def one_script(articles, short, with_journal):
    names = namesakes(articles)
    made = list(one_script_records(articles, short, with_journal))
    persons = {one["id"]: (article["author_ids"], in_english) for article, in_english, one in made}
    mentions = [(author["key"], persons[hit["id"]][0][i], persons[hit["id"]][1])
                for hit in Index([one for _, _, one in made]).hits() for i, author in enumerate(hit["authors"])]
    joined = right = namesake = same = across = found_across = 0
    for (key, person, english), (other_key, other, other_english) in itertools.combinations(mentions, 2):
        joined += key == other_key
        right += key == other_key and person == other
        namesake += key == other_key and person != other and bool(names[person] & names[other])
        same += person == other
        across += person == other and english != other_english
        found_across += key == other_key and person == other and english != other_english
    return {"articles": len(made), "mentions": len(mentions), "joined_pairs": joined, "precision": share(right, joined),
            "of_one_full_name": namesake, "precision_of_names": share(right + namesake, joined),
            "recall": share(right, same), "recall_across_scripts": share(found_across, across)}


def found_share(index, asked):
    """`asked`: what is asked for, and the record that is to be found."""
    answers = index.ask([{"author": form, "limit": MOST, "fields": "id", "no-facets": True} for form, _ in asked])
    misses = [form for (form, wanted), answer in zip(asked, answers)
              if wanted not in [hit["id"] for hit in answer["hits"]]]
    return {"asked": len(asked), "share": share(len(asked) - len(misses), len(asked)), "missed": misses}


def across_scripts(rows):
    """A record for each Latin spelling, and one in Russian."""
    records, from_russian, from_latin = [], [], []
    for row in rows:
        given = "".join(part for part in row["en_short"].split() if part.endswith("."))
        spellings = {row["en_short"], *(f"{family} {given}".strip() for family in row["latin_surnames"])}
        russian = record(len(records), [row["ru_short"]])
        records.append(russian)
        for spelling in sorted(spellings):
            records.append(record(len(records), [spelling]))
            from_russian.append((row["ru_short"], records[-1]["id"]))
            from_latin.append((spelling, russian["id"]))
    bilingual = [record(len(records) + i, [{"name": forms_of(row)[0], "names": forms_of(row)[1:]}])
                 for i, row in enumerate(rows)]
    alone, taught = Index(records), Index(records + bilingual)
    return {"by_key": {"from_russian": found_share(alone, from_russian), "from_latin": found_share(alone, from_latin)},
            "with_learned": {"from_russian": found_share(taught, from_russian),
                             "from_latin": found_share(taught, from_latin)}}


def is_kept(figures):
    across = figures["across_scripts"]
    return (figures["both_forms"]["share"] >= PROMISED["both_forms"]
            and all(one["precision"] >= PROMISED["precision"] for one in figures["one_script"].values())
            and all(across[what][side]["share"] >= PROMISED[what]
                    for what in across for side in across[what]))


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    shared = pathlib.Path(os.environ.get("ANNOTA_SHARED", "")) / "corpora"
    parser.add_argument("--names", default=shared / "names/author-identity-dev.jsonl")
    parser.add_argument("--articles", default=shared / "npe/npe-dev.jsonl")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    if not (os.path.exists(options.names) and os.path.exists(options.articles)):
        print("skipped: no persons to judge by", file=sys.stderr)
        return 77
    rows, articles = read_lines(options.names), read_lines(options.articles)
    variants = {f"{'initials' if short else 'written_out'}{'' if journal else '_without_journal'}": (short, journal)
                for short in (False, True) for journal in (True, False)}
    figures = {"both_forms": both_forms(rows),
               "one_script": {name: one_script(articles, *variant) for name, variant in variants.items()},
               "across_scripts": across_scripts(rows)}
    print(json.dumps(figures, ensure_ascii=False, indent=1))
    return 1 if options.check and not is_kept(figures) else 0


if __name__ == "__main__":
    sys.exit(main())
