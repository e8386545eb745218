# SPDX-License-Identifier: GPL-2.0-or-later
"""kill -9 at system calls of every action, spread evenly over those that touch the index; and a disk that fails there."""

import os

import tracing
from actions import disturbed, make_actions
from kills import acknowledged_in
from programs import Failure, expect

# Calls between which a kill finds another state, and the errors that a disk gives to a call.
NAMES = [*tracing.CHANGES, "openat", "close", "flock"]
ERRORS = {"write": ["ENOSPC", "EIO"], "writev": ["ENOSPC", "EIO"], "pwrite64": ["ENOSPC", "EIO"], "fsync": ["EIO", "ENOSPC"],
          "fdatasync": ["EIO", "ENOSPC"], "rename": ["ENOSPC", "EIO"], "mkdir": ["ENOSPC", "EIO"], "ftruncate": ["EIO"],
          "copy_file_range": ["ENOSPC", "EIO"], "sendfile": ["EIO"]}


def spread(items, count, chance):
    """So many of the items, evenly, beginning at random."""
    step = max(1.0, len(items) / count)
    at = chance.uniform(0, step)
    while at < len(items):
        yield items[int(at)]
        at += step


def one_thread(command):
    """Calls are numbered for each thread alone, so a bulk load has to have one."""
    return [*command, "--jobs", "1"] if command[1] in ("add", "rebuild") else command


def kill_at_calls(setting, action, database, calls, figures):
    for call in spread(calls, setting.rounds, setting.chance):
        action.prepare(database)
        done = tracing.inject(one_thread(action.command(database)), f"{call.name}:signal=KILL:when={call.number}")
        figures["kills" if done.returncode != 0 else "not_reached"] += 1
        disturbed(action, database, acknowledged_in(done.stdout), f"killed at {call.name} {call.number}")


def fail_at_calls(setting, action, database, calls, figures):
    failing = [call for call in calls if call.name in ERRORS]
    for call in spread(failing, setting.rounds, setting.chance):
        # One call fails, or the disk stays as it is; but not for write(), by which the message is printed.
        lasting = setting.chance.choice(["", "+"]) if call.name != "write" else ""
        how = f"{call.name}:error={setting.chance.choice(ERRORS[call.name])}:when={call.number}{lasting}"
        action.prepare(database)
        done = tracing.inject(one_thread(action.command(database)), how)
        told = f"exit code {done.returncode}, {done.stderr.strip()}"
        try:
            expect(done.returncode in (0, 1), told)
            expect(done.returncode == 0 or database in done.stderr, "no path in the message", told)
            state = action.check(database, acknowledged_in(done.stdout))
            expect(done.returncode == 1 or state == action.after, "done, and not all is there")
        except Failure as failure:
            raise Failure(f"{action.name}, {how}: {failure}") from failure
        figures["errors" if done.returncode else "errors_passed_over"] += 1
        disturbed(action, database, acknowledged_in(done.stdout), f"{how}: {told}")


def run(setting):
    if reason := tracing.why_not():
        return {"left_out": [reason]}
    actions, left_out = make_actions(setting.programs, setting.folder)
    database = os.path.join(setting.folder, "traced")
    figures = {"left_out": left_out, "calls": 0, "kills": 0, "not_reached": 0, "errors": 0, "errors_passed_over": 0}
    for action in actions:
        action.prepare(database)
        calls, _ = tracing.trace(one_thread(action.command(database)), os.path.join(setting.folder, "trace"), NAMES)
        calls = [call for call in calls if database in call.arguments]
        expect(calls, f"{action.name}: no system call touches {database}")
        figures["calls"] += len(calls)
        kill_at_calls(setting, action, database, calls, figures)
        fail_at_calls(setting, action, database, calls, figures)
    expect(figures["not_reached"] * 2 <= figures["kills"], "most runs ended before they were killed", figures)
    return figures
