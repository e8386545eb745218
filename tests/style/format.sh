#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
#
# Sources are as clang-format 14 writes them. Usage: format.sh [--fix] [ROOT]

set -u
mode='--dry-run --Werror'
if [ "${1:-}" = --fix ]; then mode=-i; shift; fi
cd "${1:-$(dirname "$0")/../..}" || exit 1

formatter=$(command -v clang-format-14) || { echo "clang-format-14 is not installed"; exit 1; }
# shellcheck disable=SC2086 # The mode is options.
find common indexer searcher corpus tests \( -name '*.cpp' -o -name '*.h' \) -print0 |
    xargs -0 -r -n 8 "$formatter" $mode
