#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
#
# clang-tidy over the sources that changed since it last found nothing in them. Usage: tidy.sh [--all] BUILD_FOLDER
#
# BUILD_FOLDER is a configured preset `tidy`. A source's stamp, in BUILD_FOLDER/tidy, is the hash of its text, of all our
# headers that it includes, directly or not, of the configuration, and of the tool's version: when one changes, the source
# is read again.

set -u
all=no
if [ "${1:-}" = --all ]; then all=yes; shift; fi
[ -f "${1:-}/compile_commands.json" ] || { echo "usage: tidy.sh [--all] BUILD_FOLDER (configured)" >&2; exit 2; }
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
# A name for each, since xargs counts no failures.
export tidy build scratch
# shellcheck disable=SC2016 # For the inner shell.
tr '\t' '\n' < "$scratch/todo" | xargs -d '\n' -r -n 3 -P "$(nproc)" sh -c '
    name=$(basename "$2$1" | tr / +).$$
    if "$tidy" -p "$build" --quiet --warnings-as-errors="*" "$0" > "$scratch/$name.out" 2> "$scratch/$name.err"; then
        echo "$1" > "$2"
    else
        echo "$0" > "$scratch/$name.failed"
        cat "$scratch/$name.out"
        grep -vE "^[0-9]+ warnings? (generated|treated)|^Suppressed |^Use " "$scratch/$name.err"
    fi'
failed=$(find "$scratch" -name '*.failed' | wc -l)
echo "clang-tidy: $todo of $total sources read, $failed with findings"
[ "$failed" = 0 ]
