#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
#
# clang-tidy over the sources that changed since it last found nothing in them.
# Usage: tidy.sh [--all] [--minutes N] BUILD_FOLDER
#   --all         every source
#   --minutes N   begin no source after N minutes: the last changed ones come first, and the rest waits for the next run
#
# BUILD_FOLDER is a configured preset `tidy`. A source's stamp, in BUILD_FOLDER/tidy, is the hash of its text, of all our
# headers that it includes, directly or not, of the configuration, and of the tool's version: when one changes, the source
# is read again.

set -u
all=no
minutes=1440
while [ $# -gt 1 ]; do
    case $1 in
        --all) all=yes; shift ;;
        --minutes) minutes=$2; shift 2 ;;
        *) break ;;
    esac
done
[ $# = 1 ] && [ -f "$1/compile_commands.json" ] ||
    { echo "usage: tidy.sh [--all] [--minutes N] BUILD_FOLDER (configured)" >&2; exit 2; }
deadline=$(($(date +%s) + minutes * 60))
build=$(cd "$1" && pwd) || exit 1
cd "$(dirname "$0")/.." || exit 1
tidy=$(command -v clang-tidy-14) || { echo "clang-tidy-14 is not installed" >&2; exit 1; }
stamps=$build/tidy
mkdir -p "$stamps"
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT

sources=$(sed -n 's|^ *"file": "\(.*\)",*$|\1|p' "$build/compile_commands.json" | sed "s|^$PWD/||" |
    grep -E '^(common|indexer|searcher|corpus|tests)/' | LC_ALL=C sort -u) # Not what the build made.
configuration=$(cat .clang-tidy tests/.clang-tidy CMakeLists.txt | sha256sum; "$tidy" --version)

# closures: for each source a line with it and every header of ours that it reaches.
closures() {
    find common indexer searcher corpus tests -name '*.cpp' -o -name '*.h' | LC_ALL=C sort |
        xargs grep -HE '^#include "' | sed 's|^\([^:]*\):#include "\([^"]*\)".*|\1 \2|' |
        awk -v sources="$(echo "$sources" | tr '\n' ' ')" '
            { includes[$1] = includes[$1] " " $2 }
            function reach(file,    parts, count, i) {
                if (file in seen) return
                seen[file] = 1
                line = line " " file
                count = split(includes[file], parts, " ")
                for (i = 1; i <= count; ++i) reach(parts[i])
            }
            END {
                count_sources = split(sources, list, " ")
                for (s = 1; s <= count_sources; ++s) {
                    line = ""
                    split("", seen)
                    reach(list[s])
                    print substr(line, 2)
                }
            }'
}

# newest_first FILE: its lines, which begin with a source, those first whose last commit is the latest. A source that git
# does not know is new.
newest_first() {
    { git log --name-only --format= -- '*.cpp' 2>/dev/null | awk '!($0 in seen) { seen[$0] = 1; print $0, ++count }'; echo; } |
        awk 'NR == FNR { if (NF) order[$1] = $2; next } { print order[$1] + 0 "\t" $0 }' - "$1" |
        sort -s -n -k 1,1 | cut -f 2-
}

closures > "$scratch/closures"
: > "$scratch/todo"
while read -r source headers; do
    # shellcheck disable=SC2086 # A list of files.
    hash=$({ echo "$configuration"; cat "$source" $headers; } | sha256sum | cut -d' ' -f1)
    stamp=$stamps/$(echo "$source" | tr / +)
    [ $all = no ] && [ "$(cat "$stamp" 2>/dev/null)" = "$hash" ] && continue
    printf '%s\t%s\t%s\n' "$source" "$hash" "$stamp" >> "$scratch/todo"
done < "$scratch/closures"

total=$(wc -l < "$scratch/closures")
todo=$(wc -l < "$scratch/todo")
newest_first "$scratch/todo" > "$scratch/ordered"
# A name for each, since xargs counts no failures.
export tidy build scratch deadline
# shellcheck disable=SC2016 # For the inner shell.
tr '\t' '\n' < "$scratch/ordered" | xargs -d '\n' -r -n 3 -P "$(nproc)" sh -c '
    name=$(basename "$2$1" | tr / +).$$
    [ "$(date +%s)" -lt "$deadline" ] || { : > "$scratch/$name.left"; exit 0; }
    if "$tidy" -p "$build" --quiet --warnings-as-errors="*" "$0" > "$scratch/$name.out" 2> "$scratch/$name.err"; then
        echo "$1" > "$2"
    else
        echo "$0" > "$scratch/$name.failed"
        cat "$scratch/$name.out"
        grep -vE "^[0-9]+ warnings? (generated|treated)|^Suppressed |^Use " "$scratch/$name.err"
    fi'
failed=$(find "$scratch" -name '*.failed' | wc -l)
left=$(find "$scratch" -name '*.left' | wc -l)
echo "clang-tidy: $((todo - left)) of $total sources read, $left left for the next run, $failed with findings"
[ "$failed" = 0 ]
