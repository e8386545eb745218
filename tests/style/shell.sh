#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
#
# Shell scripts are POSIX sh (but for .ci/run) and give shellcheck nothing to warn of. Usage: shell.sh [ROOT]

set -u
cd "${1:-$(dirname "$0")/../..}" || exit 1
command -v shellcheck > /dev/null || { echo "shellcheck is not installed"; exit 1; }
find .ci common indexer searcher corpus tests \( -name '*.sh' -o -path .ci/run \) -print0 |
    xargs -0 -r shellcheck --severity=warning --format=gcc
