# SPDX-License-Identifier: GPL-2.0-or-later
"""One program, run and measured: time, memory, bytes written; and the folder it made."""

import os
import subprocess
import sys
import tempfile
import threading

POLL_SECONDS = 0.01


def folder_bytes(folder):
    return sum(os.path.getsize(os.path.join(where, name)) for where, _, names in os.walk(folder) for name in names)


def fields_of(path):
    """Numbers of a "name: value [kB]" file of /proc; kB stay kB."""
    with open(path, encoding="utf-8") as file:
        pairs = (line.split(":", 1) for line in file)
        return {name: int(value.split()[0]) for name, value in pairs if value.split() and value.split()[0].isdigit()}


class PeakMemory(threading.Thread):
    """Samples a process: most kB of its own, without mapped files, which the kernel gives back when it likes."""

    def __init__(self, pid):
        super().__init__(daemon=True)
        self.status, self.ended, self.own, self.all = f"/proc/{pid}/status", threading.Event(), 0, 0

    def run(self):
        while not self.ended.wait(POLL_SECONDS):
            try:
                now = fields_of(self.status)
            except OSError:
                return
            self.own = max(self.own, now.get("RssAnon", 0) + now.get("RssShmem", 0))
            self.all = max(self.all, now.get("VmHWM", 0))


def run(command, database=None):
    """Wall and processor seconds, memory, what was written; with the database also the size of what is there."""
    with tempfile.TemporaryFile() as errors:
        started = os.times().elapsed
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=errors)
        peak = PeakMemory(process.pid)
        peak.start()
        # The counters of a process can be read until it is reaped.
        os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
        wall = os.times().elapsed - started
        written = fields_of(f"/proc/{process.pid}/io")
        peak.ended.set()
        peak.join()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            errors.seek(0)
            sys.exit(f"{command[0]} ended with {process.returncode}: {errors.read()[-500:].decode(errors='replace')}")
    row = {"wall_s": round(wall, 2), "cpu_s": round(usage.ru_utime + usage.ru_stime, 2), "peak_mb": round(peak.own / 1024),
           "peak_with_mapped_files_mb": round(max(peak.all, usage.ru_maxrss) / 1024), "written_bytes": written["wchar"]}
    return row if database is None else {**row, "bytes": folder_bytes(database)}


def options_of(program):
    """The text of --help, to be asked for the name of an option or verb."""
    return subprocess.run([program, "--help"], capture_output=True, text=True, check=True).stdout
