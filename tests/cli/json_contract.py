#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""The JSON answers of annota-search are what their schema and the reference in the README say.

usage: json_contract.py [--queries N] [--seed S]; ANNOTA_INDEX, ANNOTA_SEARCH and CORPUS as for run_case.sh

Indexes the sample corpus and asks N generated requests through --batch. Each answer and each request fits the schema; texts are
valid UTF-8; marks are ascending, do not overlap and lie within their text; the pages of a query add up to its total and hold no
record twice; two runs give the same bytes but for took_ms. Ends with 77 where the module jsonschema is missing."""

import argparse
import json
import os
import random
import re
import subprocess
import sys
import tempfile

try:
    import jsonschema
except ImportError:
    print("skipped: the Python module jsonschema is missing (package python3-jsonschema)")
    sys.exit(77)

INDEX, SEARCH, CORPUS = os.environ["ANNOTA_INDEX"], os.environ["ANNOTA_SEARCH"], os.environ["CORPUS"]
WORDS = ("санкции сотрудничество Китай китаем россия технологии кризис Danilin Данилин innovation systems invented policy C++ H2O COVID-19 "
         "научно-техническое вымышленные lake ice journal театр актер рукопись и the of 2020 Т-34 \u001b[31m \u202e 漢字 ﬁrst").split()
SYNTAX = ['"{} {}"', "={}", "{}*", "+{} -{}", "{} AND {}", "{} OR {}", "NOT {}", "({} {}", "title:{}", "автор:{}", "journal:{}", "год:2015..2020",
          "keyword:({} {})", "{} NEAR/5 {}", '"{}', "doi:10.5555/{}", "{}?", "::{}", "AND {}", "{}"]
BAD_REQUESTS = [{"limit": -1}, {"limit": 1.5}, {"limit": "many"}, {"sort": "size"}, {"query": 7}, {"fields": 3}, {"filter": "year"}, {"nothing": 1},
                {"match": "some"}, {"plain": "yes"}, {"limit": 10001}, {"format-version": 2}, {"cursor": 7}]
failures = []


def check(right, what, *about):
    if not right:
        failures.append(" ".join([what, *(json.dumps(one, ensure_ascii=False)[:300] for one in about)]))


def fits(validator, value, what):
    for error in validator.iter_errors(value):
        check(False, f"{what}: {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}", value)


def run(arguments, stdin=""):
    # Bytes are decoded strictly: an answer that is no UTF-8 ends the test.
    done = subprocess.run([SEARCH, *arguments], input=stdin.encode(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def requests(count, chance):
    for number in range(count):
        pattern = " ".join(chance.choice(SYNTAX) for _ in range(chance.randint(1, 3)))
        request = {"id": number, "query": re.sub(r"\{\}", lambda _: chance.choice(WORDS), pattern)}
        if chance.random() < 0.3:
            request["match"] = chance.choice(["any", "all", "auto"])
        if chance.random() < 0.2:
            request["year"] = chance.choice([2020, "2015..", "..2018", "2010..2021"])
        if chance.random() < 0.2:
            request["filter"] = chance.choice([["language=ru"], {"language": ["ru", "en"], "year": 2020}, "type=book"])
        if chance.random() < 0.2:
            request["author"] = chance.choice(["Danilin", ["Данилин И.В.", "Dezhina"]])
        if chance.random() < 0.3:
            request["facet"] = chance.choice(["author:3,language,type,indexed-in", ["year:50", "journal"]])
        if chance.random() < 0.3:
            request["sort"] = chance.choice(["year", "-year", "title", "author", "added", "-added", "relevance"])
        if chance.random() < 0.2:
            request["fields"] = chance.choice(["id", "record", ["title", "year"], "snippet,authors"])
        if chance.random() < 0.1:
            request["format-version"] = 1
        request["limit"] = chance.choice([0, 1, 10, 500])
        yield request


def check_marks(text, marks, about):
    end = 0
    for mark in marks:
        check(end <= mark["start"] < mark["end"] <= len(text), "marks overlap or leave their text", mark, about)
        end = mark["end"]
        marked = text[mark["start"]:mark["end"]]
        check(marked == marked.strip() and re.search(r"\w|\S", marked), "a mark is no word", marked, about)


def check_answer(answer, request):
    check(answer["id"] == request["id"], "another id", answer["id"], request)
    check(len(answer["hits"]) == min(request["limit"], answer["total"]), "hits do not fill the page", request)
    check([hit["rank"] for hit in answer["hits"]] == list(range(1, len(answer["hits"]) + 1)), "ranks are not consecutive", request)
    for hit in answer["hits"]:
        if "snippet" in hit:
            check_marks(hit["snippet"]["text"], hit["snippet"]["marks"], request)
        if "fields" in hit and "title" in hit:
            check_marks(hit["title"], hit["fields"]["title"]["marks"], request)
        for author in hit.get("authors", []):
            check_marks(author["name"], author.get("marks", []), request)
    for name, facet in answer["facets"].items():
        shown = facet["buckets"]
        check(len({bucket["key"] for bucket in shown}) == len(shown), "a bucket twice", name, request)
        check(len([bucket for bucket in shown if bucket["count"]]) <= facet["total_values"], "more buckets than values", name, request)
        restricted = name in json.dumps(request.get("filter", "")) or name in request
        if not restricted:
            check(all(bucket["count"] <= answer["total"] for bucket in shown), "a bucket larger than the total", name, request)
            # Each record has one year at most: all years and the missing ones are all records.
            if name == "year" and len(shown) == facet["total_values"]:
                check(sum(bucket["count"] for bucket in shown) + facet["missing"] == answer["total"], "years do not add up", request)


def check_marked_words(database):
    """A mark that says `word` covers the word of the query itself, one that says `stem` begins as it does."""
    for word in ("санкции", "кризис", "китай", "technology", "sanctions", "актер", "лед"):
        hits = json.loads(run(["--db", database, "--format", "json", "--limit", "100", word])[1])["hits"]
        seen = 0
        for hit in hits:
            for text, marks in ((hit["title"], hit["fields"]["title"]["marks"]), (hit["snippet"]["text"], hit["snippet"]["marks"])):
                for mark in marks:
                    marked = text[mark["start"]:mark["end"]].casefold().replace("ё", "е")
                    seen += mark["why"] == "word"
                    check(mark["why"] != "word" or marked == word, "a mark is not the word", word, marked)
                    check(mark["why"] != "stem" or marked[:3] == word[:3], "a mark is of another stem", word, marked)
        check(seen > 0, "no mark", word)


def check_pages(database, request, answer):
    pages = []
    for offset in range(0, answer["total"] + 7, 7):
        page = dict(request, offset=offset, limit=7, fields="id")
        pages += [hit["id"] for hit in json.loads(run(["--db", database, "--batch"], json.dumps(page) + "\n")[1])["hits"]]
    check(len(pages) == len(set(pages)) == answer["total"], "pages do not add up to the total", request, len(pages), answer["total"])
    joined, cursor = [], ""
    while cursor is not None:
        page = json.loads(run(["--db", database, "--batch"], json.dumps(dict(request, cursor=cursor, limit=9, fields="id")) + "\n")[1])
        check(page["offset"] == len(joined), "a cursor leads elsewhere", request, page["offset"], len(joined))
        joined += [hit["id"] for hit in page["hits"]]
        cursor = page["next_cursor"]
    check(joined == pages, "pages by cursor are other pages", request)


def without_time(lines):
    return re.sub(r'"took_ms":[0-9.e-]+', "", lines)


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    options.add_argument("--queries", type=int, default=400)
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    code, text, _ = run(["--json-schema"])
    schema = json.loads(text)
    jsonschema.Draft202012Validator.check_schema(schema)
    answers = jsonschema.Draft202012Validator(schema)
    part = lambda name: jsonschema.Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": schema["$defs"]})
    with tempfile.TemporaryDirectory() as folder:
        database = os.path.join(folder, "db")
        inputs = [os.path.join(CORPUS, name) for name in sorted(os.listdir(CORPUS)) if name.endswith((".page.txt", ".jsonl"))]
        subprocess.run([INDEX, "add", "--quiet", "--db", database, *inputs], check=True, stderr=subprocess.DEVNULL)
        chance = random.Random(chosen.seed)
        asked = list(requests(chosen.queries, chance))
        lines = "".join(json.dumps(request, ensure_ascii=chance.random() < 0.5) + "\n" for request in asked)
        code, first, _ = run(["--db", database, "--batch"], lines)
        check(code == 0, "--batch ended with", code)
        check(without_time(first) == without_time(run(["--db", database, "--batch"], lines)[1]), "two runs differ")
        got = [json.loads(line) for line in first.splitlines()]
        check(len(got) == len(asked), "answers and requests differ in number", len(got))
        for request, answer in zip(asked, got):
            fits(part("request"), request, "request")
            fits(part("answer"), answer, "answer")
            check_answer(answer, request)
        for request, answer in list(zip(asked, got))[::10]:
            check_pages(database, request, answer)
        check_marked_words(database)
        for request in BAD_REQUESTS:
            check(not part("request").is_valid(request), "the schema takes a bad request", request)
            error = json.loads(run(["--db", database, "--batch"], json.dumps(dict(request, id="bad")) + "\n")[1])
            fits(part("failure"), error, "failure")
            check(error.get("id") == "bad" and "error" in error, "a bad request was answered", request)
        for arguments in (["санкции"], ["--limit", "0"], ["--get", "invented-yo-1", "nobody"], ["--count", "кризис"], ["no such words at all"]):
            fits(answers, json.loads(run(["--db", database, "--format", "json", *arguments])[1]), "json")
        for line in run(["--db", database, "--format", "jsonl", "--limit", "1000", "--fields", "record"])[1].splitlines():
            fits(part("hit"), json.loads(line), "jsonl")
        for arguments in (["--db", folder, "x"], ["--limit", "lots"], ["--format-version", "2"]):
            code, _, errors = run(["--format", "json", *arguments])
            check(code == 2, "exit code", arguments, code)
            fits(part("error"), json.loads(errors.splitlines()[-1]), "error on stderr")
    for failure in failures[:20]:
        print(failure)
    print(f"{chosen.queries} requests, {len(failures)} failures")
    sys.exit(1 if failures else 0)


main()
