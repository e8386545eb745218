#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
#
# Every source and every golden case stands in a list of its CMakeLists.txt, in alphabetical order, and everything listed
# exists. Usage: source_lists.sh [--update] [ROOT]. --update rewrites the lists from what is there.

set -u
mode=check
if [ "${1:-}" = --update ]; then mode=update; shift; fi
cd "${1:-$(dirname "$0")/../..}" || exit 1
export LC_ALL=C
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
failed=0

# sources FOLDER [NAME...]: what is there, but for the NAMEs.
sources() {
    folder=$1
    shift
    [ -d "$folder" ] || return 0
    (cd "$folder" && find . -name '*.cpp' | sed 's|^\./||' | sort) | while read -r file; do
        case " $* " in *" $file "*) ;; *) echo "$file" ;; esac
    done
}

test_sources() {
    sources "tests/$1" | sed "s|^|$1/|"
}

threads_sources() {
    (cd tests && grep -rl --include="*_test.cpp" "\[threads\]" . | sed "s/^\.\///" | sort)
}

cases() {
    [ -d tests/cli/cases ] && (cd tests/cli/cases && find . -mindepth 1 -maxdepth 1 -type d | sed 's|^\./||' | sort)
}

# listed FILE VARIABLE: the words between "set(VARIABLE" and ")".
listed() {
    awk -v start="set($2" '$0 == ")" { inside = 0 } inside { print $1 } $0 == start { inside = 1 }' "$1"
}

# compare FILE VARIABLE COMMAND...: the list against what the command prints.
compare() {
    file=$1 variable=$2
    shift 2
    "$@" > "$scratch/wanted"
    if ! grep -qx "set($variable" "$file"; then
        echo "$file: no list set($variable ...) with one entry a line"
        failed=1
        return
    fi
    listed "$file" "$variable" > "$scratch/listed"
    cmp -s "$scratch/listed" "$scratch/wanted" && return
    if [ $mode = update ]; then
        awk -v start="set($variable" -v wanted="$scratch/wanted" '
            $0 == ")" { inside = 0 }
            !inside { print }
            $0 == start { inside = 1; while ((getline line < wanted) > 0) print "    " line }' "$file" > "$scratch/new" &&
            cat "$scratch/new" > "$file" && echo "updated $file: $variable"
        return
    fi
    failed=1
    diff "$scratch/listed" "$scratch/wanted" | sed -n \
        -e "s|^< \(.*\)|$file: $variable lists \1, which is not there or out of order|p" \
        -e "s|^> \(.*\)|$file: $variable does not list \1|p"
}

compare common/CMakeLists.txt sources sources common
compare indexer/CMakeLists.txt sources sources indexer main.cpp
compare searcher/CMakeLists.txt sources sources searcher main.cpp
compare corpus/CMakeLists.txt sources sources corpus generate.cpp
for layer in common indexer searcher corpus; do
    compare tests/CMakeLists.txt ${layer}_sources test_sources $layer
done
compare tests/CMakeLists.txt threads_sources threads_sources
compare tests/CMakeLists.txt cli_cases cases

[ $failed = 0 ] || echo "'sh tests/style/source_lists.sh --update' brings the lists up to date"
exit $failed
