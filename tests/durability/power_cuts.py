# SPDX-License-Identifier: GPL-2.0-or-later
"""A power cut at random system calls of every action, on two models of a disk (see disk_model)."""

import os
import shutil

import tracing
from actions import disturbed, make_actions
from disk_model import DiskModel
from kills import acknowledged_in
from programs import expect

NAMES = [*tracing.CHANGES, "openat", "close", "lseek", "read", "dup"]


def lose_all(_):
    return 0


def lose_some(chance):
    """A change that was not synced survives or not; of data sometimes a part, since a disk writes sector by sector."""

    def survives(is_folder):
        if not is_folder and chance.random() < 0.1:
            return chance.random()
        return int(chance.random() < 0.5)

    return survives


def trace_action(action, place, path):
    """The model of the disk on which the action ran undisturbed, and how many calls it saw."""
    database = os.path.join(place, "index")
    shutil.rmtree(place, ignore_errors=True)
    os.makedirs(place)
    action.prepare(database)
    disk = DiskModel(place)
    calls, done = tracing.trace(action.command(database), path, NAMES, contents=True)
    expect(done.returncode == 0, f"{action.name} ended with {done.returncode} under strace", done.stderr)
    for call in calls:
        disk.apply(call)
    check_model(disk, place, action)
    return disk


def check_model(disk, place, action):
    """With all that was written, synced or not, the model has what the disk really has."""
    copy = place + ".model"
    shutil.rmtree(copy, ignore_errors=True)
    disk.write_after_cut(copy, disk.moment, lambda _: 1)
    for folder, _, names in os.walk(place):
        for name in names:
            path = os.path.join(folder, name)
            with open(path, "rb") as real, open(os.path.join(copy, os.path.relpath(path, place)), "rb") as model:
                expect(real.read() == model.read(), f"{action.name}: the model of the disk is wrong about {path}")
    shutil.rmtree(copy)


def run(setting):
    if reason := tracing.why_not():
        return {"left_out": [reason]}
    actions, left_out = make_actions(setting.programs, setting.folder)
    # The index under the same path as in the traced run.
    place = os.path.join(os.path.realpath(setting.folder), "disk")
    figures = {"left_out": left_out, "calls": 0, "strict": 0, "random": 0, "after_an_acknowledgement": 0}
    for action in actions:
        disk = trace_action(action, place, os.path.join(setting.folder, "trace"))
        figures["calls"] += disk.moment
        for model, survives in (("strict", lose_all), ("random", lose_some(setting.chance))):
            for number in range(setting.rounds):
                # The last cut is after the end: what the run said is done.
                cut = disk.moment if number == 0 else setting.chance.randint(0, disk.moment)
                acknowledged = acknowledged_in(disk.acknowledged_text(cut))
                shutil.rmtree(place)
                disk.write_after_cut(place, cut, survives)
                figures[model] += 1
                figures["after_an_acknowledgement"] += acknowledged > 0
                disturbed(action, os.path.join(place, "index"), acknowledged, f"{model} cut after call {cut} of {disk.moment}")
    return figures
