# SPDX-License-Identifier: GPL-2.0-or-later
"""What a benchmark measured: printed, and kept beside its set-up."""

import json
import os
import platform
import subprocess


def setup(program):
    """The machine, its load, and the versions of a program."""
    version = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout.splitlines()
    return {"machine": f"{os.cpu_count()} cores, {platform.platform()}", "load": os.getloadavg(), "version": version}


def publish(name, result, folder):
    """Prints the result and, where a folder is given, writes it there as NAME.json."""
    print(json.dumps(result, indent=2, ensure_ascii=False))
    if not folder:
        return
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, name + ".json"), "w", encoding="utf-8") as file:
        json.dump(result, file, indent=2, ensure_ascii=False)
        file.write("\n")
