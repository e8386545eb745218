# SPDX-License-Identifier: GPL-2.0-or-later
"""Searches while the index changes: every answer is of one commit.

Each commit moves all records of a flock from one version to the other; words, year and title tell the versions apart. An answer
about the flock has all of one version in total, hits and facets, and nothing of the other."""

import json
import os
import threading

from programs import expect
from records import record, write_records

FLOCK, OTHERS = 50, 200
VERSIONS = (("alpha", 2001), ("omega", 2002))
COMMITS_A_ROUND = 5
# A reader may say that the index changed under every retry (75); where it does so often, it does not search.
MOST_CHANGING = 0.01


def write_inputs(folder):
    """The flock in two versions, and the records that never change."""
    paths = []
    for word, year in VERSIONS:
        paths.append(os.path.join(folder, f"{word}.jsonl"))
        flock = ({**record(number, 0, source="shelf"), "title": f"{word} {number}", "year": year} for number in range(FLOCK))
        write_records(paths[-1], flock)
    others = os.path.join(folder, "others.jsonl")
    write_records(others, (record(FLOCK + number, 0, source="shelf") for number in range(OTHERS)))
    return paths, others


def check_whole(answer):
    """All of one version, none of the other."""
    expect(answer["total"] == FLOCK == len(answer["hits"]), f"total {answer['total']}, {len(answer['hits'])} hits")
    words = {hit["title"].split()[0] for hit in answer["hits"]}
    expect(len(words) == 1, f"hits of {words}")
    years = [(bucket["value"], bucket["count"]) for bucket in answer["facets"]["year"]["buckets"]]
    expect(years in ([(str(year), FLOCK)] for word, year in VERSIONS if word in words), f"{words}, years {years}")


class Reader(threading.Thread):
    """Asks until it is told to end. The first wrong answer ends it, too."""

    def __init__(self, setting, database):
        super().__init__()
        self.programs, self.database = setting.programs, database
        self.ending, self.wrong = threading.Event(), None
        self.answers = self.changing = 0

    def run(self):
        try:
            self.read()
        except Exception as error:  # Reported by the main thread.
            self.wrong = error

    def end(self):
        self.ending.set()
        self.join()
        expect(self.wrong is None, f"{type(self).__name__}, answer {self.answers + 1}", repr(self.wrong))


class BatchReader(Reader):
    """One process for all of its requests."""

    def read(self):
        process = self.programs.batch(self.database)
        generation = 0
        try:
            while not self.ending.is_set():
                whole = self.ask(process, {"query": "alpha omega", "match": "any", "limit": 2 * FLOCK})
                if whole:
                    check_whole(whole)
                    expect(whole["generation"] >= generation, f"generation {whole['generation']} after {generation}")
                    generation = whole["generation"]
                one = self.ask(process, {"query": "alpha", "limit": 0})
                expect(not one or one["total"] in (0, FLOCK), one)
        finally:
            process.stdin.close()
            expect(process.wait() == 0, f"--batch ended with {process.returncode}", process.stderr.read())

    def ask(self, process, request):
        process.stdin.write(json.dumps(request) + "\n")
        process.stdin.flush()
        answer = json.loads(process.stdout.readline())
        if answer.get("code") == "index_changing":
            self.changing += 1
            return None
        expect("total" in answer, answer)
        self.answers += 1
        return answer


class ProcessReader(Reader):
    """A process for each request."""

    def read(self):
        while not self.ending.is_set():
            done = self.programs.search(self.database, "--format", "json", "--match", "any", "--limit", str(2 * FLOCK), "alpha", "omega")
            if self.usable(done, (0,)):
                check_whole(json.loads(done.stdout))
            done = self.programs.search(self.database, "--count", "omega")
            if self.usable(done, (0, 1)):
                expect((done.returncode, done.stdout.strip()) in ((0, str(FLOCK)), (1, "0")), done)

    def usable(self, done, codes):
        if done.returncode == 75:
            self.changing += 1
            return False
        expect(done.returncode in codes and not done.stderr, done)
        self.answers += 1
        return True


def commits(setting, database, paths):
    for number in range(setting.rounds * COMMITS_A_ROUND):
        setting.programs.must("add", database, paths[number % 2])


def swaps(setting, database, paths, others):
    """Builds that replace each other, with commits between. How many."""
    programs, count = setting.programs, 0
    for number in range(setting.rounds):
        programs.must("add", database, paths[number % 2])
        for verb, *inputs in (["rebuild", paths[(number + 1) % 2], others], ["compact"], ["rollback"]):
            if verb in programs.verbs:
                programs.must(verb, database, *inputs)
                count += 1
    return count


def run(setting):
    database = os.path.join(setting.folder, "read")
    paths, others = write_inputs(setting.folder)
    setting.programs.must("add", database, paths[1], others)
    readers = [BatchReader(setting, database), BatchReader(setting, database), ProcessReader(setting, database)]
    for reader in readers:
        reader.start()
    try:
        commits(setting, database, paths)
        swapped = swaps(setting, database, paths, others)
    finally:
        for reader in readers:
            reader.ending.set()
    for reader in readers:
        reader.end()
    answers, changing = sum(reader.answers for reader in readers), sum(reader.changing for reader in readers)
    expect(changing <= answers * MOST_CHANGING, f"{changing} of {answers} answers say that the index kept changing")
    return {"left_out": [verb for verb in ("rebuild", "compact", "rollback") if verb not in setting.programs.verbs],
            "commits": setting.rounds * (COMMITS_A_ROUND + 1), "swaps": swapped, "answers": answers, "kept_changing": changing}
