# SPDX-License-Identifier: GPL-2.0-or-later
"""What is disturbed: every way of writing an index, with the states in which a disturbance may leave it.

An action is run once without disturbance. The states that it may leave are the one before, the one after, and with
--commit-every those between: the first k * N records of the input are new, the others as before."""

import collections
import os
import re
import shutil
import time

from programs import Failure, expect
from records import record, write_records

COUNT = 60
COMMIT_EVERY = 20


class Action:
    """One run of a verb on a copy of a prepared index."""

    def __init__(self, programs, name, template, arguments, *, every=0, repeatable=True):
        self.programs, self.name, self.template, self.every, self.repeatable = programs, name, template, every, repeatable
        self.verb, *self.arguments = arguments
        self.before, self.generation = (None, 0)
        if template:
            self.before, self.generation = programs.dump(template), programs.statistics(template)["generation"]

    def command(self, database):
        return self.programs.index_command(self.verb, database, *self.arguments)

    def prepare(self, database):
        """The index as it is before the action; nothing where the action makes it."""
        shutil.rmtree(database, ignore_errors=True)
        if self.template:
            shutil.copytree(self.template, database)

    def rehearse(self, database):
        """Runs undisturbed, to learn how long it takes, how it ends and what it leaves."""
        self.prepare(database)
        started = time.monotonic()
        self.programs.must(self.verb, database, *self.arguments)
        self.seconds = time.monotonic() - started
        self.after, self.files = self.programs.dump(database), files(database)
        self.states = [(0, self.before), (COUNT, self.after)]
        if self.every:
            before = self.before or {}
            # Where there is no index one without records comes first.
            self.states += [(settled, {**before, **self.first(settled)}) for settled in range(0, COUNT, self.every)]

    def first(self, settled):
        ids = [f"r{number}" for number in range(settled)]
        return {id_: self.after[id_] for id_ in ids if id_ in self.after}

    def check(self, database, acknowledged):
        """The index that was left is readable, whole, in one of the states, and has what was acknowledged. Its state."""
        state, generation = self.look(database)
        possible = [settled for settled, allowed in self.states if allowed == state]
        expect(possible, f"{self.name}: a state that no commit made", self.difference(state))
        expect(max(possible) >= acknowledged, f"{self.name}: {acknowledged} acknowledged, {max(possible)} there")
        raised = generation > self.generation if state != self.before else generation >= self.generation
        expect(raised or self.before is None, f"{self.name}: generation {generation} after {self.generation}")
        return state

    def repeat(self, database, state):
        """The same command again ends as the undisturbed run did and leaves nothing behind."""
        if self.repeatable or state == self.before:
            self.programs.must(self.verb, database, *self.arguments)
        again, _ = self.look(database)
        expect(again == self.after, f"{self.name}: run again, it gives another dump", self.difference(again))
        left = files(database) - self.files
        expect(not left or not self.repeatable, f"{self.name}: left behind", dict(left))

    def look(self, database):
        """Dump and generation of an index; None and 0 where there plainly is none."""
        if names_no_build(os.path.join(database, "annota.index")):
            told = self.programs.index("stats", database)
            expect(told.returncode == 1 and "no index here" in told.stderr, told.returncode, told.stderr)
            return None, 0
        records, statistics = self.programs.dump(database), self.programs.statistics(database)
        expect(statistics["records"] == len(records), f"{statistics['records']} counted, {len(records)} dumped")
        if "check" in self.programs.verbs:
            self.programs.must("check", database)
        counted = self.programs.search(database, "--count")
        expect(counted.stdout.strip() == str(len(records)), counted.stdout, counted.stderr)
        return records, statistics["generation"]

    def difference(self, state):
        """For people: how the records differ from those before and after."""
        kinds = collections.Counter()
        for id_ in {*(state or {}), *(self.before or {}), *self.after}:
            line = (state or {}).get(id_)
            kinds["missing" if line is None else "new" if line == self.after.get(id_) else
                  "old" if line == (self.before or {}).get(id_) else "of no version"] += 1
        return dict(kinds)


def names_no_build(index_file):
    """Whether there is no such file, or only the one that the first build writes before it is published."""
    try:
        with open(index_file, encoding="utf-8") as file:
            return "build 0" in file.read().splitlines()
    except FileNotFoundError:
        return True


def files(database):
    """Names of what is in an index, with numbers made equal, and how often each is there."""
    names = collections.Counter()
    for folder, folders, plain in os.walk(database):
        for name in folders + plain:
            names[re.sub(r"\d+", "N", os.path.relpath(os.path.join(folder, name), database))] += 1
    return names


def inputs(folder):
    """Two versions of all records from one source; the shelf, whose records have the file as their source, is pruned."""
    paths = []
    for version in (0, 1):
        paths.append(os.path.join(folder, f"version{version}.jsonl"))
        write_records(paths[-1], (record(number, version, source="shelf") for number in range(COUNT)))
    paths.append(os.path.join(folder, "shelf.jsonl"))
    write_records(paths[-1], (record(number, 0) for number in range(COUNT)))
    return paths


def make_actions(programs, folder, *, rehearsed=True):
    """Every action that the programs have verbs for; the names of those that are left out."""
    old, new, shelf = inputs(folder)
    template = lambda name: os.path.join(folder, name)
    full, shelved, twice = template("full"), template("shelved"), template("twice")
    programs.must("add", full, old)
    told = ["--acknowledge"]
    steps = ["--commit-every", str(COMMIT_EVERY)]
    steady = ["--no-compact"] if "--no-compact" in programs.options else []
    ids = [f"r{number}" for number in range(0, COUNT, 3)]
    actions = [
        Action(programs, "add to nothing", None, ["add", *told, *steady, new]),
        Action(programs, "add to nothing in commits", None, ["add", *told, *steady, *steps, new], every=COMMIT_EVERY),
        Action(programs, "add to records", full, ["add", *told, *steady, new]),
        Action(programs, "add to records in commits", full, ["add", *told, *steady, *steps, new], every=COMMIT_EVERY),
        Action(programs, "delete", full, ["delete", *ids]),
    ]
    left_out = [verb for verb in ("rebuild", "compact", "rollback", "check") if verb not in programs.verbs]
    if "rebuild" in programs.verbs:
        actions.append(Action(programs, "rebuild", full, ["rebuild", *told, new]))
        shutil.copytree(full, twice)
        programs.must("rebuild", twice, new)
        if "rollback" in programs.verbs:
            actions.append(Action(programs, "rollback", twice, ["rollback"], repeatable=False))
    if "compact" in programs.verbs:
        actions.append(Action(programs, "compact", full, ["compact"]))
    if "--prune" in programs.options:
        programs.must("add", shelved, shelf)
        write_records(shelf, (record(number, 1) for number in range(COUNT) if number % 3))
        limit = ["--max-delete", "100%"] if "--max-delete" in programs.options else []
        actions.append(Action(programs, "add --prune", shelved, ["add", *told, *steady, "--prune", *limit, shelf]))
    else:
        left_out.append("add --prune")
    if rehearsed:
        for action in actions:
            action.rehearse(os.path.join(folder, "rehearsal"))
    return actions, left_out


def disturbed(action, database, acknowledged, how):
    """Checks what a disturbance left and runs the action again; a failure says what was done."""
    try:
        action.repeat(database, action.check(database, acknowledged))
    except Failure as failure:
        raise Failure(f"{action.name}, {how}, {acknowledged} acknowledged: {failure}") from failure
