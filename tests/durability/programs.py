# SPDX-License-Identifier: GPL-2.0-or-later
"""The two programs under test: what they can do, and how they are run."""

import json
import os
import re
import subprocess

# Nothing here takes a tenth of this, sanitizers included: it ends what hangs.
TIMEOUT_SECONDS = 300


class Failure(Exception):
    """The programs did what they must not do."""


def expect(right, *about):
    if not right:
        raise Failure("\n  ".join(map(str, about)))


class Programs:
    """annota-index and annota-search, from ANNOTA_INDEX and ANNOTA_SEARCH."""

    def __init__(self):
        self.index_program, self.search_program = os.environ["ANNOTA_INDEX"], os.environ["ANNOTA_SEARCH"]
        text = subprocess.run([self.index_program, "--help"], capture_output=True, text=True, check=True).stdout
        self.verbs = set(re.findall(r"^  annota-index ([a-z]+)", text, re.M))
        self.options = set(re.findall(r"^ +(?:-\w, )?(--[a-z-]+)", text, re.M))

    def version(self):
        """Lines: the program, then its libraries."""
        return subprocess.run([self.index_program, "--version"], capture_output=True, text=True, check=True).stdout.splitlines()

    def index_command(self, verb, database, *arguments):
        return [self.index_program, verb, "--db", database, *arguments]

    def index(self, verb, database, *arguments, **more):
        return subprocess.run(self.index_command(verb, database, *arguments), capture_output=True, text=True, check=False,
                              timeout=TIMEOUT_SECONDS, **more)

    def must(self, verb, database, *arguments):
        """Runs a verb that has to succeed. What it printed."""
        done = self.index(verb, database, *arguments)
        expect(done.returncode == 0, f"{verb} ended with {done.returncode}", done.stderr)
        return done.stdout

    def search(self, database, *arguments):
        return subprocess.run([self.search_program, "--db", database, *arguments], capture_output=True, text=True, check=False,
                              timeout=TIMEOUT_SECONDS)

    def batch(self, database):
        return subprocess.Popen([self.search_program, "--db", database, "--batch"], stdin=subprocess.PIPE,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def dump(self, database):
        """Lines of the dump by record id; no id twice."""
        lines = self.must("dump", database).splitlines()
        records = {json.loads(line)["id"]: line for line in lines}
        expect(len(records) == len(lines), f"{len(lines)} lines for {len(records)} records")
        return records

    def statistics(self, database):
        return json.loads(self.must("stats", database, "--report", "json"))
