# SPDX-License-Identifier: GPL-2.0-or-later
"""Two writers at a time, of every pair of verbs: the second waits as long as it may, then ends with 75 and names the first; a
holder that was killed blocks nobody."""

import os
import re
import signal
import subprocess
import time

from actions import make_actions
from programs import TIMEOUT_SECONDS, Failure, expect

HOLDER = re.compile(r"pid (\d+) on (\S+) since \d{4}-\d\d-\d\d \d\d:\d\d:\d\d")
TRIES = 50


def state_of(pid):
    with open(f"/proc/{pid}/stat", encoding="utf-8") as file:
        return file.read().rsplit(")", 1)[1].split()[0]


def hold(action, database):
    """Starts the action and stops it (SIGSTOP) while it holds the lock. Quick ones may end first: they are started again."""
    lock = os.path.join(database, "lock")
    for _ in range(TRIES):
        action.prepare(database)
        holder = subprocess.Popen(action.command(database), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        named = f"pid {holder.pid} ".encode()
        while holder.poll() is None:
            with open(lock, "rb") as file:
                if not file.read().startswith(named):
                    continue
            holder.send_signal(signal.SIGSTOP)
            while (state := state_of(holder.pid)) not in "TZ":
                time.sleep(0.001)
            with open(lock, "rb") as file:
                if state == "T" and file.read().startswith(named):
                    return holder
            holder.kill()
        holder.wait()
    raise Failure(f"{action.name}: never caught while it held the lock")


def pair(first, second, database, patience):
    holder = hold(first, database)
    try:
        for seconds in (0, patience):
            started = time.monotonic()
            refused = second.programs.index(second.verb, database, "--lock-timeout", str(seconds), *second.arguments)
            waited = time.monotonic() - started
            expect(refused.returncode == 75, f"exit code {refused.returncode}", refused.stderr)
            expect(waited >= seconds, f"waited {waited} of {seconds} seconds")
            told = HOLDER.search(refused.stderr)
            expect(told and told[1] == str(holder.pid) and told[2] == os.uname().nodename, "another holder than it has", refused.stderr)
        patient = subprocess.Popen(second.programs.index_command(second.verb, database, "--lock-timeout", "60", *second.arguments),
                                   stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        time.sleep(0.1)
        expect(patient.poll() is None, "did not wait for the lock")
    finally:
        holder.kill()
        holder.wait()
    _, errors = patient.communicate(timeout=TIMEOUT_SECONDS)
    # What was rolled back by the first cannot be rolled back again.
    allowed = (0, 1) if first.verb == second.verb == "rollback" else (0,)
    expect(patient.returncode in allowed, f"after the holder was killed: {patient.returncode}", errors)
    expect(second.look(database)[0] is not None, "no index is left")


def stale_text(action, database):
    """What is written in the lock file counts for nothing."""
    action.prepare(database)
    with open(os.path.join(database, "lock"), "w", encoding="utf-8") as file:
        file.write("pid 1 on elsewhere since 1999-12-31 23:59:59\n")
    action.programs.must(action.verb, database, *action.arguments)


def run(setting):
    actions, left_out = make_actions(setting.programs, setting.folder, rehearsed=False)
    # All on one index that has everything they need.
    twice = os.path.join(setting.folder, "twice")
    base = twice if os.path.exists(twice) else os.path.join(setting.folder, "full")
    chosen = {}
    for action in actions:
        if action.template and chosen.setdefault(action.verb, action) is action:
            action.template = base
    database = os.path.join(setting.folder, "shared")
    pairs = [(first, second) for first in chosen.values() for second in chosen.values()]
    for number, (first, second) in enumerate(pairs):
        try:
            # Waiting a second each time would only take longer.
            pair(first, second, database, 1 if number % 8 == 0 else 0)
        except Failure as failure:
            raise Failure(f"{first.verb} holds, {second.verb} comes: {failure}") from failure
    stale_text(chosen["add"], database)
    return {"left_out": left_out, "pairs": len(pairs)}
