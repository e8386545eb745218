# SPDX-License-Identifier: GPL-2.0-or-later
"""kill -9 at a random moment of every action."""

import os
import re
import subprocess
import time

from actions import disturbed, make_actions


def acknowledged_in(text):
    """The number of input records that a run said are settled."""
    return max(map(int, re.findall(r"^committed (\d+)$", text, re.M)), default=0)


def kill(command, seconds):
    """Kills a run after so many seconds. What it acknowledged, and whether it was still running."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    time.sleep(seconds)
    process.kill()
    told = process.communicate()[0]
    return acknowledged_in(told), process.returncode < 0


def run(setting):
    actions, left_out = make_actions(setting.programs, setting.folder)
    database = os.path.join(setting.folder, "killed")
    figures = {"left_out": left_out, "kills": 0, "too_late": 0, "after_an_acknowledgement": 0}
    for action in actions:
        for number in range(setting.rounds):
            action.prepare(database)
            seconds = setting.chance.uniform(0, action.seconds)
            acknowledged, killed = kill(action.command(database), seconds)
            figures["kills" if killed else "too_late"] += 1
            figures["after_an_acknowledgement"] += bool(killed and acknowledged)
            disturbed(action, database, acknowledged, f"round {number}, killed after {seconds:.4f} s")
    return figures
