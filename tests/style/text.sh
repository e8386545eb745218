#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
#
# No file names a folder of somebody's machine, and none holds carriage returns, tabs that indent, or blanks at the end
# of a line, but for sample data and golden outputs. Usage: text.sh [ROOT]

set -u
cd "${1:-$(dirname "$0")/../..}" || exit 1
failed=0

ours() {
    for entry in * .ci .clang-format .clang-tidy .editorconfig .gitignore; do
        case $entry in
            CMakeLists.txt | *.md | *.json | common | indexer | searcher | corpus | tests | .*) ;;
            *) continue ;;
        esac
        [ -e "$entry" ] && find "$entry" -type f
    done | LC_ALL=C sort
}

# Brackets keep the expression from matching itself.
paths='(^|[^A-Za-z0-9_.>])/(tm[p]|wor[k]|roo[t]|hom[e]|far[m])/[A-Za-z]'
blanks=$(printf '\r|^ *\t|[ \t]$')

found=$(ours | xargs -d '\n' grep -nIE "$paths" /dev/null)
if [ -n "$found" ]; then
    printf '%s\n' "$found" | sed 's|$|: a path of one machine|'
    failed=1
fi
found=$(ours | grep -vE '^(tests/cli/cases/|tests/fuzz/seeds/|corpus/.*\.(txt|jsonl)$)' | xargs -d '\n' grep -nIE "$blanks" /dev/null)
if [ -n "$found" ]; then
    printf '%s\n' "$found" | sed 's|$|: stray blanks|'
    failed=1
fi
exit $failed
