#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Indexes records with SQLite FTS5, for index_speed.py. usage: sqlite_fts5.py DATABASE RECORDS

RECORDS has a record a line: id, title, abstract, authors, year, journal, between tabs. Words are stemmed by porter, and the
text is kept, as scriptindex keeps it; year and journal are plain columns with an index each."""

import sqlite3
import sys


def main():
    database = sqlite3.connect(sys.argv[1])
    database.execute("CREATE VIRTUAL TABLE words USING fts5(title, abstract, authors, tokenize = 'porter unicode61')")
    database.execute("CREATE TABLE records (id TEXT UNIQUE, year TEXT, journal TEXT)")
    with open(sys.argv[2], encoding="utf-8", newline="\n") as lines:
        for line in lines:
            id_, title, abstract, authors, year, journal = line.rstrip("\n").split("\t")
            database.execute("INSERT INTO records VALUES (?, ?, ?)", (id_, year, journal))
            database.execute("INSERT INTO words VALUES (?, ?, ?)", (title, abstract, authors))
    database.execute("CREATE INDEX by_year ON records (year)")
    database.execute("CREATE INDEX by_journal ON records (journal)")
    database.execute("INSERT INTO words (words) VALUES ('optimize')")
    database.commit()
    database.close()


main()
