#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Proves that an index survives what may happen to a program, a disk and a machine.

usage: run.py [--rounds N] [--seed S] [--only SCENARIO]... [--out FOLDER] [--keep FOLDER]
with ANNOTA_INDEX and ANNOTA_SEARCH set to the programs

  kills          kill -9 at a random moment of every way of writing; N for each way
  system_calls   kill -9 at system calls, and errors of the disk in their place, by strace; N of each for each way
  full_disk      a file system without room, and a limit on the size of files; N of each for each way
  writers        every pair of verbs that write at the same time
  readers        searches during 5 N commits and N swaps of a build: each answer is of one commit
  power_cuts     what a disk may hold after a power cut, from a traced run, in two models; N cuts of each for each way
  soak           an indexer and two readers for 9 N seconds: memory, descriptors and the index do not grow

A scenario leaves out the verbs that the programs do not have, and says so. Ends with 1 where one failed; --keep leaves its
folder for a look. --out writes figures and set-up as JSON and text."""

import argparse
import importlib
import json
import os
import platform
import random
import shutil
import sys
import tempfile
import time
import traceback
import types

sys.dont_write_bytecode = True  # The source tree stays as it is.
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from programs import Failure, Programs  # noqa: E402

SCENARIOS = ["kills", "system_calls", "full_disk", "writers", "readers", "power_cuts", "soak"]


def perform(name, programs, chosen):
    """Runs one scenario in a folder of its own. Its figures."""
    folder = os.path.join(chosen.keep, name) if chosen.keep else tempfile.mkdtemp()
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    setting = types.SimpleNamespace(programs=programs, folder=folder, rounds=chosen.rounds,
                                    chance=random.Random(f"{name} {chosen.seed}"))
    started = time.monotonic()
    try:
        result = {"passed": True, **importlib.import_module(name).run(setting)}
    except Failure as failure:
        result = {"passed": False, "failure": str(failure)}
    except Exception:  # A driver that breaks is a failure too, and the other scenarios go on.
        result = {"passed": False, "failure": traceback.format_exc()}
    if not chosen.keep:
        shutil.rmtree(folder, ignore_errors=True)
    return {**result, "seconds": round(time.monotonic() - started, 1)}


def in_words(name, result):
    failure = result.get("failure")
    figures = ", ".join(f"{key} {value}" for key, value in result.items()
                        if key not in ("passed", "failure") and value not in ([], 0))
    return f"{name}: {figures}" if not failure else f"{name} FAILED: {failure}\n  ({figures})"


def archive(folder, summary, lines):
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "durability.json"), "w", encoding="utf-8") as file:
        json.dump(summary, file, indent=2, ensure_ascii=False)
        file.write("\n")
    with open(os.path.join(folder, "durability.txt"), "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--rounds", type=int, default=10)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--only", action="append", choices=SCENARIOS)
    options.add_argument("--out")
    options.add_argument("--keep")
    chosen = options.parse_args()
    programs = Programs()
    summary = {"rounds": chosen.rounds, "seed": chosen.seed, "machine": f"{os.cpu_count()} cores, {platform.platform()}",
               "load": os.getloadavg(), "version": programs.version(), "verbs": sorted(programs.verbs), "scenarios": {}}
    lines = [f"rounds {chosen.rounds}, seed {chosen.seed}, {summary['machine']}, {summary['version'][0]}"]
    for name in chosen.only or SCENARIOS:
        result = summary["scenarios"][name] = perform(name, programs, chosen)
        lines.append(in_words(name, result))
        print(lines[-1], flush=True)
    if chosen.out:
        archive(chosen.out, summary, lines)
    return 0 if all(result["passed"] for result in summary["scenarios"].values()) else 1


if __name__ == "__main__":
    sys.exit(main())
