# SPDX-License-Identifier: GPL-2.0-or-later
"""A disk that is too small for every action, by some bytes or by all: a file system of bounded size where one may be mounted,
and a limit on the size of files. The run fails with the path, nothing acknowledged is lost, and with room it ends as it should."""

import contextlib
import os
import resource
import signal
import subprocess

from actions import disturbed, make_actions
from kills import acknowledged_in
from programs import Failure, expect

PAGE = 4096


def size(folder):
    return sum(-(-os.path.getsize(os.path.join(where, name)) // PAGE) * PAGE for where, _, names in os.walk(folder) for name in names)


def largest_file(folder):
    return max((os.path.getsize(os.path.join(where, name)) for where, _, names in os.walk(folder) for name in names), default=0)


class SmallFileSystem:
    """Mounted in memory; it gets room when the disturbance is over."""

    name = "file_system"

    def __init__(self, place):
        self.place = place
        os.makedirs(place, exist_ok=True)

    def possible(self):
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "none", self.place], capture_output=True, check=False)
        return mounted.returncode == 0 and subprocess.run(["umount", self.place], check=False).returncode == 0

    @contextlib.contextmanager
    def mounted(self):
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=100m", "none", self.place], check=True)
        try:
            yield
        finally:
            subprocess.run(["umount", self.place], check=True)

    def resize(self, bytes_):
        subprocess.run(["mount", "-o", f"remount,size={bytes_}", self.place], check=True)

    def run(self, action, database, chance):
        """Room for a random share of what the action needs besides: at its peak that is about twice what it leaves."""
        needed = 2 * max(action.bytes, size(database))
        room = size(self.place) + int(chance.uniform(0, needed)) // PAGE * PAGE
        self.resize(room + PAGE)
        done = action.programs.index(action.verb, database, *action.arguments)
        self.resize(100 << 20)
        return done, f"a file system of {room} bytes"


class SmallFiles:
    """No file may grow beyond a limit."""

    name = "file_size"

    def __init__(self, place):
        self.place = place

    def mounted(self):
        return contextlib.nullcontext()

    def run(self, action, database, chance):
        limit = chance.randint(0, action.largest)

        def bound():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

        return action.programs.index(action.verb, database, *action.arguments, preexec_fn=bound), f"files of {limit} bytes"


def try_on(disk, action, chance, figures):
    with disk.mounted():
        database = os.path.join(disk.place, "index")
        action.prepare(database)
        done, how = disk.run(action, database, chance)
        told = f"exit code {done.returncode}, {done.stderr.strip()}"
        acknowledged = acknowledged_in(done.stdout)
        try:
            expect(done.returncode in (0, 1), told)
            expect(done.returncode == 0 or database in done.stderr, "no path in the message", told)
            state = action.check(database, acknowledged)
            expect(done.returncode == 1 or state == action.after, "done, and not all is there", told)
        except Failure as failure:
            raise Failure(f"{action.name}, {how}: {failure}") from failure
        figures[disk.name + ("_full" if done.returncode else "_enough")] += 1
        disturbed(action, database, acknowledged, f"{how}: {told}")


def run(setting):
    actions, left_out = make_actions(setting.programs, setting.folder, rehearsed=False)
    for action in actions:
        finished = os.path.join(setting.folder, "finished")
        action.rehearse(finished)
        action.bytes, action.largest = size(finished), largest_file(finished)
    disks = [SmallFiles(os.path.join(setting.folder, "files")), SmallFileSystem(os.path.join(setting.folder, "mounted"))]
    if not disks[-1].possible():
        disks.pop()
        left_out.append("a file system of bounded size: nothing may be mounted here")
    figures = {"left_out": left_out, "file_size_full": 0, "file_size_enough": 0, "file_system_full": 0, "file_system_enough": 0}
    for disk in disks:
        for action in actions:
            for _ in range(setting.rounds):
                try_on(disk, action, setting.chance, figures)
    expect(figures["file_size_full"], "no run met its limit", figures)
    return figures
