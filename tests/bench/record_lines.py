# SPDX-License-Identifier: GPL-2.0-or-later
"""Records to measure with: lines of a file, compressed or not, or made by annota-generate."""

import gzip
import itertools
import subprocess


def lines(path, limit=0):
    opened = gzip.open if path.endswith(".gz") else open
    with opened(path, "rt", encoding="utf-8") as file:
        yield from itertools.islice(file, limit or None)


def generate(generator, count, path, *options):
    with open(path, "wb") as file:
        subprocess.run([generator, str(count), *options], stdout=file, check=True)
