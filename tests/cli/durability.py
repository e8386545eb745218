#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""What annota-index leaves behind when it is killed, when the disk is full, and when two of them write.

usage: durability.py [--rounds N] [--seed S]   with ANNOTA_INDEX set to the program

Records are invented here. In each round `add` is killed (SIGKILL) after a random time: what was acknowledged before must be
there, what is there must be whole, and running it again must give the dump of a run that nobody disturbed."""

import argparse
import json
import os
import random
import re
import resource
import signal
import subprocess
import sys
import tempfile
import time

PROGRAM = os.environ["ANNOTA_INDEX"]
WORDS = "river lake island storm harbour светлый берег туман north волна parallel Ёлка граница".split()


def record(number, version):
    chance = random.Random(f"{number} {version}")
    text = lambda count: " ".join(chance.choice(WORDS) for _ in range(count))
    return {"id": f"r{number}", "title": f"{text(5)} {number}", "abstract": text(60), "year": 1990 + number % 30,
            "authors": [f"{chance.choice(WORDS).capitalize()}ov A." for _ in range(3)], "source": "shelf"}


def write_records(path, count, version):
    with open(path, "w", encoding="utf-8") as file:
        for number in range(count):
            file.write(json.dumps(record(number, version), ensure_ascii=False) + "\n")


def run(*arguments, **options):
    return subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, check=False, **options)


def dump(database):
    done = run("dump", "--db", database)
    assert done.returncode == 0, done.stderr
    return done.stdout


def statistics(database):
    done = run("stats", "--db", database, "--report", "json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def add(database, path, *options, **more):
    return run("add", "--db", database, *options, path, **more)


class Kills:
    """Rounds of adding one of two versions of all records to one index."""

    def __init__(self, folder, rounds, chance):
        self.folder, self.rounds, self.chance = folder, rounds, chance
        self.paths = [os.path.join(folder, f"version{version}.jsonl") for version in (0, 1)]
        self.count = 100
        for version, path in enumerate(self.paths):
            write_records(path, self.count, version)
        self.whole = []
        for version in (0, 1):
            database = os.path.join(folder, f"whole{version}")
            started = time.monotonic()
            assert add(database, self.paths[version], "--commit-every", "20").returncode == 0
            self.seconds = time.monotonic() - started
            self.whole.append(dump(database))

    def kill(self, database, version, options):
        """Kills an `add` after a random time. Gives the number of records that it acknowledged."""
        process = subprocess.Popen([PROGRAM, "add", "--db", database, "--acknowledge", *options, self.paths[version]],
                                   stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        time.sleep(self.chance.uniform(0, self.seconds))
        process.send_signal(signal.SIGKILL)
        told = process.communicate()[0]
        return max(map(int, re.findall(r"^committed (\d+)$", told, re.M)), default=0)

    def check(self, database, version, acknowledged, before):
        """Each record is of one version or the other, and of the new one where that was acknowledged."""
        if not os.path.exists(os.path.join(database, "annota.index")):
            assert acknowledged == 0 and before is None
            return
        lines = {json.loads(line)["id"]: line for line in dump(database).splitlines()}
        assert statistics(database)["records"] == len(lines)
        new = {json.loads(line)["id"]: line for line in self.whole[version].splitlines()}
        for number in range(self.count):
            id_ = f"r{number}"
            allowed = {new[id_]} if number < acknowledged else {new[id_], (before or {}).get(id_)}
            assert lines.get(id_) in allowed, f"{id_}: {lines.get(id_)}"

    def round(self, number):
        database = os.path.join(self.folder, f"round{number}")
        options = self.chance.choice([[], ["--commit-every", "20"]])
        before = None
        version = 1
        if self.chance.random() < 0.7:
            assert add(database, self.paths[0]).returncode == 0
            before = {json.loads(line)["id"]: line for line in self.whole[0].splitlines()}
        acknowledged = self.kill(database, version, options)
        self.check(database, version, acknowledged, before)
        again = add(database, self.paths[version], *options)
        assert again.returncode == 0, again.stderr
        assert dump(database) == self.whole[version], f"round {number}: another dump than of a whole run"
        left = sorted(os.listdir(database))
        assert len(left) == 3 and left[1].startswith("build-") and left[::2] == ["annota.index", "lock"], left
        return acknowledged

    def all(self):
        acknowledged = [self.round(number) for number in range(self.rounds)]
        print(f"{self.rounds} rounds; killed after some acknowledgement: {sum(1 for one in acknowledged if one)}")


def full_disk(folder):
    """A limit on the size of files stands for a full disk: writing fails with a message, and the old index is whole."""
    small, large = (os.path.join(folder, name) for name in ("small.jsonl", "large.jsonl"))
    write_records(small, 20, 0)
    write_records(large, 4000, 1)
    database = os.path.join(folder, "full")

    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))

    failed = add(database, large, preexec_fn=limit)
    assert failed.returncode == 1, (failed.returncode, failed.stderr)
    assert database in failed.stderr and "disk full" in failed.stderr, failed.stderr
    assert run("stats", "--db", database).returncode == 1, "a build that failed was published"
    assert add(database, small).returncode == 0
    before = dump(database)
    failed = add(database, large, preexec_fn=limit)
    assert failed.returncode == 1, (failed.returncode, failed.stderr)
    assert database in failed.stderr and "File too large" in failed.stderr, failed.stderr
    assert dump(database) == before
    done = add(database, large)
    assert done.returncode == 0, done.stderr
    assert statistics(database)["records"] == 4000
    print("full disk: told, nothing lost")


def two_writers(folder):
    """The second waits as long as it may, then ends with 75 and names the first; a killed holder blocks nobody."""
    path = os.path.join(folder, "one.jsonl")
    write_records(path, 1, 0)
    database = os.path.join(folder, "two")
    assert add(database, path).returncode == 0
    holder = subprocess.Popen([PROGRAM, "add", "--db", database, "--format", "jsonl", "-"], stdin=subprocess.PIPE,
                              stdout=subprocess.DEVNULL)
    lock = os.path.join(database, "lock")
    while not os.path.getsize(lock):
        time.sleep(0.01)
    for seconds in (0, 1):
        started = time.monotonic()
        second = add(database, path, "--lock-timeout", str(seconds))
        waited = time.monotonic() - started
        assert second.returncode == 75, (second.returncode, second.stderr)
        assert waited >= seconds, waited
        told = re.search(r"pid (\d+) on (\S+) since \d{4}-\d\d-\d\d \d\d:\d\d:\d\d", second.stderr)
        assert told and told[1] == str(holder.pid) and told[2] == os.uname().nodename, second.stderr
    patient = subprocess.Popen([PROGRAM, "add", "--quiet", "--db", database, "--lock-timeout", "60", path])
    time.sleep(0.2)
    holder.kill()
    holder.wait()
    assert patient.wait() == 0
    holder.stdin.close()
    with open(lock, "w", encoding="utf-8") as file:
        file.write("pid 1 on elsewhere since 1999-12-31 23:59:59\n")
    assert add(database, path).returncode == 0
    print("two writers: one waits, one is named")


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--rounds", type=int, default=30)
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        two_writers(folder)
        full_disk(folder)
        Kills(folder, chosen.rounds, random.Random(chosen.seed)).all()


sys.exit(main())
