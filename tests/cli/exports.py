#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""What annota-search exports loads in other programs with every field kept.

ANNOTA_INDEX, ANNOTA_SEARCH and CORPUS as for run_case.sh. The sample corpus and the records of export_records.jsonl are read back
from CSV and TSV by Python, from CSL-JSON by Python and pandoc, from BibTeX by bibutils and pandoc, from RIS by bibutils, and
compared with the records that jsonl gives. What a program is known to lose is in KNOWN_LOSSES. A program that is not installed is
named and passed over."""

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import xml.etree.ElementTree as xml

INDEX, SEARCH, CORPUS = os.environ["ANNOTA_INDEX"], os.environ["ANNOTA_SEARCH"], os.environ["CORPUS"]
MODS = "{http://www.loc.gov/mods/v3}"
failures, counts = [], {}


def check(program, field, record_id, wanted, got):
    counts[program] = counts.get(program, 0) + 1
    if wanted != got:
        failures.append(f"{program}: {record_id}: {field}: {wanted!r} became {got!r}")


def run(*command, text=None):
    given = None if text is None else text.encode()
    return subprocess.run(command, input=given, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True).stdout.decode()


def plain(text):
    """Letters and digits alone: programs have their own ways with quotation marks, dashes and blanks."""
    text = re.sub(r"</?(span|su[bp]|i|b)\b[^>]*>", "", text or "").replace("\\textbackslash", "")
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum()).casefold()


def seen(text):
    """Without blanks, controls and their pictures, and marks that show nothing."""
    shown = (c for c in text if unicodedata.category(c) not in ("Cc", "Cf", "Zs", "Zl") and not "\u2400" <= c < "\u2440")
    return "".join(shown).replace("\ufffd", "")


def without_guard(cell):
    return cell[1:] if re.match(r"'+[=+\-@＝＋－＠]", cell) else cell


def check_tables(export, items):
    for name, delimiter, quoting in (("csv", ",", csv.QUOTE_MINIMAL), ("tsv", "\t", csv.QUOTE_NONE)):
        rows = list(csv.DictReader(io.StringIO(export(name, "--bom").removeprefix("\ufeff"), newline=""), delimiter=delimiter, quoting=quoting))
        check(name, "rows", "all", len(items), len(rows))
        for row in rows:
            item = items[row["id"]]
            for column, variable in (("title", "title"), ("doi", "DOI"), ("volume", "volume"), ("pages", "page"), ("abstract", "abstract"),
                                     ("publisher", "publisher"), ("journal", "container-title")):
                check(name, column, row["id"], seen(item.get(variable, "")), seen(without_guard(row[column])))
            for cell in row.values():
                check(name, "no formula", row["id"], None, re.match(r"[=+\-@\t\r]", cell))


def families(names):
    parts = ("dropping-particle", "non-dropping-particle", "family", "literal")
    return [plain("".join(name.get(part, "") for part in parts)) for name in names or []]


def check_item(program, item, got):
    got.setdefault("container-title", got.get("collection-title", ""))  # A series, to BibTeX.
    if program == "pandoc biblatex" and not item["type"].startswith("article"):
        got["issue"] = item.get("issue", "")  # Pandoc knows numbers of articles only.
    for variable in ("title", "container-title", "volume", "issue", "page", "DOI", "URL", "publisher", "publisher-place", "abstract"):
        check(program, variable, item["id"], plain(item.get(variable, "")), plain(got.get(variable, "")))
    for persons in ("author", "editor"):
        check(program, persons, item["id"], families(item.get(persons)), families(got.get(persons)))
    check(program, "issued", item["id"], year_of(item), year_of(got))


def year_of(item):
    return str(item["issued"]["date-parts"][0][0]) if "issued" in item else ""


def title_of(element):
    """The first of several: bibutils reads a title and its subtitle apart."""
    info = element.find(f"{MODS}titleInfo")
    return "" if info is None else text_of(info, "title") + " " + text_of(info, "subTitle")


def text_of(element, *path):
    found = element.find("/".join(MODS + name for name in path))
    return found.text if found is not None and found.text else ""


def mods_item(mods):
    """A record of bibutils in the shape of CSL."""
    host = mods.find(f"{MODS}relatedItem[@type='host']")
    item = {"title": title_of(mods), "abstract": text_of(mods, "abstract"), "container-title": "" if host is None else title_of(host)}
    for name in mods.iter(f"{MODS}name"):
        role = text_of(name, "role", "roleTerm")
        family = [part.text for part in name.findall(f"{MODS}namePart") if part.get("type") == "family"] or \
            ["".join(part.text or "" for part in name.findall(f"{MODS}namePart"))]
        item.setdefault(role, []).append({"family": family[0]})
    for detail in mods.iter(f"{MODS}detail"):
        item[detail.get("type")] = text_of(detail, "number")
    for identifier in mods.iter(f"{MODS}identifier"):
        item[identifier.get("type").upper()] = identifier.text
    return item


def check_mods(program, text, items, id_of):
    records = xml.fromstring(text).findall(f"{MODS}mods")
    check(program, "records", "all", len(items), len(records))
    for mods in records:
        item, got = items[id_of(mods)], mods_item(mods)
        # What bibutils 7.2 does not know: numbers and series of BibTeX entries that are no articles, DOIs of RIS whose prefix has five
        # digits, and that TT with a colon is no subtitle.
        if program == "bib2xml" and not item["type"].startswith(("article", "document")):
            got = {**got, **{variable: item.get(variable, "") for variable in ("volume", "issue", "container-title")}}
        if program == "ris2xml" and not re.match(r"10\.\d{4}/", item.get("DOI", "")):
            got["DOI"] = item.get("DOI", "")
        if program == "ris2xml" and any(":" in title for title in item.get("custom", {}).get("title", {}).values()):
            got["title"] = item["title"]
        for variable in ("title", "container-title", "volume", "issue", "abstract", "DOI"):
            check(program, variable, item["id"], plain(item.get(variable, "")), plain(got.get(variable, "")))
        for persons in ("author", "editor"):
            if "and" not in json.dumps(item.get(persons, "")).split():  # To bibutils, the name of a body with "and" is two names.
                check(program, persons, item["id"], len(item.get(persons, [])), len(got.get(persons, [])))


def check_programs(export, items, folder):
    bibtex, ris, csl = export("bibtex"), export("ris"), export("csl-json")
    keys = re.findall(r"^@[a-z]+\{([^,]+),", bibtex, re.M)
    ids = dict(zip(keys, items))
    check("bibtex", "keys", "all", len(items), len(ids))
    if shutil.which("pandoc"):
        for name, text in (("biblatex", bibtex), ("csljson", csl)):
            for got in json.loads(run("pandoc", "-f", name, "-t", "csljson", text=text)):
                check_item(f"pandoc {name}", items[ids.get(got["id"], got["id"])], got)
    else:
        print("passed over: pandoc is not installed")
    if shutil.which("bib2xml") and shutil.which("ris2xml"):
        for program, text in (("bib2xml", bibtex), ("ris2xml", ris)):
            path = os.path.join(folder, program)
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
            order = iter(items)
            check_mods(program, run(program, "-i", "utf8", "-o", "utf8", path), items, lambda _: next(order))
    else:
        print("passed over: bibutils is not installed")


def main():
    with tempfile.TemporaryDirectory() as folder:
        database = os.path.join(folder, "db")
        inputs = [os.path.join(CORPUS, name) for name in sorted(os.listdir(CORPUS)) if name.endswith((".page.txt", ".jsonl"))]
        inputs.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "export_records.jsonl"))
        subprocess.run([INDEX, "add", "--quiet", "--db", database, *inputs], check=False, stderr=subprocess.DEVNULL)
        export = lambda name, *options: run(SEARCH, "--db", database, "--all", "--format", name, *options)
        records = [json.loads(line) for line in export("jsonl", "--fields", "record").split("\n")[:-1]]
        items = {item["id"]: item for item in json.loads(export("csl-json"))}
        check("csl-json", "items", "all", [record["id"] for record in records], list(items))
        check_tables(export, items)
        check_programs(export, items, folder)
    for failure in failures[:40]:
        print(failure)
    print("; ".join(f"{program}: {count} fields" for program, count in counts.items()) + f"; {len(failures)} failures")
    sys.exit(1 if failures else 0)


main()
