#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
#
# What stands where: the fixed top level, an SPDX line at the head of every source, no source over 450 lines, no file or
# folder with a name that says nothing. Usage: layout.sh [ROOT]

set -u
cd "${1:-$(dirname "$0")/../..}" || exit 1
failed=0
complain() {
    echo "$*"
    failed=1
}

top_level() {
    if [ -e .git ] && git rev-parse --git-dir > /dev/null 2>&1; then
        git ls-files --cached --others --exclude-standard | sed 's|/.*||' | LC_ALL=C sort -u
    else
        ls -A
    fi
}

for entry in $(top_level); do
    case $entry in
        .* | CMakeLists.txt | CMakePresets.json | README.md | CHANGELOG.md | CONTRIBUTING.md | LICENSE) ;;
        common | indexer | searcher | tests | corpus) ;;
        *) complain "$entry: not one of the fixed entries of the top level" ;;
    esac
done

sources() {
    find CMakeLists.txt common indexer searcher corpus tests -type f \
        \( -name '*.cpp' -o -name '*.h' -o -name '*.sh' -o -name '*.py' -o -name CMakeLists.txt -o -name '*.cmake' \) |
        LC_ALL=C sort
}

for file in $(sources); do
    head -n 2 "$file" | grep -qE '^(//|#) SPDX-License-Identifier: GPL-2\.0-or-later$' ||
        complain "$file: no SPDX-License-Identifier at its head"
    lines=$(wc -l < "$file")
    [ "$lines" -le 450 ] || complain "$file: $lines lines, more than 450: split it by noun"
done

vague=$(find common indexer searcher corpus tests | grep -E '/(utils?|helpers?|managers?|core|misc|common)(\.[a-z]+)?$' |
    grep -v '^tests/common$')
[ -z "$vague" ] || complain "$vague: a name that says nothing"
exit $failed
