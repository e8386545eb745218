# SPDX-License-Identifier: GPL-2.0-or-later
"""Invented records r0, r1, ... in any number of versions."""

import json
import random

WORDS = "river lake island storm harbour светлый берег туман north волна parallel Ёлка граница".split()


def record(number, version, **fields):
    chance = random.Random(f"{number} {version}")
    text = lambda count: " ".join(chance.choice(WORDS) for _ in range(count))
    return {"id": f"r{number}", "title": f"{text(5)} {number}", "abstract": text(30), "year": 1990 + number % 30,
            "authors": [f"{chance.choice(WORDS).capitalize()}ov A." for _ in range(3)], **fields}


def write_records(path, records):
    with open(path, "w", encoding="utf-8") as file:
        for one in records:
            file.write(json.dumps(one, ensure_ascii=False) + "\n")
