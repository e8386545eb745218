# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs of a program under strace: the system calls that it made, and calls that are made to kill or to fail."""

import os
import re
import shutil
import subprocess

from programs import TIMEOUT_SECONDS

LINE = re.compile(r"^(\d+) +(\w+)\((.*)\) += (-?\d+)")
UNFINISHED = re.compile(r"^(\d+) +(\w+\(.*) <unfinished \.\.\.>$")
RESUMED = re.compile(r"^(\d+) +<\.\.\. \w+ resumed>(.*)$")

# What changes a file or a folder, or settles it on the disk.
CHANGES = ["write", "writev", "pwrite64", "pwritev", "ftruncate", "fallocate", "sendfile", "copy_file_range", "fsync", "fdatasync",
           "rename", "renameat", "renameat2", "link", "linkat", "unlink", "unlinkat", "mkdir", "mkdirat", "rmdir"]


class Call:
    """One finished system call: its name, its arguments as strace prints them, its result, and which call of that name it
    was in its thread, from 1."""

    def __init__(self, name, arguments, result, number):
        self.name, self.arguments, self.result, self.number = name, arguments, result, number


def environment():
    """The leak check of the address sanitizer does not run under strace."""
    return {**os.environ, "ASAN_OPTIONS": ":".join(filter(None, [os.environ.get("ASAN_OPTIONS"), "detect_leaks=0"]))}


def why_not():
    """Why nothing can be traced here; empty where it can."""
    if not shutil.which("strace"):
        return "strace is not installed"
    tried = subprocess.run(["strace", "-f", "-o", "/dev/null", "true"], capture_output=True, check=False)
    return "" if tried.returncode == 0 else "ptrace is forbidden here"


def calls_of(path):
    """The calls in a file that strace wrote, in the order in which they ended."""
    counts, waiting, calls = {}, {}, []
    with open(path, encoding="utf-8", errors="surrogateescape") as lines:
        for line in lines:
            if unfinished := UNFINISHED.match(line):
                waiting[unfinished[1]] = unfinished[2]
                continue
            if resumed := RESUMED.match(line):
                line = f"{resumed[1]} {waiting.pop(resumed[1])}{resumed[2]}\n"
            if not (found := LINE.match(line)):
                continue
            pid, name, arguments, result = found.groups()
            counts[pid, name] = counts.get((pid, name), 0) + 1
            calls.append(Call(name, arguments, int(result), counts[pid, name]))
    return calls


def trace(command, path, names, *, contents=False):
    """Runs a command to its end. Its calls of these names; with `contents` every string in hexadecimal, whole."""
    whole = ["-xx", "-s", "100000000"] if contents else ["-y", "-s", "40"]
    done = subprocess.run(["strace", "-f", *whole, "-e", "trace=" + ",".join(names), "-e", "signal=none", "-o", path, *command],
                          capture_output=True, text=True, check=False, env=environment(), timeout=TIMEOUT_SECONDS)
    return calls_of(path), done


def inject(command, what):
    """Runs a command in which strace makes a call fail or kill: "rename:error=ENOSPC:when=2"."""
    traced = what.split(":")[0]
    return subprocess.run(["strace", "-f", "-e", f"trace={traced}", "-e", f"inject={what}", "-o", "/dev/null", *command],
                          capture_output=True, text=True, check=False, env=environment(), timeout=TIMEOUT_SECONDS)
